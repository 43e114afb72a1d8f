"""Quotation marks: which character opens, which closes, and what stands between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.text.marks import CLOSERS, FAMILY, PARTNERS, SINGLE, Mark, marks_in

_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: where its opening mark starts and, past its closing mark, where it ends.

    `inner_start`/`inner_end` bound the words between the marks. `closed` is False where no mark
    closes it, as in a quotation that goes on in the next paragraph. All are code points.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool


def quotations(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text` in order; none runs past the end of its paragraph.

    `paragraphs` are half-open ranges, sorted and apart; without them every line is one.
    Read are “ ”, ‘ ’, « », „ “, ‚ ‘, ‹ ›, 「 」, 『 』, straight and doubled marks, and » «, ” ”, » ».
    The space beside a mark tells whether it opens or closes where its shape does not. A mark that
    nothing closes holds the words up to the next quotation, or else to the paragraph's end. An
    unclosed single mark is an apostrophe and left out, unless it begins its paragraph and the next
    one begins with the same mark. Inches and apostrophes quote nothing. Linear in the length of `text`.
    """
    ranges = lines(text) if paragraphs is None else paragraphs
    found: list[Quotation] = []
    for index, (start, end) in enumerate(ranges):
        marks = marks_in(text, start, end)
        if marks:
            begins = marks[0].start == start
            if marks[0].kind in SINGLE and begins and marks[0].opens:
                begins = _begins_next(text, ranges, index) == marks[0].kind
            found.extend(_in_paragraph(text, end, marks, begins))
    return tuple(found)


def passages(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> tuple[tuple[Quotation, ...], ...]:
    """Return the quotations of `text` in order, the pieces of one that runs over several paragraphs together.

    A quotation that is open to its paragraph's end goes on where the next paragraph that holds any
    words begins with the same mark. Every quotation stands in exactly one passage.
    """
    ranges = lines(text) if paragraphs is None else paragraphs
    edges = [_edges(text, start, end) for start, end in ranges if text[start:end].strip()]
    after = {end: start for (_, end), (start, _) in pairwise(edges)}
    joined: list[list[Quotation]] = []
    for quotation in quotations(text, paragraphs):
        last = joined[-1][-1] if joined else None
        if last is not None and _goes_on(text, last, quotation, after):
            joined[-1].append(quotation)
        else:
            joined.append([quotation])
    return tuple(tuple(pieces) for pieces in joined)


def lines(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the lines of `text`, empty ones included, without their ends."""
    starts, ends = [0], []
    for match in _LINE_END.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return list(zip(starts, [*ends, len(text)], strict=True))


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _goes_on(text: str, last: Quotation, quotation: Quotation, after: dict[int, int]) -> bool:
    end = last.start + len(text[last.start : last.end].rstrip())
    same = text[last.start : last.inner_start] == text[quotation.start : quotation.inner_start]
    return not last.closed and same and after.get(end) == quotation.start


def _begins_next(text: str, ranges: Sequence[tuple[int, int]], index: int) -> str:
    """Return the first character of the next paragraph that holds any, "" after the last one."""
    for following in range(index + 1, len(ranges)):
        words = text[slice(*ranges[following])].lstrip()
        if words:
            return words[0]
    return ""


def _in_paragraph(text: str, end: int, marks: Sequence[Mark], begins: bool) -> Iterator[Quotation]:
    """Yield the outermost quotations of the paragraph up to `end`.

    `begins` tells that the first mark begins the paragraph and may be left open.
    """
    closers = _pairs(marks)
    index = 0
    while index < len(marks):
        mark, closer = marks[index], closers.get(index)
        index += 1
        if closer is not None:
            yield Quotation(mark.start, mark.end, marks[closer].start, marks[closer].end, closed=True)
            index = closer + 1
        elif mark.opens and (mark.kind not in SINGLE or (begins and index == 1)):
            index = _next_pair(marks, index, closers, whole=begins and index == 1)
            stop = mark.end + len(text[mark.end : marks[index].start].rstrip()) if index < len(marks) else end
            if stop > mark.end:
                yield Quotation(mark.start, mark.end, stop, stop, closed=False)


def _next_pair(marks: Sequence[Mark], index: int, closers: dict[int, int], *, whole: bool) -> int:
    """Return the index of the quotation that ends the unclosed one at ``index - 1``, the number of marks if none does.

    What begins a paragraph may be a `whole` one of a speech that goes on, quotations in other
    marks inside it: "The crowd was chanting “O-lé!”
    """
    kind = marks[index - 1].kind
    while index < len(marks):
        other = marks[index].kind
        if index in closers and other not in SINGLE and (other == kind or not whole):
            break
        index += 1
    return index


def _pairs(marks: Sequence[Mark]) -> dict[int, int]:
    """Return the closing mark's index by its opening mark's, nested pairs and all.

    A pair of single marks that crosses another pair is none: one of them is an apostrophe.
    """
    families: dict[int, list[tuple[int, Mark]]] = {}
    for index, mark in enumerate(marks):
        families.setdefault(FAMILY[mark.kind], []).append((index, mark))
    single = _paired(families.pop(FAMILY["'"], []))
    pairs: dict[int, int] = {}
    for family in families.values():
        pairs |= _paired(family)
    if single and pairs:
        inside = _inside(pairs, len(marks))
        single = {start: end for start, end in single.items() if inside[start] == inside[end]}
    return pairs | single


def _inside(pairs: dict[int, int], count: int) -> list[int]:
    """Return for each of `count` marks the first mark of the outermost pair that holds it, -1 outside of all."""
    inside, first, last = [], -1, -1
    for index in range(count):
        if index > last:
            first, last = (index, pairs[index]) if index in pairs else (-1, -1)
        inside.append(first)
    return inside


def _paired(marks: Sequence[tuple[int, Mark]]) -> dict[int, int]:
    """Return the pairs among the marks of one family, each given with its index, by the opening one's index."""
    pairs: dict[int, int] = {}
    pending: list[tuple[int, Mark]] = []
    kinds: Counter[str] = Counter()
    for position, (index, mark) in enumerate(marks):
        after = marks[position + 1][1] if position + 1 < len(marks) else None
        if pending and mark.closes and not mark.leans_open and not (mark.weak and _closes_better(after)):
            opener = _opener(mark, pending, kinds)
            if opener is not None:
                pairs[opener] = index
                continue
        opens = mark.opens or (mark.spaced and after is not None and (after.spaced or after.closes))
        if opens and not (pending and mark.kind in ("”", "''")):
            pending.append((index, mark))
            kinds[mark.kind] += 1
    return pairs


def _closes_better(after: Mark | None) -> bool:
    return after is not None and after.closes and not after.opens and not after.weak


def _opener(mark: Mark, pending: list[tuple[int, Mark]], kinds: Counter[str]) -> int | None:
    """Return the index of the opening mark that `mark` closes, None if there is none; take it from `pending`.

    A partner of the mark's own shape is sought past others, which then stay open.
    """
    own = PARTNERS.get(mark.kind, frozenset())
    far = any(kinds[kind] for kind in own)
    while pending and (far or mark.kind in CLOSERS[pending[-1][1].kind]):
        index, opening = pending.pop()
        kinds[opening.kind] -= 1
        if not far or opening.kind in own:
            return index
    return None
