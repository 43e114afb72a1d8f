"""How long the picture of a network takes in a browser: ``python -m bench.network RECORD [--top 500]``.

RECORD has issues (of a million statements: that of `bench.million`, coded by ``onrecord issues --codebook FILE``). The
room is served from this process; Chromium draws in software. Told are the first time, when the record's columns are
read, and those after it, in seconds from the click to the last mark that is drawn.
"""

from __future__ import annotations

import argparse
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from onrecord.present.web.app import create_app
from onrecord.present.web.room import Room
from onrecord.store import Store

ASKED = ("aggregation=congruence", "aggregation=conflict", "aggregation=subtract", "normalization=average")
ARGUMENTS = ("--no-sandbox", "--enable-unsafe-swiftshader", "--disable-background-networking", "--no-first-run")


def main() -> None:
    """Print how long each network takes to be drawn."""
    parser = argparse.ArgumentParser()
    parser.add_argument("record", type=Path)
    parser.add_argument("--top", type=int, default=500)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args()
    with Store.open(given.record, connections=4) as store, sync_playwright() as playwright:
        server = uvicorn.Server(uvicorn.Config(create_app(Room(store)), port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        room = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        browser = playwright.chromium.launch(executable_path=given.chromium, args=list(ARGUMENTS))
        tab = browser.new_page()
        tab.set_default_timeout(300_000)
        for number, asked in enumerate((ASKED[0], *ASKED)):
            cpu = time.process_time()
            seconds = drawn(tab, f"{room}/network?top={given.top}&{asked}")
            told = tab.locator("[data-told]").inner_text()
            first = "first time, " if not number else ""
            print(f"{first}{asked}: {seconds:.2f} s, the room {time.process_time() - cpu:.2f} s of CPU; {told}")
        browser.close()
        server.should_exit = True
        thread.join(10)


def drawn(tab: Page, address: str) -> float:
    """Return the seconds from asking for a page until its picture is drawn."""
    begun = time.perf_counter()
    tab.goto(address)
    tab.locator("[data-drawn]").wait_for()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
