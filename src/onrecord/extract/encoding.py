"""A text as the tagger sees it: units, word pieces, features of form, and windows over them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from onrecord.extract.pieces import WordPieces
from onrecord.text.quotations import lines, quotations

UNIT = re.compile(r"\w+|[^\w\s]")
"""Units of tagging: runs of letters and digits, and single marks, as BERT's basic tokeniser cuts."""

CASES, QUOTES, GAPS = 6, 5, 3
"""How many values each feature of form has."""

WINDOW = 256
"""Word pieces a window holds at most, [CLS] and [SEP] included; only a long paragraph fills it."""

FILLED = 128
"""Word pieces up to which whole paragraphs are put into one window. Attributions lie within one
paragraph but for 1 %. On PolNeAR dev, whole paragraphs up to 128 with the last one repeated give
linked50 .745, quoted50 .879; windows of 256 cut anywhere .741, .870
(docs/decisions/0004)."""

REPEATED = 40
"""Word pieces up to which a window's last paragraph is repeated at the head of the next window."""

OVERLAP = 24
"""Word pieces that two windows share where a paragraph longer than a window is cut."""

_CLS, _SEP = 101, 102

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoding:
    """Units of a text, their word pieces and features of form.

    `starts`, `ends`: code points, one per unit. `pieces`: word-piece ids of the whole text without
    special ones. `first`: index in `pieces` of each unit's first piece, with one entry more, the
    number of pieces. `case`, `quote`, `gap`: one feature value per piece. All int64.
    """

    starts: Ints
    ends: Ints
    pieces: Ints
    first: Ints
    case: Ints
    quote: Ints
    gap: Ints

    @property
    def units(self) -> int:
        """The number of units."""
        return len(self.starts)

    @property
    def begins(self) -> npt.NDArray[np.bool_]:
        """Which units begin a paragraph, [units]."""
        return np.equal(self.gap[self.first[:-1]], 2)

    def within(self, ranges: Sequence[tuple[int, int]]) -> npt.NDArray[np.bool_]:
        """Return which units lie in `ranges` of the text, [units]."""
        inside = np.zeros(self.units, np.bool_)
        for start, end in ranges:
            inside[np.searchsorted(self.starts, start) : np.searchsorted(self.starts, end)] = True
        return inside


@dataclass(frozen=True, slots=True)
class Window:
    """Units ``[start, end)`` of an encoding that are tagged in one call."""

    start: int
    end: int


def encode(text: str, pieces: WordPieces, ranges: Sequence[tuple[int, int]] | None = None) -> Encoding:
    """Return the encoding of `text`, or of the given half-open `ranges` of it (sorted, apart).

    Ranges are paragraphs; without them every line is one. Units of which the tokeniser leaves
    nothing are left out.
    """
    ranges = lines(text) if ranges is None else ranges
    matches = [(m.start(), m.end()) for start, end in ranges for m in UNIT.finditer(text, start, end)]
    cut = pieces.cut([text[start:end] for start, end in matches])
    repeats = np.fromiter(map(len, cut), np.int64, len(cut))
    kept = repeats > 0
    spans = np.array(matches, dtype=np.int64).reshape(-1, 2)[kept]
    repeats = repeats[kept]
    first = np.concatenate([np.zeros(1, np.int64), np.cumsum(repeats)])
    case, quote, gap = (np.repeat(feature, repeats) for feature in _features(text, spans, ranges))
    return Encoding(
        starts=spans[:, 0],
        ends=spans[:, 1],
        pieces=np.fromiter(chain.from_iterable(cut), np.int64, int(first[-1])),
        first=first,
        case=case,
        quote=quote,
        gap=gap,
    )


