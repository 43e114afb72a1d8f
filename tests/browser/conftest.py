"""Chromium, and rooms that are served to it."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import onrecord
from onrecord.present.web.app import create_app
from onrecord.present.web.room import Room
from onrecord.store import Store

ROOT = Path(__file__).resolve().parents[2]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")

Served = Callable[[Path], str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give a browser; skip the tests where there is none."""
    with sync_playwright() as playwright:
        found = os.environ.get("ONRECORD_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
        path = found or playwright.chromium.executable_path
        if not Path(path).exists():
            pytest.skip("there is no Chromium; install one, or: playwright install chromium")
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def served(record: Path) -> Iterator[str]:
    """Give the address of a room on a record, while it is served."""
    with Store.open(record, connections=4) as store:
        server = uvicorn.Server(uvicorn.Config(create_app(Room(store)), port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the room did not open"
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a record of the examples, read by the model that is shipped. Tests that change it take a copy."""
    path = tmp_path_factory.mktemp("example") / "summit.onrecord"
    with onrecord.open(path) as record:
        record.read(ROOT / "examples" / "summit")
    return path


@pytest.fixture(scope="session")
def example(example_record: Path) -> Iterator[str]:
    """Give the address of a room on the examples that no test changes."""
    with served(example_record) as address:
        yield address


@pytest.fixture
def own_example(example_record: Path, tmp_path: Path) -> Iterator[str]:
    """Give the address of a room on a copy of the examples that the test may change."""
    copy = tmp_path / "summit.onrecord"
    shutil.copyfile(example_record, copy)
    with served(copy) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser context of its own, 1280 pixels wide and light."""
    made = chromium.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """Give a page that fails the test where a script breaks or the policy of the room is broken."""
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(f"script broke: {error}"))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    yield page
    # The browser tells of an answer 4xx as an error, too; pages that are asked for wrongly are part of the tests.
    assert not [each for each in wrong if "Failed to load resource" not in each]
