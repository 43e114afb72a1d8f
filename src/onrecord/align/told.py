"""Statements → what alignment knows of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.align.lists import lists
from onrecord.align.references import Names, references
from onrecord.align.words import stem
from onrecord.meaning import words
from onrecord.record import Actor, ActorKind, Document, Form, Identity, Part, RegionKind, Span, Statement, Told
from onrecord.text.moment import instant
from onrecord.text.quotations import Quotation, quotations

ABOUT = 15
"""Stems that tell what an article is about: its most frequent ones. Two reports of one event share a third or more."""

_CLOSING = ('"', "”")

_ABOVE = frozenset({RegionKind.HEADLINE, RegionKind.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Who:
    """Who the actors of documents are across them.

    `identities` are by the ids of local actors; `bodies` are for each identity's id the keys of the bodies for which
    it may speak, its own among them.
    """

    identities: Mapping[str, Identity] = field(default_factory=dict)
    bodies: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, identities: Iterable[Identity], bodies: Mapping[str, frozenset[str]]) -> Who:
        """Return who is who among `identities`."""
        return cls({member: one for one in identities for member in one.members}, bodies)

    def id(self, actor: Actor | None) -> str | None:
        """Return the id of who `actor` is across documents, its own id where that is not known, None for nobody."""
        if actor is None:
            return None
        return self.identities[actor.id].id if actor.id in self.identities else actor.id

    def name(self, actor: Actor | None) -> str | None:
        """Return the name of `actor` across documents, None for nobody."""
        if actor is None:
            return None
        return self.identities[actor.id].name if actor.id in self.identities else actor.name

    def kind(self, actor: Actor | None) -> ActorKind | None:
        """Return what kind of actor `actor` is across documents, None for nobody."""
        if actor is None:
            return None
        return self.identities[actor.id].kind if actor.id in self.identities else actor.kind


@dataclass(frozen=True, slots=True)
class _Article:
    """A document's quotations and names, how often it holds each stem, and those that tell most of what it is about."""

    quoted: Sequence[Quotation]
    counts: Counter[str]
    about: frozenset[str]
    names: Names

    @classmethod
    def of(cls, document: Document) -> _Article:
        found = words(document.text)
        telling = Counter(stem(word) for word in found if word not in lists().empty and len(word) > 2)
        first = sorted(telling, key=lambda each: (-telling[each], each))[:ABOUT]
        return cls(quotations(document.text), Counter(map(stem, found)), frozenset(first), Names.of(document.text))


def told(document: Document, statements: Iterable[Statement], who: Who) -> tuple[Told, ...]:
    """Return what alignment knows of each statement of `document`, in their order."""
    article = _Article.of(document)
    return tuple(_told(document, statement, article, who) for statement in statements)


def _told(document: Document, statement: Statement, article: _Article, who: Who) -> Told:
    attribution, speaker, said = statement.attribution, statement.speaker, statement.said
    place = attribution.content[0].start
    region = document.region_at(place)
    speaker_id, relay_id = who.id(speaker), who.id(statement.relay)
    return Told(
        statement_id=statement.id,
        document_id=document.id,
        speaker=speaker_id,
        name=who.name(speaker),
        speaker_kind=who.kind(speaker),
        form=attribution.form,
        parts=tuple(_part(span, article.quoted, attribution.form) for span in attribution.content),
        cue=" ".join(span.words for span in attribution.cue),
        said=said.interval if said else None,
        said_basis=said.basis if said else None,
        setting=statement.setting.key if statement.setting else None,
        addressee=who.name(statement.addressee),
        published=document.published.iso[:10] if document.published else None,
        time=instant(document.published.iso) if document.published else None,
        outlet=document.outlet,
        place=place,
        headline=region is not None and region.kind in _ABOVE,
        stands_for=who.bodies.get(speaker_id or "", frozenset()),
        relay=relay_id,
        relay_kind=who.kind(statement.relay),
        often=_often(attribution.content, article.counts),
        about=article.about,
        referents=references((span.words for span in attribution.content), speaker, article.names),
        spans=tuple((span.start, span.end) for span in attribution.content),
        condition=tuple(span.words for span in statement.condition),
    )


def _often(content: Iterable[Span], counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Return how often the document holds the stems of the content, as powers of two, where it is not once."""
    stems = {stem(word) for span in content for word in words(span.words)}
    return tuple(sorted((each, counts[each].bit_length() - 1) for each in stems if counts[each] > 1))


def _part(span: Span, quoted: Sequence[Quotation], form: Form) -> Part:
    inside = tuple(_inside(span, quoted))
    return Part(span.words, inside or tuple(_unopened(span.words, form)))


def _unopened(words: str, form: Form) -> Iterator[tuple[int, int]]:
    """Yield the whole of a part that ends with a mark that nothing opens: a reporter forgot to."""
    if form is not Form.INDIRECT and words.endswith(_CLOSING):
        yield 0, len(words) - 1


def _inside(span: Span, quoted: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield where in the words of `span` quotations stand, without their marks."""
    for quotation in quoted:
        start, end = max(quotation.inner_start, span.start), min(quotation.inner_end, span.end)
        if start < end:
            yield start - span.start, end - span.start
