"""Names → keys, found again whatever their spelling's case, accents and marks."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.text.folding import fold_name

_ACRONYM = 8
"""The longest acronym, stops included; longer words in capitals are headlines."""


class Names:
    """Names with the keys they stand for; one name may stand for several.

    A name in capitals alone ("US", "WHO", "IT") is an acronym and found only where it is written in
    capitals, with stops or without: "who" and "us" are words. One word after an article ("The Hill",
    "The Independent") needs its article for the same reason; "the Kremlin" and "Kremlin" are one.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._keys: dict[str, dict[str, None]] = {}
        for name, key in pairs:
            self._keys.setdefault(_key(name), {})[key] = None

    def find(self, name: str) -> tuple[str, ...]:
        """Return the keys that `name` stands for, in the order in which they were given."""
        found = self._keys.get(_key(name)) or self._keys.get(fold_name(name))
        return tuple(found or ())

    def ambiguous(self) -> dict[str, tuple[str, ...]]:
        """Return the folded names that stand for several keys, with those."""
        return {name: tuple(keys) for name, keys in sorted(self._keys.items()) if len(keys) > 1}


def _key(name: str) -> str:
    folded = fold_name(name)
    bare = name.strip()
    article = bare[:4].lower() == "the "
    if article:
        bare = bare[4:].lstrip()
    # Both are kept apart under keys that no folded name can have.
    if bare.isupper() and len(bare) <= _ACRONYM and " " not in bare:
        return folded.upper()
    return f"the {folded}" if article and " " not in folded else folded
