"""Write ``docs/images/statements.svg`` from a real run: ``python docs/picture.py``."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
COMMAND = ["statements", "--words", '"close our sluices"']


def main() -> None:
    """Read the examples, list what was said of the sluices, and draw the screen."""
    onrecord = Path(sys.executable).parent / "onrecord"
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ONRECORD_RECORD": str(Path(folder) / "summit.onrecord"), "FORCE_COLOR": "1"}
        subprocess.run([onrecord, "read", ROOT / "examples" / "summit"], env=environment, check=True)  # noqa: S603
        out = subprocess.run([onrecord, *COMMAND], env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    console = Console(record=True, width=80, file=io.StringIO())
    console.print(Text(f"$ onrecord {COMMAND[0]} {COMMAND[1]} '{COMMAND[2]}'", style="bold"))
    console.print(Text.from_ansi(out.stdout))
    svg = console.export_svg(title="onrecord", unique_id="onrecord")
    # rich's picture fetches its font from the network; the reader's own monospace font will do.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (ROOT / "docs" / "images" / "statements.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
