"""Couples who share a surname: "Ada and Tom Lorn" names Ada Lorn too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.record import ActorKind
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.names import Name

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


def _is_given(word: str) -> bool:
    return lexicon().gender_of_name(word) is not None
