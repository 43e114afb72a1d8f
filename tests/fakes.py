"""Stand-ins for the stages, quick and without a model, with words that make a worker misbehave."""

from __future__ import annotations

import os
import re
import signal
import time

from onrecord.errors import InputError
from onrecord.record import (
    Actor,
    ActorKind,
    Attribution,
    Basis,
    Capture,
    Document,
    Form,
    MediaType,
    Moment,
    OffsetMap,
    Region,
    RegionKind,
    Statement,
)
from onrecord.run.article import Article

MADE_BY = "fake 1"
SAID = re.compile(r"“([^”\n]+)” (said|warned) ([A-Z]\w+ [A-Z]\w+)")


def capture(text: str, locator: str = "a.txt", **given: str) -> Capture:
    """Return a plain-text capture."""
    from onrecord.record import Given

    data = text.encode("utf-8", "surrogatepass")
    return Capture(data, MediaType.PLAIN, locator, locator.rsplit("/", 1)[-1], Given(**given))


def document(of: Capture) -> Document:
    """Return the document of a capture: a headline, then body."""
    text = of.data.decode("utf-8", "surrogatepass")
    if not text:
        raise InputError("is empty")
    cut = text.find("\n")
    regions = [Region(0, len(text), RegionKind.BODY)]
    if 0 < cut < len(text) - 1:
        regions = [Region(0, cut, RegionKind.HEADLINE), Region(cut + 1, len(text), RegionKind.BODY)]
    published = Moment(of.given.published, Basis.GIVEN) if of.given.published else None
    return Document(
        capture_id=of.id,
        text=text,
        regions=tuple(regions),
        offsets=OffsetMap.identity(len(text)),
        charset="utf-8",
        title=text[:cut] if cut > 0 else None,
        url=of.given.url,
        outlet=of.given.outlet,
        published=published,
    )


def statements(of: Document) -> tuple[Statement, ...]:
    """Return a statement for every “…” said NAME."""
    found = []
    for match in SAID.finditer(of.text):
        source = of.span(*match.span(3))
        attribution = Attribution(
            document_id=of.id,
            source=(source,),
            cue=(of.span(*match.span(2)),),
            content=(of.span(*match.span(1)),),
            form=Form.DIRECT,
            confidence=0.75,
        )
        found.append(Statement(attribution, Actor(of.id, ActorKind.PERSON, source.words, (source,)), "name"))
    return tuple(found)


def article(of: Capture) -> Article:
    """Return the article of a capture, unless its text asks for trouble."""
    text = of.data.decode("utf-8", "surrogatepass")
    if "CRASH" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "SLEEP" in text:
        time.sleep(60)
    if "MEMORY" in text:
        bytearray(1 << 40)
    if "RAISE" in text:
        raise ZeroDivisionError("on purpose")
    if "SLOWLY" in text:
        time.sleep(0.2)
    made = document(of)
    return Article(made, statements(made))


def start() -> object:
    """Return what a worker does with each capture."""
    return article
