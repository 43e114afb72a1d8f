"""Stand-ins for the stages, quick and without a model, with words that make a worker misbehave."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import SimpleNamespace

import pytest

from onrecord import clean
from onrecord.errors import ModelError
from onrecord.record import (
    Accounts,
    Act,
    Actor,
    ActorKind,
    Attribution,
    Capture,
    Document,
    Form,
    Given,
    MediaType,
    Reason,
    RegionKind,
    Span,
    Statement,
    Unattributed,
)
from onrecord.run.article import Article

MADE_BY = "fake 1"
NAME = r"[^\W\d_a-z]\w+ [^\W\d_a-z]\w+"
SAID = re.compile(
    rf"(?:(?P<via>{NAME}) (?P<reported>reported) (?P<outer>that ))?"
    rf"“(?P<content>[^”\n]+)” (?P<cue>said|warned|thought) (?P<source>{NAME})"
)
QUOTED = re.compile(r"“[^”\n]+”")


def capture(text: str, locator: str = "a.txt", **given: str) -> Capture:
    """Return a plain-text capture."""
    data = text.encode("utf-8", "surrogatepass")
    return Capture(data, MediaType.PLAIN, locator, locator.rsplit("/", 1)[-1], Given(**given))


def found(text: str, document_id: str) -> Iterator[Attribution]:
    """Yield an attribution for every “…” said NAME, and before it that of NAME reported that “…” said NAME."""

    def span(match: re.Match[str], first: str, last: str = "") -> tuple[Span]:
        return (Span.of(text, match.start(first), match.end(last or first)),)

    for match in SAID.finditer(text):
        via: tuple[Span, ...] = ()
        if match["via"]:
            via = span(match, "via")
            content = span(match, "outer", "source")
            yield Attribution(document_id, via, span(match, "reported"), content, Form.MIXED, 0.5)
        source, cue, content = (span(match, role) for role in ("source", "cue", "content"))
        act = Act.THOUGHT if match["cue"] == "thought" else Act.COMMUNICATED
        yield Attribution(document_id, source, cue, content, Form.DIRECT, 0.75, via, act)


def attributions(of: Document) -> tuple[Attribution, ...]:
    """Return the attributions of a document."""
    return tuple(found(of.text, of.id))


def resolved(of: Document, attributed: Iterable[Attribution]) -> tuple[Statement, ...]:
    """Return the attributions with their sources as speakers."""

    def actor(spans: tuple[Span, ...]) -> Actor | None:
        return Actor(of.id, ActorKind.PERSON, spans[0].words, spans) if spans else None

    return tuple(Statement(each, actor(each.source), "name", actor(each.via)) for each in attributed)


def unattributed(of: Document, attributed: Sequence[Attribution]) -> tuple[Unattributed, ...]:
    """Return the quotations of the body outside of all attributions: a title is in capitals, scare quotes are short."""
    told = [span for each in attributed for span in each.spans]
    body = [each for each in of.regions if each.kind is RegionKind.BODY]
    quoted = [of.span(*m.span()) for region in body for m in QUOTED.finditer(of.text, region.start, region.end)]
    return tuple(Unattributed(of.id, each, _reason(each.words)) for each in quoted if not any(map(each.overlaps, told)))


def _reason(words: str) -> Reason:
    if words[1:-1].istitle():
        return Reason.TITLE
    return Reason.NO_SOURCE if " " in words else Reason.SCARE_QUOTES


def accounts(of: Document, attributed: Sequence[Attribution]) -> Accounts:
    """Return the account of the document's quotations."""
    return Accounts(len(unattributed(of, ())), unattributed(of, attributed))


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
    made = clean.document(of)
    attributed = attributions(made)
    return Article(made, resolved(made, attributed), accounts(made, attributed))


def start(model: str = "", authority: str = "") -> Callable[[Capture], Article]:
    """Return what a worker does with each capture."""
    if model == "broken":
        raise ModelError("the model is broken on purpose")
    if model == "dead":
        os._exit(7)
    return article


def tagging(model: str = "") -> Callable[[tuple[str, str]], tuple[Attribution, ...]]:
    """Return what a worker of `tag` does with each (id, text)."""
    return attributions_of_text


def attributions_of_text(task: tuple[str, str]) -> tuple[Attribution, ...]:
    """Return the attributions of a whole text."""
    name, text = task
    if "RAISE" in text:
        raise ZeroDivisionError("on purpose")
    return tuple(found(text, name))


def tagger(model: str = "") -> SimpleNamespace:
    """Return what stands for the tagger where only its name is asked for."""
    return SimpleNamespace(name="fake", digest="0" * 64, attributions=attributions)


def put_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the pipeline with these stand-ins for its stages."""
    monkeypatch.setattr("onrecord.pipeline.start_articles", start)
    monkeypatch.setattr("onrecord.pipeline.start_tagging", tagging)
    monkeypatch.setattr("onrecord.pipeline.load_tagger", tagger)
    monkeypatch.setattr("onrecord.pipeline.signature", lambda model="", authority="": MADE_BY)
    monkeypatch.setattr("onrecord.resolve.statements", resolved, raising=False)
    put_accounts_in(monkeypatch)


def put_accounts_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the account of quotations as these stand-ins make it, for verification too."""
    monkeypatch.setattr("onrecord.extract.unattributed", unattributed, raising=False)
