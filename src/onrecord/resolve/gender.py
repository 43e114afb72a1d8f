"""Whether a person is spoken of as he or she: by title, by given name, or by the pronouns that follow."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from onrecord.record import ActorKind
from onrecord.resolve.entity import Entity

_PRONOUN = re.compile(r"\b(?:(he|his|him|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_REACH = 160
"""Characters: a pronoun farther than this from a name, or past a sentence's end, does not count."""


def infer_genders(text: str, entities: Sequence[Entity]) -> None:
    """Set the gender of entities that titles and given names leave open, by the pronouns after their mentions.

    A pronoun votes for the last name before it in its sentence. Nothing is set on a tie.
    """
    mentions = sorted((start, end, i) for i, e in enumerate(entities) for start, end in e.mentions)
    starts = [start for start, _, _ in mentions]
    votes: dict[int, Counter[str]] = {}
    for match in _PRONOUN.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0:
            continue
        _, end, owner = mentions[index]
        between = text[end : match.start()]
        if len(between) <= _REACH and not re.search(r"[.!?\n]", between):
            votes.setdefault(owner, Counter())["m" if match[1] else "f"] += 1
    for owner, count in votes.items():
        entity = entities[owner]
        if entity.gender is None and entity.kind is not ActorKind.ORGANISATION and count["m"] != count["f"]:
            entity.gender = "m" if count["m"] > count["f"] else "f"
