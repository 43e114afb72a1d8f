"""The page on actors: its examples run."""

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[3] / "docs" / "actors.md"


def test_examples_of_the_page_run() -> None:
    """What the page shows is so."""
    examples = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, PAGE.name, "exec"), {})
