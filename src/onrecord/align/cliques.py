"""Links → groups in which all are linked: the passages that several statements tell."""

from __future__ import annotations

from collections.abc import Mapping


def cliques(links: Mapping[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """Return groups in which every two are linked, each sorted, so that every link lies in one of them; in order.

    `links` are chances by pairs, the smaller first. A statement may be in several groups: a long quotation that tells
    two passages. Each group is grown from the surest link that no group holds yet, by whoever is linked to all its
    members, the surest first; there are never more groups than links. Groups come as they were grown, so that each
    has two members, those it was grown from, of which no group before it holds both. The same for any order.
    """
    near: dict[str, dict[str, float]] = {}
    for (a, b), chance in links.items():
        near.setdefault(a, {})[b] = near.setdefault(b, {})[a] = chance
    found: list[tuple[str, ...]] = []
    held: set[tuple[str, str]] = set()
    for pair in sorted(links, key=lambda pair: (-links[pair], pair)):
        if pair not in held:
            group = _grown(pair, near)
            found.append(group)
            held.update((a, b) for i, a in enumerate(group) for b in group[i + 1 :])
    return found


def _grown(pair: tuple[str, str], near: Mapping[str, Mapping[str, float]]) -> tuple[str, ...]:
    members = list(pair)
    sums = {one: near[pair[0]][one] + near[pair[1]][one] for one in near[pair[0]].keys() & near[pair[1]].keys()}
    while sums:
        best = min(sums, key=lambda one: (-sums[one], one))
        members.append(best)
        sums = {one: total + near[best][one] for one, total in sums.items() if one in near[best]}
    return tuple(sorted(members))
