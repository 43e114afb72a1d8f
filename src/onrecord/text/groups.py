"""Things that pairs tie together, in groups."""

from __future__ import annotations

from collections.abc import Iterable


def groups(things: Iterable[str], pairs: Iterable[tuple[str, str]], *, least: int = 2) -> list[list[str]]:
    """Return the things that pairs tie together, directly or by others, each group sorted, in order of their first.

    Those that no pair holds are a group each with `least` 1, and in none with 2. Pairs of which one is none of the
    things do not count.
    """
    root = {each: each for each in things}

    def find(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for a, b in pairs:
        if a in root and b in root:
            low, high = sorted((find(a), find(b)))
            root[high] = low
    found: dict[str, list[str]] = {}
    for each in sorted(root):
        found.setdefault(find(each), []).append(each)
    return [group for group in found.values() if len(group) >= least]
