"""Names → keys, found again whatever their spelling's case, accents and marks."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.text.folding import fold_name


class Names:
    """Names with the keys they stand for; one name may stand for several.

    A name in capitals alone ("US", "WHO", "IT") is an acronym and found only where it is written in
    capitals, with stops or without: "who" and "us" are words.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._keys: dict[str, dict[str, None]] = {}
        for name, key in pairs:
            self._keys.setdefault(_key(name), {})[key] = None

    def find(self, name: str) -> tuple[str, ...]:
        """Return the keys that `name` stands for, in the order in which they were given."""
        found = self._keys.get(_key(name))
        if found is None and _is_acronym(name):
            found = self._keys.get(fold_name(name))
        return tuple(found or ())

    def ambiguous(self) -> dict[str, tuple[str, ...]]:
        """Return the folded names that stand for several keys, with those."""
        return {name: tuple(keys) for name, keys in sorted(self._keys.items()) if len(keys) > 1}


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= 8 and " " not in name.strip()


def _key(name: str) -> str:
    folded = fold_name(name)
    # Acronyms are kept apart under a key that no folded name can have.
    return folded.upper() if _is_acronym(name) else folded
