"""Quotation marks: which character opens, which closes, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    '"': '"”',
    "'": "'",
    "``": "''",
}
"""Which marks may close a quotation, by the mark that opened it."""

_MARK = re.compile(r"``|''|[“”„‟«»‹›「」『』‘’\"']")
_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_OPENS_ONLY = frozenset({"“", "„", "‟", "‹", "「", "『", "‘", "``"})
_OPENS_OR_CLOSES = frozenset({'"', "'", "«", "»", "“"})
_SINGLE = frozenset({"‘", "’", "'"})
_BEFORE_OPENING = frozenset("([{—–-:/…“‘„«\"'") | {""}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: where its opening mark starts and, past its closing mark, where it ends.

    `inner_start`/`inner_end` bound the words between the marks. `closed` is False where the
    paragraph ends first, as in a quotation that goes on in the next paragraph. All are code points.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool


def quotations(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text` in order; none runs past the end of its paragraph.

    `paragraphs` are half-open ranges, sorted and apart; without them every line is one.
    Read are “ ”, ‘ ’, « », „ “, ‹ ›, 「 」, straight and doubled marks. An apostrophe opens nothing: a
    single mark counts only where a space or bracket stands before it, and closes only where no
    letter follows. An unclosed single mark is taken for an apostrophe and left out. Linear in the
    length of `text`.
    """
    found: list[Quotation] = []
    for start, end in lines(text) if paragraphs is None else paragraphs:
        found.extend(_in_line(text, start, end))
    return tuple(found)


def lines(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the lines of `text`, empty ones included, without their ends."""
    starts, ends = [0], []
    for match in _LINE_END.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return list(zip(starts, [*ends, len(text)], strict=True))


def _in_line(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    marks = list(_MARK.finditer(text, start, end))
    index = 0
    while index < len(marks):
        mark = marks[index]
        index += 1
        if not _opens(text, mark.start(), mark.end(), start, end):
            continue
        closer = _closer(text, marks, index, mark[0], end)
        if closer is None:
            if mark[0] not in _SINGLE:
                found.append(Quotation(mark.start(), mark.end(), end, end, closed=False))
                break
            continue
        closing = marks[closer]
        found.append(Quotation(mark.start(), mark.end(), closing.start(), closing.end(), closed=True))
        index = closer + 1
    return found


def _closer(text: str, marks: list[re.Match[str]], index: int, opener: str, end: int) -> int | None:
    """Return the index in `marks` of the mark that closes `opener`, None if the line has none."""
    closers = _CLOSERS[opener]
    depth = 0
    for at in range(index, len(marks)):
        mark = marks[at]
        if mark[0] == opener and mark[0] not in closers:
            depth += 1
        elif mark[0] in closers and _closes(text, mark, end):
            if depth == 0:
                return at
            depth -= 1
    return None


def _opens(text: str, start: int, end: int, line_start: int, line_end: int) -> bool:
    mark = text[start:end]
    if mark not in _OPENS_ONLY and mark not in _OPENS_OR_CLOSES:
        return False
    before = text[start - 1] if start > line_start else ""
    after = text[end] if end < line_end else ""
    if not after or (after.isspace() and mark not in "«„"):
        return False
    if mark in _OPENS_ONLY and mark not in _SINGLE:
        return True
    return before.isspace() or before in _BEFORE_OPENING


def _closes(text: str, mark: re.Match[str], line_end: int) -> bool:
    after = text[mark.end()] if mark.end() < line_end else ""
    if mark[0] in _SINGLE:
        return not after.isalnum()
    if mark[0] in {'"', "“"}:
        before = text[mark.start() - 1]
        return not before.isspace() or not after or after.isspace()
    return True
