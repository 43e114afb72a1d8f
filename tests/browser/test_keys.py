"""Every page by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser import addresses

REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((each) => each.checkVisibility({visibilityProperty: true}) && each.type !== "hidden").length"""
PLACE = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const own = [...document.querySelectorAll("*")].indexOf(at);
  return at === document.body ? null : [own, style.outlineStyle !== "none" || at.localName === "input"];
}"""
MOST = 400


@pytest.mark.parametrize("name", addresses.NAMES)
def test_tab_reaches_everything(tab: Page, example: str, name: str) -> None:
    """The tab key reaches everything that can be used, in the order of the page, and one sees where it is."""
    address = addresses.address(tab, example, name)
    assert address is not None
    tab.goto(address.partition("#")[0])
    places: list[int] = []
    for _ in range(MOST):
        tab.keyboard.press("Tab")
        at = tab.evaluate(PLACE)
        if at is None:
            continue  # behind the last one the keys leave the page, and come back to its first
        if at[0] in places:
            break
        assert at[1], "one does not see where the focus is"
        places.append(at[0])
    assert len(places) == tab.evaluate(REACHABLE)
    first = places.index(min(places))  # a page may begin within, as the review does
    assert places[first:] + places[:first] == sorted(places)


def test_skip_link(tab: Page, example: str) -> None:
    """The first tab leads past the navigation."""
    tab.goto(example + "/actors")
    tab.keyboard.press("Tab")
    expect(tab.locator(".skip")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#main")).to_be_focused()


@pytest.mark.parametrize("name", ["search", "actors", "article", "ledger"])
def test_slash_goes_to_the_search(tab: Page, example: str, name: str) -> None:
    """From every page the slash leads into the search field; Escape leaves it."""
    tab.goto(str(addresses.address(tab, example, name)))
    tab.keyboard.press("/")
    expect(tab.locator("[data-search]")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator("[data-search]")).not_to_be_focused()


def test_search_read_and_open(tab: Page, example: str) -> None:
    """A search is asked, walked and opened by keys: slash, words, Enter, j, k, Enter."""
    tab.goto(example + "/ledger")
    tab.keyboard.press("/")
    tab.keyboard.type("sluices")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/search\?words=sluices"))
    entries = tab.locator("[data-entry]")
    assert entries.count() > 2
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        tab.keyboard.press(key)
        expect(entries.nth(at).locator("[data-open]")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/statement/[0-9a-f]{24}$"))


def test_pages_of_a_list(tab: Page, example: str) -> None:
    """N leads to the next page of a list, p to the first."""
    tab.goto(example + "/search")
    first = tab.locator("[data-open]").first.get_attribute("href")
    tab.keyboard.press("n")
    expect(tab).to_have_url(re.compile("after="))
    assert tab.locator("[data-open]").first.get_attribute("href") != first
    tab.keyboard.press("p")
    expect(tab).not_to_have_url(re.compile("after="))
    assert tab.locator("[data-open]").first.get_attribute("href") == first


def test_question_mark_shows_the_keys(tab: Page, example: str) -> None:
    """The question mark shows the keys, Escape puts them away; no key does anything while they are shown."""
    tab.goto(example + "/search")
    tab.keyboard.press("?")
    expect(tab.locator("#keys")).to_be_visible()
    tab.keyboard.press("n")
    expect(tab).not_to_have_url(re.compile("after="))
    tab.keyboard.press("Escape")
    expect(tab.locator("#keys")).not_to_be_visible()


def test_keys_are_letters_in_fields(tab: Page, example: str) -> None:
    """In a field the keys write."""
    tab.goto(example + "/search")
    tab.keyboard.press("/")
    tab.keyboard.type("jk?/n")
    expect(tab.locator("[data-search]")).to_have_value("jk?/n")
    expect(tab.locator("#keys")).not_to_be_visible()


def test_marks_and_labels(tab: Page, example: str) -> None:
    """An article's marks can be put away, and a label be shown on every part."""
    tab.goto(str(addresses.address(tab, example, "article")))
    labels = tab.locator(".row .tag.role")
    expect(labels.first).not_to_be_visible()
    tab.locator("#labels").focus()
    tab.keyboard.press("Space")
    expect(labels.first).to_be_visible()
    tab.locator("#marks").focus()
    tab.keyboard.press("Space")
    expect(labels.first).not_to_be_visible()
    expect(tab.locator(".row a.tag").first).not_to_be_visible()


def test_copy_a_citation(tab: Page, example: str) -> None:
    """A citation is copied by its button, and the page says so."""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(str(addresses.address(tab, example, "statement")))
    for number, style in enumerate(("plain", "BibTeX", "JSON"), 1):
        tab.locator(f"[data-name={style}]").focus()
        tab.keyboard.press("Enter")
        expect(tab.locator("[data-copied]")).to_have_text(f"Copied: {style}.")
        copied = tab.evaluate("navigator.clipboard.readText()")
        assert copied == tab.locator(f"#cite-{number}").text_content()
