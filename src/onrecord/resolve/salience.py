"""Whom a pronoun most likely stands for: who was named lately, as speaker, outside of quotations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.resolve.entity import Entity
from onrecord.text.quotations import Quotation

HALF_LIFE = 240
"""Characters after which a mention counts half: about one and a half sentences of news prose."""

QUOTED, SPEAKER, OPENING, UNSURE, UNKNOWN = 0.3, 2.0, 1.5, 0.25, 0.4
"""Weights of a mention inside a quotation, as a source, at the start of a sentence, and of an
entity that may be no person, or of whom it is not known whether the pronoun fits. Set by hand, not
tuned; UNKNOWN between .4 and .6 changes nothing in `python -m bench.speakers`."""


@dataclass(slots=True)
class Salience:
    """What has been mentioned where, for weighing candidates. Offsets are code points of `text`."""

    text: str
    quoted: tuple[Quotation, ...]
    sources: set[int] = field(default_factory=set)

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
        factor = 1.0 if entity.sure else UNSURE
        return factor * sum(
            self._of_mention(start) * float(0.5 ** ((position - end) / HALF_LIFE))
            for start, end in entity.mentions
            if end <= position
        )

    def _of_mention(self, start: int) -> float:
        weight = SPEAKER if start in self.sources else 1.0
        if self._opens_sentence(start):
            weight *= OPENING
        return weight * QUOTED if any(q.start <= start < q.end for q in self.quoted) else weight

    def _opens_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 40) : start].rstrip(" ")
        return not before or before[-1] in '.!?”"\n\r:'
