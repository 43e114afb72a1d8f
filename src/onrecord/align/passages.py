"""Where the words of one telling stand in the fullest one."""

from __future__ import annotations

from onrecord.align.meant import meant, overlap
from onrecord.align.prepared import QUOTED, Prepared, sentences
from onrecord.record import Told

Range = tuple[int, int]

SHARE = 0.35
"""How much of a sentence, or of the telling, must be told by the other for that sentence to be the place. Read off a
dozen pairs by hand; it moves what a page marks, and decides nothing."""


def passages(fuller: Told, other: Told) -> tuple[Range, ...]:
    """Return where in ``fuller.words`` stands what `other` tells, as sorted half-open ranges that do not touch.

    These are the sentences that share a run of `QUOTED` quoted words with `other`; without any, the sentence that tells
    most of it, if it tells `SHARE` of it or more. Empty where nothing is found.
    """
    one, two = Prepared(fuller), Prepared(other)
    spans = sentences(fuller)
    words = [word.folded for word in one.words]
    told = {two.quoted[i : i + QUOTED] for i in range(len(two.quoted) - QUOTED + 1)}
    runs = [i for i in range(len(words) - QUOTED + 1) if tuple(words[i : i + QUOTED]) in told]
    quoted = [(start, end) for start, end in spans if any(start <= one.words[i].start < end for i in runs)]
    return _joined(quoted) if quoted else _nearest(one, two, spans)


def _nearest(fuller: Prepared, other: Prepared, spans: tuple[Range, ...]) -> tuple[Range, ...]:
    words, told, senses = fuller.told.words, fuller.told, fuller.senses
    shares = [(overlap(meant(words[start:end], told, senses), other.meant), -start, end) for start, end in spans]
    best = max(((sum(share), start, end) for share, start, end in shares), default=(0.0, 0, 0))
    return ((-best[1], best[2]),) if best[0] >= 2 * SHARE else ()


def _joined(spans: list[Range]) -> tuple[Range, ...]:
    found: list[Range] = []
    for start, end in spans:
        if found and start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
