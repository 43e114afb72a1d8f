"""Rooms on small records, and those whose every text asks for trouble."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI
from tests import fakes
from tests.store.filled import ARTICLES, RELAYED, made

from onrecord import clean
from onrecord.present.web.access import Access, Role
from onrecord.present.web.app import LOOPBACK, create_app
from onrecord.present.web.room import Room
from onrecord.query import actors
from onrecord.record import Anomaly, AnomalyKind, Appearance, Capture, Entry, Given, MediaType, Outcome
from onrecord.run import judging
from onrecord.run.article import Article
from onrecord.run.identify import identify
from onrecord.store import Store, journal

NOW = datetime(2031, 3, 9, 12, 0, tzinfo=UTC)
TOKENS = {"reader-0123456789": Role.READER, "reviewer-0123456789": Role.REVIEWER, "admin-0123456789": Role.ADMIN}

SCRIPT = "<script>alert(1)</script>"
HIDDEN = "\u202egnp.exe\u202c\u200b\ufeff"
HALF = "\ud800 and \udfff"
NASTY = (
    SCRIPT,
    HIDDEN,
    HALF,
    '=HYPERLINK("http://x.test")',
    "'; DROP TABLE statements; --",
    "{{ 7 * 7 }} {% raw %}",
    "\x00\x01\x1b[31m",
    "😀" * 50,
    "x" * 20_000,
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    '"*"; NEAR(a b) OR content:',
)


def hostile() -> list[Capture]:
    """Return captures of which every text that an outsider chooses asks for trouble."""
    found = []
    for number, nasty in enumerate(NASTY):
        line, name = nasty.replace("\n", " "), f"{chr(65 + number)}da {chr(77 + number)}ott"
        row = {
            "id": nasty,
            "title": nasty,
            "outlet": nasty,
            "url": f"javascript:alert({number})",
            "published": "2031-03-04",
            "text": f"{nasty}\n\n“We wait, {line} they say,” said {name}.\n\n“{SCRIPT}” is told.\n",
        }
        data = json.dumps(row).encode()
        given = Given(outlet=nasty, url=f"http://x.test/{nasty}", language="en")
        found.append(Capture(data, MediaType.JSON_ROW, f"rows.jsonl#{nasty}", nasty, given))
    return found


def article(capture: Capture) -> Article:
    """Return the article of a capture of any kind, made in this process."""
    document = clean.document(capture)
    attributed = fakes.attributions(document)
    return Article(document, fakes.resolved(document, attributed), fakes.accounts(document, attributed))


def fill(store: Store, *captures: Capture) -> None:
    """Leave captures in the record, each with an anomaly; its actors told apart; a ledger; and judgements."""
    with store.writing() as connection:
        for capture in captures:
            one = made(capture) if capture.media_type is MediaType.PLAIN else article(capture)
            first = one.document.span(0, min(5, len(one.document.text)))
            wrong = Anomaly(one.document.id, AnomalyKind.WEEKDAY, (first,), capture.article)
            store.add(
                connection,
                capture,
                one.document,
                one.statements,
                made_by=fakes.MADE_BY,
                accounts=one.accounts,
                anomalies=[wrong],
                appearances=_appearances(one),
            )
        identify(connection)
        run = journal.begin(connection, "2031-03-08T10:00:00+00:00", fakes.MADE_BY)
        entries = [Entry(each.locator, Outcome.STORED, each.id) for each in captures]
        entries.append(Entry(f"gone {HALF}", Outcome.FAILED, None, f"it is {SCRIPT}"))
        journal.write(connection, run, enumerate(entries, 1))
        journal.finish(connection, run, "2031-03-08T10:00:09+00:00", len(entries))


def _appearances(one: Article) -> list[Appearance]:
    actors = {actor.id: actor for statement in one.statements for actor in statement.actors}
    return [Appearance(a.id, a.document_id, a.kind, a.name, language="en") for a in actors.values()]


def plain_record(path: Path) -> Store:
    """Return a record of four articles."""
    store = Store.open(path, create=True, connections=4)
    fill(store, *ARTICLES, RELAYED)
    return store


def hostile_record(path: Path) -> Store:
    """Return a record whose every text asks for trouble, names given by judgements too."""
    store = Store.open(path, create=True, connections=4)
    fill(store, *hostile())
    for number, (nasty, one) in enumerate(zip(NASTY, actors(store), strict=True)):
        time = f"2031-03-09T12:00:{number:02}+00:00"
        judging.rename(store, one.id, nasty, author=nasty, made_at=time, reason=nasty)
    return store


def app_on(store: Store, tokens: Mapping[str, Role] | None = None) -> FastAPI:
    """Return the application on a record, under the names of this machine, at an hour that stands still."""
    room = Room(store, Access(dict(tokens or {})), lambda: NOW)
    return create_app(room, [*LOOPBACK, "testserver"])
