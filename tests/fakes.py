"""Stand-ins for the stages, quick and without a model, with words that make a worker misbehave."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord import clean
from onrecord.errors import ModelError
from onrecord.record import (
    Actor,
    ActorKind,
    Attribution,
    Capture,
    Document,
    Form,
    Given,
    MediaType,
    Span,
    Statement,
)
from onrecord.run.article import Article

MADE_BY = "fake 1"
SAID = re.compile(r"“([^”\n]+)” (said|warned) ([^\W\d_a-z]\w+ [^\W\d_a-z]\w+)")


def capture(text: str, locator: str = "a.txt", **given: str) -> Capture:
    """Return a plain-text capture."""
    data = text.encode("utf-8", "surrogatepass")
    return Capture(data, MediaType.PLAIN, locator, locator.rsplit("/", 1)[-1], Given(**given))


def roles(text: str, match: re.Match[str]) -> dict[str, Any]:
    """Return the fields of the attribution that `match` found in `text`."""
    source, cue, content = (Span.of(text, *match.span(group)) for group in (3, 2, 1))
    return {"source": (source,), "cue": (cue,), "content": (content,), "form": Form.DIRECT, "confidence": 0.75}


def attributions(of: Document) -> tuple[Attribution, ...]:
    """Return an attribution for every “…” said NAME."""
    return tuple(Attribution(of.id, **roles(of.text, match)) for match in SAID.finditer(of.text))


def resolved(of: Document, found: Iterable[Attribution]) -> tuple[Statement, ...]:
    """Return the attributions with their sources as speakers."""
    speakers = ((a, Actor(of.id, ActorKind.PERSON, a.source[0].words, a.source)) for a in found)
    return tuple(Statement(attribution, speaker, "name") for attribution, speaker in speakers)


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
    return Article(made, resolved(made, attributions(made)))


def start(model: str = "") -> Callable[[Capture], Article]:
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
    return tuple(Attribution(name, **roles(text, match)) for match in SAID.finditer(text))


def tagger(model: str = "") -> SimpleNamespace:
    """Return what stands for the tagger where only its name is asked for."""
    return SimpleNamespace(name="fake", digest="0" * 64, attributions=attributions)


def put_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the pipeline with these stand-ins for its stages."""
    monkeypatch.setattr("onrecord.pipeline.start_articles", start)
    monkeypatch.setattr("onrecord.pipeline.start_tagging", tagging)
    monkeypatch.setattr("onrecord.pipeline.load_tagger", tagger)
    monkeypatch.setattr("onrecord.pipeline.signature", lambda model="": MADE_BY)
    monkeypatch.setattr("onrecord.resolve.statements", resolved, raising=False)
