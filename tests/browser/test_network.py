"""The picture of a network: drawn where the browser can, told where it cannot, used by keyboard through its table."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

WEBGL = "!!(document.createElement('canvas').getContext('webgl2'))"


def test_picture_is_drawn(tab: Page, example: str) -> None:
    """The picture has as many edges as the table tells; a browser without WebGL is told why it has none."""
    tab.goto(f"{example}/network")
    number = tab.locator("section[aria-labelledby=edges] tbody tr").count()
    told = tab.locator("[data-told]")
    if tab.evaluate(WEBGL):
        expect(told).to_contain_text(f"and {number} edges are drawn")
        assert tab.locator("[data-network] canvas").count() > 1
    else:
        expect(told).to_have_text("The tables have the same edges and nodes.")


def test_without_webgl(tab: Page, example: str) -> None:
    """Without WebGL the page says so, and the tables stand."""
    tab.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    tab.goto(f"{example}/network")
    expect(tab.locator("[data-network]")).to_contain_text("draws no WebGL")
    assert tab.locator("section[aria-labelledby=edges] tbody tr").count()


def test_by_keyboard(tab: Page, example: str) -> None:
    """An edge's statements are reached by keyboard alone."""
    tab.goto(f"{example}/network")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/network/edge?**")
    expect(tab.locator("main")).to_contain_text("that this edge rests on")


def test_picture_in_the_dark(tab: Page, example: str) -> None:
    """Where light gives way to dark the picture takes the page's new colours, without loading the page anew."""
    tab.goto(f"{example}/network")
    if not tab.evaluate(WEBGL):
        pytest.skip("this browser draws no WebGL")
    picture = tab.locator("[data-network]")
    expect(picture).to_have_attribute("data-drawn", re.compile(r"\d"))
    drawn = picture.get_attribute("data-drawn")
    names = "document.querySelector('canvas.sigma-labels').toDataURL()"
    light = tab.evaluate(f"window.light = {names}")
    tab.emulate_media(color_scheme="dark")
    expect(picture).not_to_have_attribute("data-drawn", drawn or "")
    assert tab.evaluate("window.light") == light
    assert tab.evaluate(names) != light
