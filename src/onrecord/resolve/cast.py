"""The actors of one document: those with names, and those who are only described."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.record import Actor, ActorKind, Attribution, Document, RegionKind, Span
from onrecord.resolve.entity import Entity
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.people import People
from onrecord.resolve.phrases import Sentences
from onrecord.resolve.salience import Salience
from onrecord.text.folding import ADDRESS
from onrecord.text.quotations import quotations

_ASKS = re.compile(r"\b(?:ask|press|question)(?:s|es|ed|ing)?$")
_ASIDE = re.compile(r"\baccording[ \u00a0]to[ \u00a0](?:[\w’'-]+[ \u00a0]){0,2}$", re.IGNORECASE)
AHEAD = 1200
"""Characters below a headline whose actors it may speak of: the first paragraphs."""

MOST_BREAKS = 2
"""Line ends after which "he" may still be the last speaker: a paragraph, and a blank line before it."""
OPENING = 400
"""Characters at the head of an article in which "the party" may be one that is named only behind them."""


class Cast:
    """Who takes part in a document: `people` with names, others by the words that describe them.

    `salience` weighs whom a pronoun stands for. `sources` are the words of who speaks, in order. `last` is who was
    cited last, before `last_end`, by a description with the noun `last_head`; `last_aside` is whether only as the
    source of what others say ("…, according to Tern News").
    """

    def __init__(self, document: Document, attributions: Sequence[Attribution] = ()) -> None:
        self.document = document
        self._told = [(span, a.source[0]) for a in attributions if a.source for span in a.content]
        self.sources = sorted({a.source[0] for a in attributions if a.source})
        self.text = document.text
        self.salience = Salience(self.text, quotations(self.text))
        self.people = People(document, self.salience.quoted)
        self.sentences = Sentences.of(document)
        self.described: dict[str, Entity] = {}
        self.last: Entity | None = None
        self.last_end = 0
        self.last_head = ""
        self.last_aside = False
        self._cited: list[tuple[int, Entity]] = []

    def describe(self, span: Span, kind: ActorKind, head: str = "", *, several: bool = False) -> Entity:
        """Return the actor of a description: the same words are the same actor."""
        key = span.words.casefold()
        if key not in self.described:
            several = several or kind is ActorKind.GROUP
            entity = Entity((head or key,), span.words, kind, span.start, named=False, several=several)
            entity.gender = lexicon().gender_of_title(head) if head and not several else None
            entity.mention((span.start, span.end))
            self.described[key] = entity
        return self.described[key]

    def introduce(self, name: str, gender: str | None, span: Span) -> Entity:
        """Return the actor of a person known by `name` whom the text only describes, at `span`."""
        key = name.casefold()
        if key not in self.described:
            entity = Entity(tuple(key.split()), name, ActorKind.PERSON, span.start, gender=gender)
            entity.mention((span.start, span.end))
            self.described[key] = entity
        return self.described[key]

    def of_kind(self, *kinds: ActorKind) -> list[Entity]:
        """Return the actors of `kinds`, with names and without."""
        return [e for e in (*self.people.entities, *self.described.values()) if e.kind in kinds]

    def cite(self, entity: Entity, span: Span, head: str = "") -> None:
        """Note that `entity` is cited at `span`, by a description with the noun `head` if it is one."""
        overlapping = next((s for s, e in entity.mentions if s < span.end and span.start < e), span.start)
        self.last, self.last_end, self.last_head = entity, span.end, head
        self.last_aside = bool(_ASIDE.search(self.text, max(0, span.start - 32), span.start))
        if not self.last_aside:
            self.salience.sources.add(overlapping)
        self._cited.append((span.start, entity))

    def cited_in(self, start: int, end: int) -> Entity | None:
        """Return who was cited first in ``[start, end)`` so far, None if nobody was."""
        low = bisect_left(self._cited, start, key=lambda item: item[0])
        return self._cited[low][1] if low < len(self._cited) and self._cited[low][0] < end else None

    def view(self, position: int) -> int:
        """Return up to where mentions count at `position`: in a headline, those of the first paragraphs too."""
        region = self.document.region_at(position)
        ahead = region is not None and region.kind in (RegionKind.HEADLINE, RegionKind.STANDFIRST)
        return position + AHEAD if ahead else position

    def undisturbed(self, position: int, others: Iterable[Entity]) -> bool:
        """Return whether the text goes on from the last speaker to `position` with none of `others` as a subject.

        Those named in what somebody says do not count. In the next paragraph any who are named do.
        """
        rivals = {id(e) for e in others if e is not self.last}
        named = self.people.starting(self.last_end, position)
        disturbing = [start for e, start in named if id(e) in rivals and not self._is_told(start)]
        breaks = self.text[self.last_end : position].count("\n")
        if breaks:
            return breaks <= MOST_BREAKS and not disturbing
        return not any(self.salience.is_subject(start, self.people.end_of(start)) for start in disturbing)

    def _is_told(self, position: int) -> bool:
        return self.salience.in_quotation(position) or bool(self.told_by(position))

    def asks(self, span: Span, attributions: Sequence[Attribution]) -> None:
        """Let whom the source at `span` asks be the last to speak: an answer follows."""
        for attribution in attributions:
            if attribution.source[:1] == (span,) and attribution.cue and _ASKS.search(attribution.cue[0].words):
                end = attribution.cue[0].end
                asked = next((e for e, _ in self.people.starting(end, end + 6) if e.kind is ActorKind.PERSON), None)
                self.last = asked or self.last

    def acts(self, entity: Entity) -> bool:
        """Return whether an entity is the subject of a sentence somewhere, as far as one can tell."""
        return any(self.salience.is_subject(start, end) for start, end in entity.mentions)

    def told_by(self, position: int) -> list[Span]:
        """Return the sources in whose words `position` lies, the innermost last."""
        holding = [item for item in self._told if item[0].start <= position < item[0].end]
        return [source for _, source in sorted(holding, key=lambda item: item[0].start - item[0].end)]

    def quoting(self, position: int) -> list[Entity]:
        """Return those named who speak of others in the quotation at `position`: no "he" in it stands for them."""
        if not self.salience.in_quotation(position):
            return []
        found = (self.people.at(source.start, source.end) for source in self.told_by(position))
        return [entity for entity in found if entity is not None]

    def actor(self, entity: Entity) -> Actor:
        """Return the entity as an actor of the record."""
        return Actor(
            document_id=self.document.id,
            kind=entity.kind or ActorKind.ORGANISATION,
            name=entity.name,
            mentions=tuple(self.document.span(start, end) for start, end in entity.mentions),
            roles=tuple(span for span in map(self._span, sorted(set(entity.roles))) if not _is_address(span.words)),
        )

    def _span(self, place: tuple[int, int]) -> Span:
        return self.document.span(*place)


def _is_address(role: str) -> bool:
    """Return whether the words before a name are no office but a form of address: "Mr."."""
    return all(word.rstrip(".").casefold() in ADDRESS for word in role.split())
