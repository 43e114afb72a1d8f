"""Documents of our own words, and who the words of one stand for."""

from __future__ import annotations

from onrecord.record import Actor, ActorKind, Document, Moment, OffsetMap, Region, RegionKind, Span
from onrecord.record.document import Basis
from onrecord.resolve import Resolver


def document(text: str, *, headline: bool = False, published: str | None = None) -> Document:
    """Return a document whose lines are body paragraphs, the first a headline if asked for."""
    regions, position = [], 0
    for index, line in enumerate(text.split("\n")):
        kind = RegionKind.HEADLINE if headline and index == 0 else RegionKind.BODY
        if line:
            regions.append(Region(position, position + len(line), kind))
        position += len(line) + 1
    moment = Moment(published, Basis.GIVEN) if published else None
    return Document("capture", text, tuple(regions), OffsetMap.identity(len(text)), "utf-8", published=moment)


def span(of: Document, words: str, nth: int = 0) -> Span:
    """Return the nth place of `words` in the text; -1 is the last."""
    places = [i for i in range(len(of.text)) if of.text.startswith(words, i)]
    return of.span(places[nth], places[nth] + len(words))


def actor(
    text: str, words: str, nth: int = 0, *, earlier: tuple[str, ...] = (), headline: bool = False
) -> Actor | None:
    """Return the actor for whom the nth place of `words` stands, those of `earlier` being cited too."""
    of = document(text, headline=headline)
    asked = span(of, words, nth)
    return Resolver(of, [*(span(of, each) for each in earlier), asked]).actor_of(asked)


def told(found: Actor | None) -> tuple[str, ActorKind] | None:
    """Return what the tests compare of an actor: name and kind."""
    return (found.name, found.kind) if found else None
