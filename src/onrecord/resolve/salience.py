"""Whom a pronoun most likely stands for: who was named lately, as subject or speaker, outside of quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.resolve.entity import Entity
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.text.quotations import Quotation

HALF_LIFE = 180
"""Characters after which a mention counts half: about a sentence and a half of news prose."""
EARLIER = 0.5
"""How much a mention in a paragraph before counts beside one in the paragraph itself."""
OFTEN = 0.3
"""How much all mentions together count beside the one that counts most."""
REACH = 3000
"""Characters before which mentions count nothing: by then they weigh less than a thousandth."""

QUOTED, SPEAKER, OPENING, SUBJECT, OBLIQUE, UNSURE, UNKNOWN = 0.3, 2.0, 1.5, 1.4, 0.7, 0.25, 0.5
"""Weights of a mention inside a quotation, as a source, at the start of a sentence, before a verb,
behind a preposition or as a possessive, and of an entity that may be no person, or of whom it is
not known whether the pronoun fits."""

_BEFORE = re.compile(r"\b([\w’']+)[ \u00a0](?:the[ \u00a0])?$")
_OPENS = re.compile(
    r"(?:^|[.!?”\"\n\r:])[ \u00a0]*(?:(?:But|And|Yet|While|When|As|If|After|Before|Still|However,)[ \u00a0])?$"
)
_AFTER = re.compile(r"(?P<possessive>[’']s?\b)|(?:,[ \u00a0](?=wh))?[ \u00a0]?(?P<word>[a-z]+)")


@dataclass(slots=True)
class Salience:
    """What has been mentioned where, for weighing candidates. Offsets are code points of `text`."""

    text: str
    quoted: tuple[Quotation, ...]
    sources: set[int] = field(default_factory=set)
    _weights: dict[tuple[int, int], float] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [quotation.start for quotation in self.quoted]

    def best(self, candidates: Iterable[Entity], position: int, gender: str | None = None) -> Entity | None:
        """Return the candidate that stands out most before `position`, None if none was mentioned.

        With `gender`, one who is known to be spoken of so goes before one of whom it is not known.
        """
        weighed = []
        for entity in candidates:
            factor = UNKNOWN if gender and entity.gender != gender else 1.0
            weighed.append((factor * self.weight(entity, position), -entity.first, entity))
        weight, _, best = max(weighed, key=lambda item: item[:2], default=(0.0, 0, None))
        return best if weight > 0 else None

    def weight(self, entity: Entity, position: int) -> float:
        """Return how far an entity stands out before `position`; 0 if it was not mentioned there."""
        low = bisect_left(entity.mentions, (position - REACH,))
        high = bisect_right(entity.mentions, (position,))
        factor = 1.0 if entity.sure else UNSURE
        paragraph = self.text.rfind("\n", 0, position)
        weights = [
            self._of_mention(start, end)
            * float(0.5 ** ((position - end) / HALF_LIFE))
            * (1.0 if start > paragraph else EARLIER)
            for start, end in entity.mentions[low:high]
            if end <= position
        ]
        return factor * (max(weights, default=0.0) + OFTEN * sum(weights))

    def in_quotation(self, position: int) -> bool:
        """Return whether `position` lies within a quotation."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self.quoted[index].end

    def is_subject(self, start: int, end: int) -> bool:
        """Return whether the mention may be a subject: it opens its sentence or stands before a verb."""
        return self._by_place(start, end) >= SUBJECT

    def _of_mention(self, start: int, end: int) -> float:
        if (start, end) not in self._weights:
            self._weights[start, end] = self._by_place(start, end)
        return self._weights[start, end] * (SPEAKER if start in self.sources else 1.0)

    def _by_place(self, start: int, end: int) -> float:
        """Return the weight of a mention by where it stands in its sentence."""
        weight = QUOTED if self.in_quotation(start) else 1.0
        before = _BEFORE.search(self.text, max(0, start - 20), start)
        after = _AFTER.match(self.text, end)
        if (before and before[1].casefold() in listed("prepositions")) or (after and after["possessive"]):
            weight *= OBLIQUE
        elif after and after["word"] and after["word"] not in listed("no_verbs"):
            weight *= SUBJECT
        return weight * (OPENING if self._opens(start) else 1.0)

    def _opens(self, start: int) -> bool:
        """Return whether a mention opens its sentence, a title or "But" before it aside."""
        before = self.text[max(0, start - 48) : start]
        while (words := before.rstrip(" \u00a0").rsplit(" ", 1))[-1] and lexicon().is_role(words[-1]):
            before = before[: len(before.rstrip(" \u00a0")) - len(words[-1])]
        return bool(_OPENS.search(before)) or not before.strip()
