"""Statements that go where they are bound: to the occasion of what they quote, and not to that of the mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]
"""Two ids of statements, the smaller first."""

ATTACHED = 0.45
"""The bond from which a statement goes where it is bound."""


def attached(groups: Iterable[Sequence[str]], bonds: Mapping[Pair, float]) -> list[list[str]]:
    """Return the groups after each statement has gone where it is bound most strongly, those left empty left out.

    The strongest bonds first, `ATTACHED` or more: of two in different groups, the one that nothing binds as strongly to
    its own group goes to the other's; where that is both, the one less bound, else the one of the smaller group. Two
    that are alone stay so. The same for any order of `bonds` and within groups.
    """
    members = [list(group) for group in groups]
    home = {one: index for index, group in enumerate(members) for one in group}
    near: dict[str, list[tuple[str, float]]] = {}
    for (a, b), bond in bonds.items():
        near.setdefault(a, []).append((b, bond))
        near.setdefault(b, []).append((a, bond))

    def own(one: str) -> float:
        return max((bond for other, bond in near[one] if home[other] == home[one]), default=0.0)

    strong = sorted((-bond, pair) for pair, bond in bonds.items() if bond >= ATTACHED)
    for bond, (a, b) in strong:
        if home[a] == home[b] or len(members[home[a]]) == len(members[home[b]]) == 1:
            continue
        held, _, goer, other = min((own(one), len(members[home[one]]), one, other) for one, other in ((a, b), (b, a)))
        if held < -bond:
            members[home[goer]].remove(goer)
            members[home[other]].append(goer)
            home[goer] = home[other]
    return [group for group in members if group]
