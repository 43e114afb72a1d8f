"""Harmless differences between equal words: case, spelling, brackets, punctuation."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences.passages import Passage
from onrecord.text.differences.phrases import is_filler
from onrecord.text.differences.words import Break, Word

_SAME_MARKS = str.maketrans({"–": "-", "—": "-", "―": "-"})
_STOPS = ".!"


def surface(passage: Passage) -> Iterator[Difference]:
    """Yield how the words that both tell are written otherwise; a question made a statement changes the meaning."""
    over, at, bracketed = -1, -1, False
    for i, j in passage.pairs:
        a, b = passage.fuller[i], passage.other[j]
        if a.start != over and b.start != at and _written(a) != _written(b):
            yield _of_word(a, b)
        if a.bracketed != b.bracketed and not bracketed:
            yield _of_brackets(a, b)
        over, at, bracketed = a.start, b.start, a.bracketed != b.bracketed
        yield from _marks(passage, i, j)


def _of_brackets(a: Word, b: Word) -> Difference:
    """Return that brackets, which begin at these words, stand in one telling alone."""
    which = "the fuller telling alone" if a.bracketed else "this telling alone"
    reason = f"“{b.text}” stands in brackets in {which}"
    return Difference(DifferenceKind.BRACKETS, (a.start, a.end), (b.start, b.end), False, reason)


def _written(word: Word) -> str:
    return word.text.replace("’", "'").replace("ʼ", "'")


def _of_word(a: Word, b: Word) -> Difference:
    kind, how = DifferenceKind.SPELLING, "spelt otherwise"
    if _written(a).casefold() == _written(b).casefold():
        kind, how = DifferenceKind.CASE, "in other case"
    elif "[" in a.text + b.text:
        kind, how = DifferenceKind.BRACKETS, "with an editor's brackets"
    return Difference(kind, (a.start, a.end), (b.start, b.end), False, f"“{b.text}” is “{a.text}” {how}")


def _marks(passage: Passage, i: int, j: int) -> Iterator[Difference]:
    """Yield the difference of the punctuation behind a word of both, unless a cut or a cue stands there."""
    a, b = passage.fuller[i], passage.other[j]
    one, two = (mark.translate(_SAME_MARKS) for mark in (a.mark, b.mark))
    if one == two:
        return
    places = (a.end, a.end + len(a.mark)), (b.end, b.end + len(b.mark))
    asks = "?" in one, "?" in two
    cut = j + 1 == len(passage.other) and not begins(passage)
    if asks[0] != asks[1] and not cut and (two if asks[0] else one) in (".", "!"):
        reason = "a question becomes a statement" if asks[0] else "a statement becomes a question"
        yield Difference(DifferenceKind.MARKS, *places, True, reason)
    elif _goes_on(passage.fuller, i) and _goes_on(passage.other, j):
        yield Difference(DifferenceKind.MARKS, *places, False, f"“{b.mark or ' '}” for “{a.mark or ' '}”")


def begins(passage: Passage) -> bool:
    """Return whether the passage begins with a sentence of the fuller telling, sounds and stammers aside."""
    i = first = passage.pairs[0][0]
    while first and passage.fuller[first - 1].sentence == passage.fuller[i].sentence:
        first -= 1
    lost = passage.fuller[first:i]
    return is_filler(lost) or all(word.key == passage.fuller[i].key for word in lost)


def _goes_on(words: tuple[Word, ...], at: int) -> bool:
    """Return whether another word follows in the same range, without an ellipsis."""
    return at + 1 < len(words) and words[at + 1].before is Break.NONE
