"""Names in several pieces: couples ("Ada and Tom Lorn" names Ada Lorn too), nicknames (Ada "Bunny" Lorn)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.record import ActorKind
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.names import Name

_NICKNAME = re.compile(r" [\"“‘'(][A-Z][\w’'-]+[\"”’')] ")
_AND = re.compile(r"[ \u00a0](?:and|&)[ \u00a0]$")


def with_couples(text: str, names: Sequence[Name]) -> list[Name]:
    """Return `names` with the surname added to each given name that another full name follows after "and"."""
    by_end = {name.end: i for i, name in enumerate(names) if len(name.key) == 1}
    found = list(names)
    for name in names:
        joined = _AND.search(text, max(0, name.start - 5), name.start) if len(name.key) == 2 else None
        first = by_end.get(joined.start()) if joined else None
        if first is not None and _is_given(names[first].words[0]) and _is_given(name.words[0]):
            found[first] = replace(names[first], words=(*names[first].words, name.words[-1]), kind=ActorKind.PERSON)
    return found


def with_nicknames(text: str, names: Sequence[Name]) -> list[Name]:
    """Return `names` with a given name and the surname behind a nickname in marks as one: Ada "Bunny" Lorn."""
    found: list[Name] = []
    for name in names:
        first = found[-2] if len(found) > 1 else None
        if first is not None and _is_given(first.words[0]) and _NICKNAME.fullmatch(text, first.end, name.start):
            del found[-2:]
            found.append(replace(name, start=first.start, words=(*first.words, *name.words), kind=ActorKind.PERSON))
        else:
            found.append(name)
    return found


def _is_given(word: str) -> bool:
    return lexicon().gender_of_name(word) is not None
