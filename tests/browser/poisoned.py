"""A record of which every text that an outsider chooses is a payload."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from onrecord import clean
from onrecord.query import Filter, find
from onrecord.record import (
    Accounts,
    Actor,
    ActorKind,
    Anomaly,
    AnomalyKind,
    Appearance,
    Attribution,
    Capture,
    Document,
    Entry,
    Form,
    Given,
    Interval,
    MediaType,
    Outcome,
    Reason,
    Said,
    SaidBasis,
    Setting,
    SettingKind,
    Span,
    Statement,
    Unattributed,
)
from onrecord.run import judging, retelling
from onrecord.run.aligning import Aligning
from onrecord.run.identify import identify
from onrecord.store import Store, journal

FORMATS = (MediaType.PLAIN, MediaType.HTML, MediaType.JSON_ROW)
PARTS = ("name", "role", "relay", "words", "addressee", "setting", "place", "said")
GROUP = 5
"""Payloads of one article: a statement and an anomaly for each; title, outlet and the like hold all of them."""


def poison(path: Path, payloads: Sequence[str]) -> Store:
    """Return a record with an article for each group, in turn as plain text, HTML and a row of JSON Lines."""
    store = Store.open(path, create=True, connections=4)
    entries = []
    with store.writing() as connection:
        for number, at in enumerate(range(0, len(payloads), GROUP)):
            group = payloads[at : at + GROUP]
            joined = " ".join(group)
            capture = _capture(number, group)
            entries.append(Entry(capture.locator, Outcome.STORED, capture.id, joined))
            document = replace(clean.document(capture), title=joined, outlet=joined, url=joined)
            document = replace(document, flags=(*document.flags, joined))
            found = [_statement(document, payload, place) for place, payload in enumerate(group)]
            store.add(
                connection,
                capture,
                document,
                found,
                made_by=joined,
                accounts=_accounts(document),
                anomalies=[_anomaly(document, payload, place) for place, payload in enumerate(group)],
                appearances=[_appearance(actor) for each in found for actor in each.actors],
            )
        identify(connection)
        run = journal.begin(connection, "2031-03-08T10:00:00+00:00", payloads[0])
        entries += [Entry(each, Outcome.FAILED, None, each) for each in payloads]
        journal.write(connection, run, enumerate(entries, 1))
        journal.finish(connection, run, "2031-03-08T10:00:09+00:00", len(entries))
    return store


def judge(store: Store, actor: str, payload: str) -> None:
    """Leave a judgement of which author, name and reason are the payload."""
    judging.rename(store, actor, payload, author=payload, made_at="2031-03-09T12:00:00+00:00", reason=payload)


def retell(store: Store, payloads: Sequence[str]) -> None:
    """Leave statements of two articles each judged to tell the same, author and reason being payloads."""
    Aligning().run(store)
    ids = [each.id for each in find(store, Filter())]
    pairs = zip(ids[:: 4 * GROUP], ids[GROUP :: 4 * GROUP], strict=False)
    for pair, author, reason in zip(pairs, payloads[::GROUP], payloads[1::GROUP], strict=False):
        retelling.merge_tellings(store, pair, author=author, made_at="2031-03-09T12:00:00+00:00", reason=reason)


def _line(payload: str) -> str:
    return " ".join(payload.replace("\x00", "").split()) or "x"


def _capture(number: int, group: Sequence[str]) -> Capture:
    lines = [f"{place} {_line(payload)} {part}" for place, payload in enumerate(group) for part in PARTS]
    joined = " ".join(group)
    text = "\n\n".join([f"Headline {number}", *lines, f"“{_line(joined)}” is nobody’s."])
    given = Given(outlet=joined, url=joined, published=f"2031-03-{number % 28 + 1:02}")
    kind = FORMATS[number % len(FORMATS)]
    data = {
        MediaType.PLAIN: lambda: text.encode("utf-8", "surrogatepass"),
        MediaType.HTML: lambda: _page(joined, text).encode("utf-8", "surrogatepass"),
        MediaType.JSON_ROW: lambda: json.dumps(_row(joined, text, number)).encode(),
    }[kind]()
    return Capture(data, kind, f"{joined}#{number}", f"{joined}-{number}", given)


def _page(payload: str, text: str) -> str:
    """Return a page with the payload as markup in its head and body, and as text in its paragraphs."""
    paragraphs = "".join(f"<p>{_escaped(line)}</p>" for line in text.split("\n\n"))
    head = f'<title>{payload}</title><meta property="og:site_name" content="{payload}">'
    return (
        f"<!doctype html><html><head>{head}</head><body><article>{paragraphs}<p>{payload}</p></article></body></html>"
    )


def _row(payload: str, text: str, number: int) -> dict[str, str]:
    field = {"html": _page(payload, text)} if number % 2 else {"text": text}
    return {"id": payload, "title": payload, "outlet": payload, "url": payload, "published": "2031-03-04", **field}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _statement(document: Document, payload: str, place: int) -> Statement:
    """Return a statement of whose every part the words are a paragraph with the payload."""
    name, role, relay, words, to, setting, where, said = (_paragraph(document, payload, place, part) for part in PARTS)
    attribution = Attribution(document.id, (name,), (), (words,), Form.MIXED, 0.5, via=(relay,))
    return Statement(
        attribution,
        Actor(document.id, ActorKind.PERSON, name.words, (name,), (role,)),
        payload,
        relay=Actor(document.id, ActorKind.ORGANISATION, relay.words, (relay,)),
        addressee=Actor(document.id, ActorKind.GROUP, to.words, (to,)),
        to=to,
        said=Said(Interval("2031-03-04", "2031-03-04"), "2031-03-04", SaidBasis.STATED, payload, said),
        setting=Setting(document.id, SettingKind.SPEECH, (setting,), place=where, medium=payload),
        stated=0.9,
    )


def _paragraph(document: Document, payload: str, place: int, part: str) -> Span:
    line = f"{place} {_line(payload)} {part}"
    start = document.text.index(line)
    return document.span(start, start + len(line))


def _anomaly(document: Document, payload: str, place: int) -> Anomaly:
    return Anomaly(document.id, AnomalyKind.WEEKDAY, (_paragraph(document, payload, place, "words"),), payload)


def _accounts(document: Document) -> Accounts:
    start, end = document.text.find("“"), document.text.find("”")
    if not 0 <= start < end:
        return Accounts(0)
    return Accounts(1, (Unattributed(document.id, document.span(start, end + 1), Reason.NO_SOURCE),))


def _appearance(actor: Actor) -> Appearance:
    return Appearance(actor.id, actor.document_id, actor.kind, actor.name, language="en")
