"""A statement as a citation, in styles to copy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.present.export.selectors import selectors
from onrecord.present.web.words import day
from onrecord.query import Shown
from onrecord.record import Form
from onrecord.text.hidden import HIDDEN

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {char: f"\\{char}" for char in "{}%&#$_"}
_OPENING = tuple("\"“„«‘'‹")
_DATED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style, as text."""

    style: str
    text: str


def citations(shown: Shown) -> tuple[Citation, ...]:
    """Return a statement cited in words, for BibTeX, and as JSON."""
    return (
        Citation("plain", _plain(shown)),
        Citation("BibTeX", _bibtex(shown)),
        Citation("JSON", _json(shown)),
    )


def annotation(shown: Shown) -> str:
    """Return the statement's content as a Web Annotation (W3C, 2017): which words of which source it is about.

    The source is the article's address, or, where none is known, its bytes by their SHA-256 (RFC 6920).
    """
    content = shown.reported.statement.attribution.content
    source = shown.reported.heading.url or f"ni:///sha-256;{shown.capture.sha256}"
    targets = [{"source": source, "selector": selectors(shown.document.text, span)} for span in content]
    about = {"type": "TextualBody", "value": _said_by(shown), "purpose": "identifying"}
    return _dumped(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"urn:onrecord:statement:{shown.reported.id}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": about,
            "target": targets,
        }
    )


def _said_by(shown: Shown) -> str:
    return f"reported as said by {shown.reported.speaker or 'nobody named'}"


def _quoted(shown: Shown) -> str:
    """Return who is told to have said what: words in their own marks, others in marks as the article's words."""
    found = shown.reported
    speaker, outlet = found.speaker or "Nobody named", _outlet(shown)
    if found.form != Form.DIRECT:
        return f"{speaker}, in the words of {outlet}: “{found.words}”"
    words = found.words if found.words.startswith(_OPENING) else f"“{found.words}”"
    return f"{speaker}: {words} As told by {outlet}"


def _outlet(shown: Shown) -> str:
    heading = shown.reported.heading
    return heading.outlet or (heading.articles[0] if heading.articles else "an outlet unknown")


def _plain(shown: Shown) -> str:
    heading, content = shown.reported.heading, shown.reported.statement.attribution.content
    title = heading.title and f"“{heading.title}”"
    told = [_quoted(shown), title, day(heading.published), heading.url]
    place = f"characters {content[0].start}–{content[-1].end}"
    kept = f"onrecord statement {shown.reported.id}, SHA-256 of the bytes {shown.capture.sha256}"
    return ", ".join(filter(None, [*told, place])) + f" ({kept})."


def _bibtex(shown: Shown) -> str:
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in _entries(shown))
    return f"@misc{{onrecord:{shown.reported.id},\n{rows}}}"


def _entries(shown: Shown) -> Iterator[tuple[str, str]]:
    found, heading = shown.reported, shown.reported.heading
    yield "author", f"{{{_tex(found.speaker or 'Nobody named')}}}"
    yield "title", f"{{{_tex(found.words)}}}"
    yield "howpublished", _tex(f"As told by {_outlet(shown)}" + (f": {heading.title}" if heading.title else ""))
    dated = _DATED.match(heading.published or "")
    for name, value in zip(("year", "month", "day"), dated.groups() if dated else (), strict=False):
        if value:
            yield name, str(int(value))
    if heading.url:
        yield "url", "".join(char for char in heading.url if char not in "{}\\")
    yield "note", f"onrecord statement {found.id}, SHA-256 of the bytes {shown.capture.sha256}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in " ".join(text.split()))


def _json(shown: Shown) -> str:
    found, heading = shown.reported, shown.reported.heading
    told: dict[str, Any] = {
        "statement": found.id,
        "speaker": found.speaker,
        "words": found.words,
        "form": found.form,
        "addressee": found.addressee,
        "said": found.said,
        "occasion": found.setting,
        "relay": found.relay,
        "outlet": heading.outlet,
        "title": heading.title,
        "published": heading.published,
        "url": heading.url,
        "content": [[span.start, span.end] for span in found.statement.attribution.content],
        "sha256": shown.capture.sha256,
    }
    return _dumped({name: value for name, value in told.items() if value is not None})


def _dumped(value: dict[str, Any]) -> str:
    """Return `value` as JSON that a reader sees whole: hidden characters stand in it as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return HIDDEN.sub(lambda found: "\n" if found[0] == "\n" else json.dumps(found[0])[1:-1], text)
