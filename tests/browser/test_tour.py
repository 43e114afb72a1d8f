"""The tour of the documentation, followed step by step: what it tells to do is done, what it says is seen is seen."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect
from tests.browser.conftest import ROOT

STEP = re.compile(r"\b(open|press|type|follow|choose|you see)\s+(?:`([^`]+)`|“([^”]+)”)", re.IGNORECASE)


def steps() -> list[tuple[str, str]]:
    """Return what the numbered steps of the tour tell to do and to see, in order."""
    text = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\d+\. .*?(?=^\d+\. |^#|^$|\Z)", text, re.MULTILINE | re.DOTALL)
    flat = (" ".join(each.split()) for each in listed)
    return [(verb.lower(), code or words) for each in flat for verb, code, words in STEP.findall(each)]


def take(tab: Page, room: str, verb: str, what: str) -> None:
    """Do, or see, what one step tells."""
    match verb:
        case "open":
            tab.goto(room + what)
        case "press":
            tab.keyboard.press(what)
        case "type":
            tab.keyboard.type(what)
        case "follow":
            tab.get_by_role("link", name=what).first.click()
        case "choose":
            tab.get_by_role("button", name=what).or_(tab.get_by_role("checkbox", name=what)).first.click()
        case _:
            expect(tab.get_by_text(what).filter(visible=True).first).to_be_visible()


def test_tour(tab: Page, example: str) -> None:
    """Every step of the tour can be taken, and shows what the tour says."""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    taken = steps()
    assert len(taken) > 30
    for number, (verb, what) in enumerate(taken):
        try:
            take(tab, example, verb, what)
        except Exception as error:
            raise AssertionError(f"step {number}, {verb} {what!r}, on {tab.url}") from error
    expect(tab).to_have_url(re.compile("/review"))
