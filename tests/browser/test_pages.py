"""Every page on real records: no broken script or policy, nothing that axe finds serious, no sideways scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser import addresses
from tests.browser.conftest import ROOT, served

import onrecord

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
SHOTS = ROOT / "build" / "screenshots"
ARTICLES = ("event_0/0_L.txt", "event_0/0_R.txt", "event_3/3_L.txt", "event_8/8_R.txt")


@pytest.fixture(scope="module")
def newswcl50(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a room on articles of NewsWCL50."""
    path = tmp_path_factory.mktemp("newswcl50") / "news.onrecord"
    with onrecord.open(path) as record:
        record.read(*(shared / "corpora" / "newswcl50" / name for name in ARTICLES))
    with served(path) as address:
        yield address


def serious(tab: Page, rules: str = "") -> list[tuple[str, str, list[Any]]]:
    """Return what axe finds serious or critical: the rule, what it asks, and where it is broken.

    With `rules`, only that one of its rules is asked.
    """
    # The policy of the room lets no script be put into its pages; the debugger's own way is not bound by it.
    tab.evaluate(AXE)
    only = f", runOnly: ['{rules}']" if rules else ""
    found = tab.evaluate(f"axe.run(document, {{resultTypes: ['violations']{only}}})")
    assert found["passes"], "axe looked at nothing"
    return [
        (each["id"], each["help"], [node["html"][:200] for node in each["nodes"][:3]])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def sideways(tab: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def look(tab: Page, record: str, name: str, scheme: str = "light") -> list[Any]:
    """Leave screenshots of the page at both widths; return what is wrong with it.

    In the dark only colours differ: axe's other rules are asked in the light alone.
    """
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wrong: list[Any] = []
    for width in (1280, 390):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.screenshot(path=SHOTS / f"{record}-{name}-{width}-{scheme}.png", full_page=True)
        if sideways(tab):
            wrong.append(f"{sideways(tab)} pixels too wide at {width}")
        if scheme == "light":
            wrong += serious(tab)
    return wrong + (serious(tab, "color-contrast") if scheme == "dark" else [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", addresses.NAMES)
def test_example(tab: Page, example: str, name: str, scheme: str) -> None:
    """Every page of the examples can be read by everybody, wide and narrow, light and dark."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    address = addresses.address(tab, example, name)
    assert address is not None
    tab.goto(address)
    assert look(tab, "example", name, scheme) == []


@pytest.mark.shared
@pytest.mark.parametrize("name", addresses.NEWS)
def test_newswcl50(tab: Page, newswcl50: str, name: str) -> None:
    """Every page of a record of real news can be read by everybody, wide and narrow."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    address = addresses.address(tab, newswcl50, name)
    if address is None:
        pytest.skip(f"these articles have no page {name!r}")
    tab.goto(address)
    assert look(tab, "newswcl50", name) == []


def test_empty_record(tab: Page, tmp_path: Path) -> None:
    """A record without articles says so kindly on every page of a list."""
    path = tmp_path / "empty.onrecord"
    with onrecord.open(path) as record:
        record.read(_nothing(tmp_path))
    with served(path) as address:
        for name in (
            "search",
            "utterances",
            "choose",
            "families",
            "issues",
            "positions",
            "ground",
            "network",
            "timeline",
            "actors",
            "outlets",
            "anomalies",
            "between",
        ):
            tab.goto(address + addresses.PLAIN[name])
            assert tab.locator(".kind").is_visible()
        assert "failed" in tab.goto(address + "/ledger/1").text()  # type: ignore[union-attr]


def _nothing(folder: Path) -> Path:
    path = folder / "nothing.txt"
    path.write_bytes(b"")
    return path


def test_axe_finds_faults(tab: Page, example: str) -> None:
    """A fault that is put into a page is found: the tests above do not pass for want of looking."""
    tab.goto(example + "/search")
    tab.evaluate("document.querySelector('label[for=f-words]').remove()")
    tab.evaluate("document.querySelector('#f-words').removeAttribute('placeholder')")
    assert "label" in [rule for rule, _, _ in serious(tab)]


def test_print(tab: Page, example: str) -> None:
    """On paper the article stands without the room's controls."""
    tab.goto(str(addresses.address(tab, example, "article")))
    tab.emulate_media(media="print")
    assert not tab.locator("header.top").is_visible()
    assert tab.locator("h1").is_visible()
