"""Quotation marks one by one: what each may do, told by its shape and the space beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

FAMILY = {
    kind: number
    for number, kinds in enumerate((["“", "”", "„", "‟", '"', "``", "''"], "‘’‛‚'", "«»", "‹›", "「」", "『』"))
    for kind in kinds
}
"""Marks that pair with one another have one number. Families do not see each other: one may stand inside another."""

SINGLE = frozenset("‘’‛‚'")

CLOSERS: dict[str, frozenset[str]] = {
    "“": frozenset({"”", "“", '"'}),
    "„": frozenset({"“", "”", '"'}),
    "‟": frozenset({"”"}),
    "”": frozenset({"”"}),
    '"': frozenset({'"', "”"}),
    "``": frozenset({"''", '"'}),
    "''": frozenset({"''"}),
    "‘": frozenset({"’"}),
    "‛": frozenset({"’"}),
    "‚": frozenset({"‘", "’"}),
    "'": frozenset({"'"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«", "»"}),
    "‹": frozenset({"›"}),
    "›": frozenset({"‹", "›"}),
    "「": frozenset({"」"}),
    "『": frozenset({"』"}),
}
"""Which marks may close a quotation, by the mark that opened it."""

PARTNERS: dict[str, frozenset[str]] = {"”": frozenset("“‟”"), '"': frozenset('"'), "''": frozenset({"``", "''"})}
"""The openers that a closing mark looks for first, past other ones that stand nearer."""

_MARK = re.compile(r"``|''|[“”„‟«»‹›「」『』‘‛‚\"]|['’](?!\w)|(?<!\w)['’]")
_OPEN_BY_SHAPE = frozenset({"“", "„", "‟", "‹", "「", "『", "``"})
_CLOSE_BY_SHAPE = frozenset({"”", "''", "»", "«", "›", "‹", "」", "』"})
_NEVER_OPEN = frozenset({"’", "」", "』"})
_SPACE_AFTER = frozenset({"«", "‹", "„"})
"""Openers after which a space may stand."""
_BEFORE = frozenset("([{—–-:/…“‘„«\"'") | {""}
"""What may stand before a mark that opens, beside white space."""
_ELISION = re.compile(
    r"\d\d?0?s?\b|(?:n|em|til|tis|twas|twill|cause|cos|cuz|bout|round|kay|nuff|neath|burbs)\b", re.IGNORECASE
)
_INCHES = re.compile(r"(?:(?<![\w.,’'′])\d{1,3}(?:\.\d+)?|\d[’'′] ?\d{1,2}|[½¼¾])$")
_POSSESSIVE = re.compile(r"\w[sSzZx0-9]$|\d$")


class Mark(NamedTuple):
    """A mark at ``[start, end)``: whether it may open, whether it may close, and whether it had rather open.

    `spaced` tells that white space stands on both sides of one that may do either; `weak` that it
    may as well be an apostrophe after a final s, or the sign of feet or inches.
    """

    start: int
    end: int
    kind: str
    opens: bool
    closes: bool
    leans_open: bool
    spaced: bool
    weak: bool


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """Return the marks of the paragraph ``text[start:end]`` in order, apostrophes inside words left out."""
    return [_mark(text, m.start(), m.end(), start, end) for m in _MARK.finditer(text, start, end)]


def _mark(text: str, at: int, past: int, start: int, end: int) -> Mark:
    kind = text[at:past]
    before = text[at - 1] if at > start else ""
    after = text[past] if past < end else ""
    loose = not before or before.isspace()
    opens = kind not in _NEVER_OPEN and bool(after) and (not after.isspace() or kind in _SPACE_AFTER)
    if opens and kind not in _OPEN_BY_SHAPE:
        opens = loose or before in _BEFORE
    if kind in SINGLE:
        opens = opens and not _ELISION.match(text, past, end)
        closes = bool(before) and not after.isalnum()
    elif kind in ('"', "“"):
        closes = bool(before) and (not before.isspace() or not after or after.isspace())
    else:
        closes = kind in _CLOSE_BY_SHAPE
    return Mark(
        at,
        past,
        kind,
        opens,
        closes,
        leans_open=opens and before in _BEFORE and after.isalnum(),
        spaced=loose and after.isspace() and kind in ('"', "“"),
        weak=_weak(text, at, kind, after, start),
    )


def _weak(text: str, at: int, kind: str, after: str, start: int) -> bool:
    if kind == '"':
        return at > start and text[at - 1].isnumeric() and bool(_INCHES.search(text[max(start, at - 9) : at]))
    return kind in ("'", "’") and after.isspace() and bool(_POSSESSIVE.search(text[max(start, at - 2) : at]))
