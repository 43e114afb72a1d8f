"""What the rules put into quotations, from ``gold/alterations.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "gold" / "alterations.toml").read_text(encoding="utf-8")
)
LETTERS: tuple[str, ...] = tuple(WORDS["letters"].split())
"""Small numbers in letters."""
