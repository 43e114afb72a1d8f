"""Where two tellings part within a passage: words left out, put in or exchanged, passages joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences import phrases
from onrecord.text.differences.alignment import aligned
from onrecord.text.differences.dates import of_day, turned
from onrecord.text.differences.kinds import Block, of_block
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.passages import Passage, parted, quoted
from onrecord.text.differences.phrases import told
from onrecord.text.differences.words import Break, Word

MOVED = 3
"""Words from which a run that stands elsewhere in the fuller telling is a passage moved."""
_WHOLE = 0.8
"""Share of such a run that the fuller telling must hold in a row."""

_LONG = 12
"""Words left out from which a condition among them need not limit what is kept."""


def inner(passage: Passage) -> Iterator[Difference]:
    """Yield the differences between the first and the last words that a passage shares with the fuller telling."""
    days, theirs = turned(passage)
    for i, j in zip(days, theirs, strict=True):
        yield from of_day(passage.fuller[i], passage.other[j])
    for a, b, c, d in passage.gaps():
        if (a in days and c == d) or (c in theirs and a == b):
            continue
        words, others = quoted(passage.fuller[a:b]), passage.other[c:d]
        if a < b and not words:
            continue  # the fuller telling's outlet speaks there itself
        marked = parted(passage.other, c, d)
        around = _around(passage.fuller, a, b, len(words) or len(others))
        block = Block(words, others, around)
        if not others:
            yield from _left_out(passage, block, a, b, marked)
        elif not words and parted(passage.fuller, a, b) is Break.ELLIPSIS and marked is not Break.ELLIPSIS:
            yield block.difference(
                DifferenceKind.ELLIPSIS, False, f"quotes {told(others)} where the fuller telling leaves words out"
            )
        elif moved(passage, others):
            yield block.difference(DifferenceKind.SPLICED, True, f"moves {told(others)} from where it was said")
        elif marked is Break.NONE and _linked(others) and _joins(passage.fuller, a, b):
            reason = f"joins two passages by {told(others)} and leaves out {told(words)} between them"
            yield block.difference(DifferenceKind.SPLICED, True, reason)
        elif words and marked is Break.ELLIPSIS:
            yield from _beside_ellipsis(block)
        else:
            yield from of_block(block)


def _whole(words: Sequence[Word]) -> bool:
    """Return whether `words` are several sentences or a long one, in which a condition limits what it stands in."""
    return len(words) > _LONG or len({w.sentence for w in words}) > 1


def _beside_ellipsis(block: Block) -> Iterator[Difference]:
    """Yield what is left out at an ellipsis, and what is exchanged before and behind it."""
    words, others = block.fuller, block.other
    at = next((k for k, w in enumerate(others) if w.before is Break.ELLIPSIS), len(others))
    front, back = others[:at], others[at:]
    end = len(words) - _reach(words[::-1], back[::-1])
    start = min(_reach(words, front), end)
    if start < end:
        yield from _elided(Block(words[start:end], ()), words[start:end])
    for lost, put in ((words[:start], front), (words[end:], back)):
        if lost or put:
            yield from of_block(Block(lost, put))


def _reach(words: Sequence[Word], put: Sequence[Word]) -> int:
    """Return how many of `words`, counted from the side away from the ellipsis, stand for `put`."""
    if not put:
        return 0
    keys = [w.key for w in words[: len(put) + MOVED]]
    known = [keys.index(w.key) + 1 for w in put if w.key in keys]
    plain = sum(not w.bracketed for w in put) or 1
    return min(len(words), max([*known, plain]))


def _around(words: Sequence[Word], start: int, end: int, size: int) -> tuple[Word, ...]:
    return (*words[max(0, start - size) : start], *words[end : end + size])


def _left_out(passage: Passage, block: Block, start: int, end: int, marked: Break) -> Iterator[Difference]:
    """Yield what leaving out the words `start` to `end` of the fuller telling does."""
    words = block.fuller
    limits = phrases.condition(words, everywhere=False) and not _joins(passage.fuller, start, end)
    if marked is not Break.NONE:
        yield from _elided(block, words)
    elif limits:
        yield from of_block(block)
    elif parted(passage.fuller, start, end) is Break.ELLIPSIS or _joins(passage.fuller, start, end):
        reason = f"joins two passages and leaves out {told(words)} between them without a mark"
        yield block.difference(DifferenceKind.SPLICED, True, reason)
    else:
        yield from of_block(block)


def _linked(others: Sequence[Word]) -> bool:
    """Return whether `others` are no more than a link between two passages: "and"."""
    return len(others) < MOVED and all(w.key in wording().common for w in others)


def _joins(words: Sequence[Word], start: int, end: int) -> bool:
    """Return whether leaving out the words joins passages: the end of a sentence and the next one's beginning fall.

    Leaving out the beginning of one sentence alone, or its end, joins nothing that was apart.
    """
    before, after = words[start - 1].sentence, words[end].sentence
    lost = {w.sentence for w in words[start:end]}
    return end - start >= MOVED and before != after and lost != {before} and lost != {after}


def _elided(block: Block, words: Sequence[Word]) -> Iterator[Difference]:
    """Yield the ellipsis, which is harmless unless it hides what limits the words beside it."""
    limit = phrases.condition(words, everywhere=not _whole(words))
    denied = phrases.negations(words)
    if limit is not None:
        reason = f"the ellipsis hides the condition {told(words)}"
        yield block.difference(DifferenceKind.CONDITION, True, reason)
    elif denied and len(words) <= MOVED:
        reason = f"the ellipsis hides “{denied[0].key}”: what is said becomes its opposite"
        yield block.difference(DifferenceKind.NEGATION, True, reason)
    else:
        yield block.difference(DifferenceKind.ELLIPSIS, False, f"leaves out {told(words)} and marks it")


def moved(passage: Passage, others: Sequence[Word]) -> bool:
    """Return whether `others`, some words long, stand in the fuller telling too, at another place."""
    if len(others) < MOVED:
        return False
    pairs = aligned([w.key for w in passage.fuller], [w.key for w in others])
    return len(pairs) >= _WHOLE * len(others) and pairs[-1][0] - pairs[0][0] < 1.5 * len(others)
