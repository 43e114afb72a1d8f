"""Write the pictures of ``docs/images`` from a real run: ``python docs/picture.py``.

The pictures of the reading room need Chromium and the development dependencies; ``python docs/picture.py screen``
draws only that of the command line.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
ONRECORD = Path(sys.executable).parent / "onrecord"
ALTERED = ["utterances", "--relation", "altered", "--json"]
ROOMS: dict[str, tuple[int, tuple[str, ...]]] = {
    "tellings.png": (820, ("/utterances?relation=altered", "/utterance/")),
    "article.png": (760, ("/search?words=threatens", "/article/")),
    "utterance.png": (1580, ("/utterances?relation=altered", "/utterance/")),
    "compare.png": (900, ("/utterances?relation=altered", "/utterance/", "/compare?")),
}
"""Each picture of the reading room: its height in pixels, it is 1280 wide; its address; and the beginnings of links to
follow from there, the first one each time."""
BELOW = {"tellings.png": "Tellings side by side"}
"""Headings at which a picture begins that does not begin at the top of its page."""
_AT_ONCE = "each => each.scrollIntoView({behavior: 'instant'})"


def main() -> None:
    """Read the examples; draw the screen and the rooms."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "summit.onrecord"
        environment = {**os.environ, "ONRECORD_RECORD": str(record), "FORCE_COLOR": "1"}
        subprocess.run([ONRECORD, "read", "examples/summit"], env=environment, check=True, cwd=ROOT)  # noqa: S603
        draw_screen(environment)
        if sys.argv[1:] != ["screen"]:
            draw_rooms(environment)


def draw_screen(environment: dict[str, str]) -> None:
    """Leave a picture of the command line showing the tellings of the altered quotation."""
    utterance = json.loads(_printed(ALTERED, environment).splitlines()[0])["id"][:8]
    console = Console(record=True, width=80, file=io.StringIO())
    console.print(Text(f"$ onrecord compare {utterance}", style="bold"))
    console.print(Text.from_ansi(_printed(["compare", utterance], environment)))
    svg = console.export_svg(title="onrecord", unique_id="onrecord")
    # rich's picture fetches its font from the network; the reader's own monospace font will do.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (IMAGES / "tellings.svg").write_text(svg, encoding="utf-8")


def _printed(command: list[str], environment: dict[str, str]) -> str:
    ended = subprocess.run([ONRECORD, *command], env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    return ended.stdout


def draw_rooms(environment: dict[str, str]) -> None:
    """Leave pictures of the reading room, as Chromium shows it in the light."""
    from playwright.sync_api import sync_playwright

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen([ONRECORD, "serve", "--port", str(port)], env=environment)  # noqa: S603
    try:
        _wait(port)
        with sync_playwright() as playwright:
            found = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(color_scheme="light")
            for name, (height, (address, *links)) in ROOMS.items():
                page.set_viewport_size({"width": 1280, "height": height})
                page.goto(f"http://127.0.0.1:{port}{address}")
                for link in links:
                    page.locator(f"main a[href^='{link}']").first.click()
                    page.evaluate("scrollTo(0, 0)")
                    page.wait_for_timeout(800)
                if name in BELOW:
                    page.get_by_role("heading", name=BELOW[name]).evaluate(_AT_ONCE)
                    page.wait_for_timeout(800)
                page.screenshot(path=IMAGES / name)
            browser.close()
    finally:
        serving.terminate()
        serving.wait()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the reading room did not open")


if __name__ == "__main__":
    main()
