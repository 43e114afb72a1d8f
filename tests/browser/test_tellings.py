"""Merging and splitting utterances by keyboard alone, and articles chosen for comparison."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import served

from onrecord.query import Filter
from onrecord.query.utterances import of_statement, page, show
from onrecord.record import JudgementKind, Relation
from onrecord.run.verification import verify
from onrecord.store import Store, judgements


@pytest.fixture
def record(example_record: Path, tmp_path: Path) -> Path:
    """Give a copy of the examples that the test may change."""
    path = tmp_path / "own.onrecord"
    shutil.copy(example_record, path)
    return path


@pytest.fixture
def room(record: Path) -> Iterator[str]:
    """Give the address of a room on it."""
    with served(record) as address:
        yield address


def altered(record: Path) -> tuple[str, str]:
    """Return the id of the utterance of which a telling is altered, and the id of that one's statement."""
    with Store.open(record) as store:
        one = page(store, Filter(), relation=Relation.ALTERED).utterances[0]
        tellings = dict(of_statement(store, _statement(store, one.id)))[one]
    return one.id, next(each.reported.id for each in tellings if each.relation is Relation.ALTERED)


def alone(record: Path) -> tuple[str, str]:
    """Return an utterance and a truncated telling of it that tells no other."""
    with Store.open(record) as store:
        for listed in page(store, Filter(), relation=Relation.TRUNCATED).utterances:
            for each in show(store, listed.id).tellings:
                if each.relation is Relation.TRUNCATED and len(of_statement(store, each.reported.id)) == 1:
                    return listed.id, each.reported.id
    raise AssertionError("every shortening tells several utterances")


def _statement(store: Store, utterance_id: str) -> str:
    return show(store, utterance_id).fullest.reported.id


def kinds(record: Path) -> list[JudgementKind]:
    """Return the kinds of all judgements in order."""
    with Store.open(record) as store:
        assert verify(store).findings == []
        with store.reading() as connection:
            made = judgements.judged(connection)
    return [each.kind for _, each in made]


def leads_on(tab: Page, key: str) -> None:
    """Press a key that leads to a page, and wait for it."""
    with tab.expect_navigation():
        tab.keyboard.press(key)


def test_split_and_undo_by_keyboard(tab: Page, room: str, record: Path) -> None:
    """A telling is ticked, split off with a reason, and that is undone: no mouse is needed."""
    utterance, other = altered(record)
    tab.goto(f"{room}/utterance/{utterance}")
    while tab.locator(f"#t-{other}:focus-within").count() == 0:
        tab.keyboard.press("j")
    tab.keyboard.press("x")
    expect(tab.locator(f"#t-{other} [data-tick]")).to_be_checked()
    tab.keyboard.press("s")
    expect(tab.locator("[data-ticked]")).to_have_text("1 ticked.")
    tab.keyboard.type("it says the opposite")
    leads_on(tab, "Enter")
    expect(tab.locator(".notice[role=status]")).to_contain_text("Judged")
    with Store.open(record) as store:
        assert utterance not in {each.id for each, _ in of_statement(store, other)}
    leads_on(tab, "u")
    expect(tab).to_have_url(re.compile(utterance))
    assert kinds(record) == [JudgementKind.TOLD_APART, JudgementKind.WITHDRAWN]


def test_merge_by_keyboard(tab: Page, room: str, record: Path) -> None:
    """Something else is merged by its address, and that is undone."""
    utterance, other = alone(record)
    tab.goto(f"{room}/statement/{other}")
    tab.keyboard.press("s")
    tab.keyboard.type("another saying")
    leads_on(tab, "Enter")
    expect(tab.locator("#elsewhere ~ p").first).to_contain_text("alone, and once only")
    with Store.open(record) as store:
        target = page(store, Filter(), relation=Relation.VERBATIM).utterances[0].id
    tab.keyboard.press("m")
    tab.keyboard.type(f"{room}/utterance/{target}")
    leads_on(tab, "Enter")
    expect(tab).to_have_url(re.compile("/utterance/"))
    assert utterance != target
    leads_on(tab, "u")
    assert kinds(record) == [JudgementKind.TOLD_APART, JudgementKind.TOLD_SAME, JudgementKind.WITHDRAWN]


def test_choose_and_compare_by_keyboard(tab: Page, room: str) -> None:
    """Articles are ticked by keys and compared."""
    tab.goto(f"{room}/compare")
    for _ in range(3):
        tab.keyboard.press("j")
        tab.keyboard.press("Space")
    tab.get_by_role("button", name="Compare those that are ticked").focus()
    leads_on(tab, "Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("3 articles side by side")


def test_narrow_comparison_names_every_article(tab: Page, example: str) -> None:
    """On a narrow screen each row tells by name which article tells it how."""
    tab.set_viewport_size({"width": 390, "height": 900})
    tab.goto(f"{example}/utterances?relation=altered")
    tab.goto(example + str(tab.locator("main a[href^='/utterance/']").first.get_attribute("href")))
    tab.locator("main a[href^='/compare?']").first.click()
    cell = tab.locator(".compare td .at").first
    expect(cell).to_be_visible()
    expect(cell).to_contain_text(":")
