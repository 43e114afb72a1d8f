"""Made statements of each type, from ``lab/type_patterns.toml``: about invented people, in our own words."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from onrecord.record import Attribution, Form, Span, Statement

PATTERNS = Path(__file__).with_name("type_patterns.toml")
EACH = 250
"""Statements of each type, at most: with 130 as good on labels of PolNeAR, a little less so on newswcl50."""
_SLOT = re.compile(r"\{(\w+)\}")
_TRIES = 30


def made(seed: int = 7) -> Iterator[tuple[str, Statement]]:
    """Yield types and statements of them, each pair of cue and content once; the same for the same `seed`."""
    table = tomllib.loads(PATTERNS.read_text(encoding="utf-8"))
    dice = random.Random(seed)
    for kind, patterns in table["patterns"].items():
        seen: set[tuple[str, str]] = set()
        for _ in range(EACH * _TRIES):
            cue, content = (_filled(part, table["slots"], dice) for part in dice.choice(patterns))
            source = dice.choice(table["slots"]["source"])
            if len(seen) < EACH and (cue, content) not in seen:
                seen.add((cue, content))
                yield kind, _statement(source, cue, _curled(content, dice))


def _filled(pattern: str, slots: dict[str, list[str]], dice: random.Random) -> str:
    chosen = dice.choice(pattern.split("|"))
    return _SLOT.sub(lambda slot: dice.choice(slots[slot[1]]), chosen)


def _curled(content: str, dice: random.Random) -> str:
    return content.replace('"', "“", 1).replace('"', "”", 1) if dice.random() < 0.5 else content


def _statement(source: str, cue: str, content: str) -> Statement:
    text = f"{source} {cue} {content}."
    first, second = len(source) + 1, len(source) + len(cue) + 2
    quoted = any(mark in content for mark in '“"')
    form = Form.INDIRECT if not quoted else Form.DIRECT if content[0] in '“"' else Form.MIXED
    spans = (Span.of(text, 0, first - 1),), (Span.of(text, first, second - 1),)
    whole = Span.of(text, second, second + len(content))
    return Statement(Attribution("made", *spans, (whole,), form, 0.9), None, "made")