def windows(encoding: Encoding, start: int = 0, end: int | None = None, *, filled: int = FILLED) -> Iterator[Window]:
    """Yield windows that cover the units ``[start, end)``, all by default, each of at most `WINDOW` pieces.

    They hold whole paragraphs, as many as fit into `filled` pieces; a short last one is repeated in
    the next window, for what goes on across it. A longer paragraph is cut into windows that overlap;
    a unit of more pieces than a window holds is cut at the window's end.
    """
    last = encoding.units if end is None else end
    starts = [*(begin for begin in np.flatnonzero(encoding.begins).tolist() if begin < last), last]
    first = encoding.first
    room = max(WINDOW, filled) - 2
    while start < last:
        paragraph = bisect_right(starts, start)
        fitting = bisect_right(starts, int(np.searchsorted(first, first[start] + filled - 2, side="right")) - 1) - 1
        stop = starts[max(paragraph, fitting)]
        if first[stop] - first[start] > room:
            stop = _unit_at(encoding, int(first[start]) + room, start + 1)
            following = _unit_at(encoding, int(first[stop]) - OVERLAP, start + 1)
        else:
            before = starts[bisect_left(starts, stop) - 1]
            following = before if before > start and first[stop] - first[before] <= REPEATED else stop
        yield Window(start, stop)
        if stop == last:
            return
        start = following


def _unit_at(encoding: Encoding, piece: int, least: int) -> int:
    """Return the last unit that starts at or before `piece`, at least `least`."""
    return max(int(np.searchsorted(encoding.first, piece, side="right")) - 1, least)


def inputs(encoding: Encoding, window: Window, room: int = WINDOW - 2) -> dict[str, Ints]:
    """Return the model's inputs for one window, of at most `room` pieces beside the special ones.

    ``pieces``, ``case``, ``quote``, ``gap``: shape [1, pieces]; ``first``: shape [1, units], where in
    the window each unit's first piece stands. Special pieces have the features' value 0.
    """
    a, b = encoding.first[window.start], encoding.first[window.end]
    b = min(b, a + room)

    def framed(values: Ints, left: int, right: int) -> Ints:
        return np.concatenate([[left], values[a:b], [right]]).astype(np.int64)[None, :]

    return {
        "pieces": framed(encoding.pieces, _CLS, _SEP),
        "case": framed(encoding.case, 0, 0),
        "quote": framed(encoding.quote, 0, 0),
        "gap": framed(encoding.gap, 0, 0),
        "first": (encoding.first[window.start : window.end] - a + 1)[None, :],
    }


def _features(text: str, spans: Ints, ranges: Sequence[tuple[int, int]]) -> tuple[Ints, Ints, Ints]:
    """Return case, quotation state and gap before, one value per unit."""
    case = np.array([_case(text[start:end]) for start, end in spans.tolist()], np.int64)
    gap = np.ones(len(spans), np.int64)
    gap[1:][spans[1:, 0] == spans[:-1, 1]] = 0
    begins = np.searchsorted(spans[:, 0], [start for start, _ in ranges])
    gap[begins[begins < len(spans)]] = 2
    return case, _quote_states(text, spans, ranges), gap


def _case(word: str) -> int:
    if not word[0].isalnum():
        return 5
    if word.islower():
        return 0
    if word.isdigit():
        return 4
    if len(word) > 1 and word.isupper():
        return 2
    if (word[0].isupper() and word[1:].islower()) or (len(word) == 1 and word.isupper()):
        return 1
    return 3


def _quote_states(text: str, spans: Ints, ranges: Sequence[tuple[int, int]]) -> Ints:
    """0 outside, 1 opening mark, 2 closing mark, 3 inside, 4 inside one that its line leaves open."""
    state = np.zeros(len(spans), np.int64)
    starts = spans[:, 0]
    for quotation in quotations(text, ranges):
        a, b, c, d = np.searchsorted(
            starts, [quotation.start, quotation.inner_start, quotation.inner_end, quotation.end]
        ).tolist()
        state[a:b] = 1
        state[b:c] = 3 if quotation.closed else 4
        state[c:d] = 2
    return state
