"""What is told by the statements that a run met last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.record import Told

MOST = 50_000
"""Statements that are remembered, some 2 kB each; the ones met longest ago are forgotten first."""


class Cache:
    """What is told by statements, by id. Whoever changes a statement puts it anew, or drops it."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._told: dict[str, Told] = {}

    def get(self, ids: Iterable[str]) -> dict[str, Told]:
        """Return what is known of these."""
        found = {}
        for each in ids:
            told = self._told.pop(each, None)
            if told is not None:
                found[each] = self._told[each] = told
        return found

    def put(self, told: Mapping[str, Told]) -> None:
        """Remember these."""
        for key, one in told.items():
            self._told.pop(key, None)
            self._told[key] = one
        while len(self._told) > self._most:
            del self._told[next(iter(self._told))]

    def drop(self, ids: Iterable[str]) -> None:
        """Forget these."""
        for each in ids:
            self._told.pop(each, None)
