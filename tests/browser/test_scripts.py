"""No text of an article, whatever it holds, runs as a script in any page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import select
from tests.browser.conftest import served
from tests.browser.payloads import PAYLOADS
from tests.browser.poisoned import FORMATS, GROUP, judge, poison, retell

from onrecord.query import Filter, actors, count
from onrecord.store import Store
from onrecord.store.schema import documents, members, statements

WATCH = """
window.seen = [];
window.ran = () => window.seen.push("ran");
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = window.ran;
document.addEventListener("securitypolicyviolation", (event) =>
  window.seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
"""What every page of these tests begins with: a script that runs tells it, and so does one that the policy stops."""

FOUND = """() => [
  ...window.seen,
  ...[...document.querySelectorAll("main *")].flatMap((element) => [...element.attributes]
    .filter((each) => /^(on|style$|srcdoc$|hx-|data-hx|formaction$)/i.test(each.name)).map((each) => each.name)),
  ...[...document.querySelectorAll("main *")]
    .filter((element) => /^(script|style|iframe|object|embed|base|meta|link|img|video|audio)$/.test(element.localName))
    .map((element) => element.localName),
  ...[...document.querySelectorAll("[href], [src], [action]")]
    .filter((element) => element.localName !== "link" || element.getAttribute("href") !== "data:,")
    .map((element) => element.href?.baseVal ?? element.href ?? element.src ?? element.action)
    .filter((address) => new URL(address, location).origin !== location.origin),
]"""
"""All that a payload can have left in a page: what ran, elements and attributes that run, addresses that lead out."""


@dataclass(frozen=True)
class Poisoned:
    """A room on the poisoned record, and of each article its id, those of a statement and its speaker."""

    room: str
    ids: tuple[tuple[str, str, str], ...]
    statements: int


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Poisoned]:
    """Give a room on a record of which every text is a payload."""
    path: Path = tmp_path_factory.mktemp("poisoned") / "poisoned.onrecord"
    with poison(path, PAYLOADS) as store:
        for listed, payload in zip(actors(store)[:3], PAYLOADS[::200], strict=False):
            judge(store, listed.id, payload)
        retell(store, PAYLOADS)
        ids, number = _ids(store), count(store, Filter()).number
    with served(path) as room:
        yield Poisoned(room, ids, number)


def _ids(store: Store) -> tuple[tuple[str, str, str], ...]:
    query = select(documents.c.id, statements.c.id, members.c.identity_id).select_from(documents)
    query = query.join(statements).join(members, members.c.actor_id == statements.c.actor_id)
    with store.reading() as connection:
        rows = {row[0]: tuple(row) for row in connection.execute(query)}
    return tuple(rows.values())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def watched(chromium: Browser) -> Iterator[Page]:
    """Give a page that sees what runs in it, and in which nothing may run but the room's own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    yield page
    context.close()


def seen(page: Page, address: str) -> list[str]:
    """Return what a page holds that no page may hold."""
    answer = page.goto(address, wait_until="load")
    assert answer is not None
    assert answer.status == 200, (address, answer.status)
    found: list[str] = page.evaluate(FOUND)
    return found


def test_there_are_enough() -> None:
    """There are 500 payloads or more, each different."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 500


def test_every_payload_is_on_record(poisoned: Poisoned) -> None:
    """Every payload made a statement, whatever format its article came in."""
    assert len(poisoned.ids) == -(-len(PAYLOADS) // GROUP)
    assert poisoned.statements == len(PAYLOADS)
    assert len(poisoned.ids) > 30 * len(FORMATS)


def test_the_watch_sees(watched: Page, poisoned: Poisoned) -> None:
    """A payload that is put into a page is seen: the tests below do not pass for want of looking."""
    watched.goto(f"{poisoned.room}/ledger")
    watched.evaluate("document.querySelector('main').innerHTML = '<img src=x onerror=ran()>'")
    watched.wait_for_timeout(300)
    assert watched.evaluate("window.seen")
    assert "img" in watched.evaluate(FOUND)


@pytest.mark.parametrize("start", ["/search", "/utterances", "/actors", "/anomalies", "/ledger/1", "/outlets"])
def test_lists(watched: Page, poisoned: Poisoned, start: str) -> None:
    """Whole lists, page by page, run nothing: titles, outlets, names, words, settings, places and reasons."""
    address: str | None = start
    pages = 0
    while address is not None:
        assert seen(watched, poisoned.room + address) == []
        pages += 1
        following = watched.locator("[data-next]")
        address = following.first.get_attribute("href") if following.count() else None
    assert pages > 1 or start == "/outlets"


@pytest.mark.parametrize("kind", ["article", "statement", "actor", "outlet", "review"])
def test_single_pages(watched: Page, poisoned: Poisoned, kind: str) -> None:
    """Of each article one page runs nothing: itself, a statement of it, that one's speaker, its outlet, its review."""
    number = {"article": 0, "statement": 1, "actor": 2, "outlet": 0, "review": 1}[kind]
    first = ["article", "statement", "actor", "outlet", "review"].index(kind)
    for at in range(first, len(poisoned.ids), 5):
        address = f"/{kind}/{poisoned.ids[at][number]}"
        if kind == "outlet":
            watched.goto(f"{poisoned.room}/article/{poisoned.ids[at][0]}")
            address = str(watched.locator(".published a").first.get_attribute("href"))
        assert seen(watched, poisoned.room + address) == [], address


def test_tellings(watched: Page, poisoned: Poisoned) -> None:
    """Utterances of payloads run nothing, nor do their occasions, comparisons and lineages."""
    watched.goto(f"{poisoned.room}/utterances")
    paths = watched.locator("main a[href^='/utterance/']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(paths) > 20
    for path in paths:
        assert seen(watched, poisoned.room + path) == [], path
        leads = [watched.locator(f"main a[href^='{start}']").first for start in ("/compare?", "/statement/")]
        for link in [str(each.get_attribute("href")) for each in leads]:
            assert seen(watched, poisoned.room + link) == [], link
        told = watched.request.get(f"{poisoned.room}/v1/utterances/{path.rsplit('/', 1)[1]}").json()
        assert seen(watched, f"{poisoned.room}/occasion/{told['occasion']['id']}") == []
    for (one, *_), (other, *_) in zip(poisoned.ids[::25], poisoned.ids[1::25], strict=False):
        assert seen(watched, f"{poisoned.room}/lineage/{one}") == []
        assert seen(watched, f"{poisoned.room}/lineage/{one}/{other}?whole=true") == []


@pytest.mark.parametrize("name", ["words", "speaker", "outlet", "since", "form", "min_confidence", "actor", "order"])
def test_addresses(watched: Page, poisoned: Poisoned, name: str) -> None:
    """A payload in the address of a search, where the page shows it again, runs nothing."""
    for payload in PAYLOADS[::80]:
        watched.goto(f"{poisoned.room}/search?{name}={quote(payload[:500])}", wait_until="load")
        assert watched.evaluate(FOUND) == []
