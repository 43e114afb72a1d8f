"""The territories that words name, as the authority knows them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.lookups import country


def places_in(words: Sequence[str], authority: Authority) -> tuple[frozenset[str], frozenset[int]]:
    """Return the codes of the territories that capitalised words name, longest first, and where those words are."""
    codes: set[str] = set()
    taken: set[int] = set()
    for length in (4, 3, 2, 1):
        for start in range(len(words) - length + 1):
            span = range(start, start + length)
            if not words[start][:1].isupper() or taken.intersection(span):
                continue
            place = country(" ".join(words[start : start + length]), authority)
            if place is not None:
                codes.add(place.code)
                taken.update(span)
    return frozenset(codes), frozenset(taken)
