"""Whether a person is spoken of as he or she, by the pronouns that follow the name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from onrecord.record import ActorKind
from onrecord.resolve.entity import Entity
from onrecord.text.quotations import Quotation

_PRONOUN = re.compile(r"\b(?:(he|his|him|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_REACH = 160
"""Characters: a pronoun farther than this from a name, or past a sentence's end, does not count."""
_END = re.compile(r"[.!?\n]")


def infer_genders(text: str, entities: Sequence[Entity], quoted: Sequence[Quotation]) -> None:
    """Set the gender of entities that titles and given names leave open, by the pronouns after their mentions.

    A pronoun votes for the last name before it in its sentence, unless another is named there too whom
    it may mean. In a quotation it votes for nobody named before it: who speaks is no "he" there. Nothing is set
    unless one gender has twice the votes of the other.
    """
    opened = [quotation.start for quotation in quoted]
    mentions = sorted((start, end, i) for i, e in enumerate(entities) for start, end in e.mentions)
    starts = [start for start, _, _ in mentions]
    votes: dict[int, Counter[str]] = {}
    for match in _PRONOUN.finditer(text):
        index, gender = bisect_right(starts, match.start()) - 1, "m" if match[1] else "f"
        near: set[int] = set()
        last = bisect_right(opened, match.start()) - 1
        first = quoted[last].start if last >= 0 and match.start() < quoted[last].end else 0
        while index >= 0 and starts[index] >= first and not _is_past(text, mentions[index][1], match.start()):
            near.add(mentions[index][2])
            index -= 1
        fitting = [i for i in near if _fits(entities[i], gender)]
        if len(fitting) == 1:
            votes.setdefault(fitting[0], Counter())[gender] += 1
    for owner, count in votes.items():
        entity = entities[owner]
        (likely, most), (_, other) = [*count.most_common(), ("", 0)][:2]
        if entity.gender is None and most >= 2 * other:
            entity.gender = likely


def _is_past(text: str, end: int, position: int) -> bool:
    return position - end > _REACH or _END.search(text, end, position) is not None


def _fits(entity: Entity, gender: str) -> bool:
    return entity.kind is not ActorKind.ORGANISATION and entity.gender in (None, gender)
