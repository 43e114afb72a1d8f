"""What a quotation has before or behind the words that it shares with the fuller telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences import phrases
from onrecord.text.differences.cuts import lost_before, lost_behind
from onrecord.text.differences.dates import turned
from onrecord.text.differences.gaps import moved
from onrecord.text.differences.kinds import Block, of_block
from onrecord.text.differences.passages import LITTLE, Passage
from onrecord.text.differences.phrases import told
from onrecord.text.differences.words import Word

_LITTLE = 3
"""Words that are too few for a cut beside words that were exchanged."""


def outer(passage: Passage, covered: frozenset[int]) -> Iterator[Difference]:
    """Yield what the range has before the first and behind the last words that it shares with the fuller telling.

    `covered` are the places in the fuller telling that this and other ranges tell.
    """
    (i, j), (k, m) = passage.pairs[0], passage.pairs[-1]
    _, days = turned(passage)
    put = _of_sentence(passage.other[:j], passage.other[j])
    extra = passage.other[: j - len(put)]
    if put and not _own(passage.fuller, i, i - 1) and not (len(put) == 1 and j - 1 in days):
        yield from _exchanged(passage, _replaced(lost_before(passage, i, covered), put, -1, bool(extra)), put)
    yield from _more(passage, extra)
    put = _of_sentence(passage.other[m + 1 :], passage.other[m])
    extra = passage.other[m + 1 + len(put) :]
    if put and not _own(passage.fuller, k, k + 1) and not (len(put) == 1 and m + 1 in days):
        yield from _exchanged(passage, _replaced(lost_behind(passage, k, covered), put, 1, bool(extra)), put)
    yield from _more(passage, extra)


def _own(words: Sequence[Word], at: int, beside: int) -> bool:
    """Return whether the word `beside` the one at `at` is the outlet's own: what was said there is not known.

    It is where the quotation begins with the beginning of a sentence, or ends with its end.
    """
    if not 0 <= beside < len(words) or words[beside].quoted or words[beside].part != words[at].part:
        return False
    whole = words[at].text[0].isupper() if beside < at else any(mark in words[at].mark for mark in ".!?")
    return not whole


def going_on(before: Passage, passage: Passage) -> Iterator[Difference]:
    """Yield the condition or denial that one of two ranges, which the fuller telling does not tell, adds to the other.

    They are one sentence where the first does not end one and the second begins in lower case.
    """
    stops = any(mark in before.other[-1].mark for mark in ".!?")
    if stops or not passage.other[0].text[0].islower() or before.met == passage.met:
        return
    added = passage if before.met else before
    limiting = {DifferenceKind.CONDITION} | ({DifferenceKind.NEGATION} if before.met else set())
    words = added.other
    if added.pairs and added.share >= LITTLE:
        limit = phrases.condition(words, everywhere=True)
        words = words[words.index(limit) :] if limit else words
    yield from (d for d in of_block(Block((), words)) if d.kind in limiting)


def _of_sentence(words: Sequence[Word], word: Word) -> tuple[Word, ...]:
    return tuple(w for w in words if w.sentence == word.sentence)


def _replaced(whole: tuple[Word, ...], put: Sequence[Word], side: int, apart: bool) -> tuple[Word, ...]:
    """Return which of the words before (`side` -1) or behind (1) a passage `put` stands for: as many, or all of them.

    All where both begin or end alike, or the rest would be too little for a cut; `apart` tells that it is one.
    """
    outermost = 0 if side < 0 else -1
    if not apart and (len(whole) <= len(put) + _LITTLE or whole[outermost].key == put[outermost].key):
        return whole
    return whole[len(whole) - len(put) :] if side < 0 else whole[: len(put)]


def _exchanged(passage: Passage, lost: tuple[Word, ...], put: tuple[Word, ...]) -> Iterator[Difference]:
    block = Block(lost, put)
    if moved(passage, put):
        yield block.difference(DifferenceKind.SPLICED, True, f"puts {told(put)} beside words that it was not said with")
    else:
        yield from of_block(block)


def _more(passage: Passage, extra: Sequence[Word]) -> Iterator[Difference]:
    """Yield whole sentences that the other telling has beside the passage."""
    block = Block((), tuple(extra))
    if moved(passage, extra):
        yield block.difference(
            DifferenceKind.SPLICED, True, f"puts {told(extra)} beside words that it was not said with"
        )
    elif extra and extra[0].text[0].islower() and phrases.condition(extra, everywhere=False):
        yield from of_block(block)
    elif extra:
        yield block.difference(
            DifferenceKind.ADDED, False, f"quotes {told(extra)} too, which the fuller telling does not"
        )
