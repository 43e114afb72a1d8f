"""The whole review by keyboard alone, and by marking words with the mouse."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import served

from onrecord.query import judged
from onrecord.query.judged import Judged
from onrecord.record import Field, Status
from onrecord.run.reviewing import Judge, correct, judge
from onrecord.run.verification import verify
from onrecord.store import Store


@dataclass
class Room:
    """A page of the review in a browser, and its record."""

    page: Page
    record: Path
    address: str

    @property
    def id(self) -> str:
        """Return the id of the statement that the page shows."""
        return str(self.page.locator("[data-statement]").get_attribute("data-statement"))

    def judged(self, key: str | None = None) -> Judged:
        """Return a statement, by default the one that is shown, as it is judged."""
        with Store.open(self.record) as store:
            return judged(store, key or self.id)

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.page.keyboard.press(key)

    def leads_on(self, *keys: str) -> None:
        """Press keys of which the last leads to a page, and wait for it."""
        self.press(*keys[:-1])
        with self.page.expect_navigation():
            self.press(keys[-1])


@pytest.fixture
def room(chromium: Browser, example_record: Path, tmp_path: Path) -> Iterator[Room]:
    """Give the first page of the review of a copy of the examples; nothing may go wrong on any page."""
    record = tmp_path / "copy.onrecord"
    shutil.copy(example_record, record)
    wrong: list[str] = []
    with served(record) as address:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{address}/review")
        yield Room(page, record, address)
        context.close()
    assert [each for each in wrong if "412" not in each and "422" not in each] == []
    with Store.open(record) as store:
        assert verify(store).findings == []


def test_the_whole_review_by_keyboard_alone(room: Room) -> None:
    """Help, skip, back, every field corrected, accepted, undone, rejected: without a mouse."""
    page, first = room.page, room.id
    room.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    expect(page.locator("dialog#keys")).to_contain_text("accept, reject this statement")
    room.press("Escape")
    room.leads_on("n")
    assert room.id != first
    room.leads_on("p")
    assert room.id == first

    before = room.judged()[Field.CONTENT].present
    room.press("3", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft", "ArrowRight")
    room.leads_on("Enter")
    after = room.judged()[Field.CONTENT]
    assert after.machine == before
    assert after.present[0][0] > before[0][0]
    assert after.present[0][1] > before[0][1]
    expect(page.locator("[data-field=content]")).to_contain_text("the machine:")

    room.press("s", "Control+a")
    page.keyboard.type("Eve Holm")
    room.leads_on("Enter")
    assert room.judged().reported.speaker == "Eve Holm"

    room.press("d", "Control+a")
    page.keyboard.type("2025-06-01")
    room.leads_on("Enter")
    assert room.judged().reported.said == "2025-06-01"

    room.press("f", "m", "Tab", "Tab")
    room.leads_on("Enter")
    assert room.judged().reported.form == "mixed"
    room.press("t", "t", "Tab", "Tab")
    room.leads_on("Enter")
    assert room.judged().reported.act == "thought"
    room.press("x", "n", "Tab", "Tab")
    room.leads_on("Enter")
    assert room.judged().reported.stated == 0.0

    room.press("w", "Control+a")
    page.keyboard.type("Hedda Lorn")
    room.press("Tab", "Tab", "+", "ArrowRight")
    room.leads_on("Enter")
    assert room.judged().reported.addressee == "Hedda Lorn"
    room.press("o", "s", "s", "Tab", "Tab", "+")
    room.leads_on("Enter")
    setting = room.judged().reported.statement.setting
    assert setting is not None

    room.leads_on("u")
    assert room.judged()[Field.SETTING].number is None
    version = room.judged().version
    room.leads_on("a")
    assert (room.judged(first).status, room.judged(first).version) == (Status.ACCEPTED, version + 1)
    assert room.id != first
    expect(page.locator("[role=status]")).to_contain_text("Accepted")
    room.leads_on("u")
    assert (room.id, room.judged().status) == (first, Status.CORRECTED)
    room.leads_on("r")
    assert room.judged(first).status is Status.REJECTED
    page.goto(f"{room.address}/review/{first}")
    expect(page.locator(".status")).to_contain_text("Rejected")
    assert len({judgement.author for _, judgement in room.judged(first).log}) == 1


def test_escape_leaves_all_as_it_was(room: Room) -> None:
    """Borders that were moved and not kept are where they were."""
    before = room.page.locator("#content-spans").input_value()
    room.press("3")
    expect(room.page.locator("details[open][data-field]")).to_have_count(1)
    room.press("Shift+ArrowRight", "Shift+ArrowRight")
    expect(room.page.locator("#content-spans")).not_to_have_value(before)
    room.press("Escape", "Escape")
    expect(room.page.locator("#content-spans")).to_have_value(before)
    expect(room.page.locator("details[open][data-field]")).to_have_count(0)


def test_parts_are_added_chosen_and_taken_out(room: Room) -> None:
    """A source of two parts, one of which is taken out again."""
    places = room.page.locator("#cue-spans")
    room.press("2")
    expect(room.page.locator("details[open][data-field]")).to_have_count(1)
    number = len(places.input_value().split())
    room.press("+")
    assert len(places.input_value().split()) == number + 1
    room.press("ArrowUp", "Delete")
    assert len(places.input_value().split()) == number


def test_words_are_marked_by_selecting_them(room: Room) -> None:
    """Words dragged over become the content, whole words from either end."""
    page = room.page
    tokens = page.locator(".words .tok")
    first, last = tokens.nth(3), tokens.nth(7)
    start, end = first.get_attribute("data-s"), last.get_attribute("data-e")
    page.locator("details[data-field=content] summary").click()
    first.scroll_into_view_if_needed()
    here, there = first.bounding_box(), last.bounding_box()
    assert here is not None and there is not None
    page.mouse.move(here["x"] + 2, here["y"] + here["height"] / 2)
    page.mouse.down()
    page.mouse.move(there["x"] + there["width"] / 2 + 3, there["y"] + there["height"] / 2, steps=5)
    page.mouse.up()
    assert page.locator("#content-spans").input_value() == f"{start}-{end}"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert room.judged()[Field.CONTENT].present == [[int(start or 0), int(end or 0)]]


def test_a_conflict_shows_both_values_and_writes_nothing(room: Room) -> None:
    """What somebody else judged meanwhile stands beside one's own; one key judges so nevertheless."""
    key = room.id
    with Store.open(room.record) as store:
        other = Judge("ben", "2031-01-01T00:00:00+00:00", "seen on the page")
        judge(store, key, [correct(Field.SPEAKER, {"name": "Eve Holm", "kind": "person"})], other, seen=0)
    room.press("s", "Control+a")
    room.page.keyboard.type("Ada Finn")
    room.leads_on("Enter")
    conflict = room.page.locator("[data-conflict]")
    expect(conflict).to_contain_text("Eve Holm")
    expect(conflict).to_contain_text("Ada Finn")
    expect(conflict).to_contain_text("ben")
    assert room.judged(key).version == 1
    room.leads_on("g")
    assert (room.judged(key).version, room.judged(key).reported.speaker) == (2, "Ada Finn")


def test_actors_are_merged_and_it_is_undone_by_keys(room: Room) -> None:
    """The speaker is merged with another by name; undone, they are two again."""
    group = room.page.locator("details[data-field=actors] .value bdi")
    before = group.inner_text()
    room.press("m")
    room.page.keyboard.type("Hedda Lorn")
    room.leads_on("Enter")
    expect(room.page.locator("[role=status]")).to_contain_text("Who is who was judged")
    room.leads_on("u")
    expect(group).to_have_text(before)


def test_without_script_the_forms_work(chromium: Browser, room: Room) -> None:
    """Accepting and correcting are plain forms; the text is marked by the server."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{room.address}/review")
    key = re.sub(r".*/review/(\w+).*", r"\1", page.url)
    assert page.locator(".tok.content").count() > 0
    page.locator("details[data-field=form] summary").click()
    page.locator("#form-word").select_option("mixed")
    page.locator("details[data-field=form] button").click()
    assert room.judged(key).reported.form == "mixed"
    page.locator("[data-do=accept]").click()
    assert room.judged(key).status is Status.ACCEPTED
    context.close()
