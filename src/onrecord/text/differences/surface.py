"""Harmless differences between equal words: case, spelling, brackets, punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences.kinds import Block
from onrecord.text.differences.passages import Passage
from onrecord.text.differences.phrases import is_filler, told
from onrecord.text.differences.words import Break, Word

_SAME_MARKS = str.maketrans({"–": "-", "—": "-", "―": "-"})
_APOSTROPHES = str.maketrans("’ʼ", "''")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``fuller[i:k]`` that are equal to ``other[j:m]``: one of each, or all of a short form."""

    passage: Passage
    i: int
    k: int
    j: int
    m: int

    @property
    def block(self) -> Block:
        """The words of both."""
        return Block(self.passage.fuller[self.i : self.k], self.passage.other[self.j : self.m])

    @property
    def whole(self) -> bool:
        """Whether no short form is cut: not "is" of "isn't"."""
        return _closed(self.passage.fuller, self.i, self.k) and _closed(self.passage.other, self.j, self.m)


def surface(passage: Passage) -> Iterator[Difference]:
    """Yield how the words that both tell are written otherwise; a question made a statement changes the meaning."""
    bracketed = False
    cased: list[_Run] = []
    for run in _runs(passage):
        a, b = passage.fuller[run.k - 1], passage.other[run.m - 1]
        written = _written(passage.fuller[run.i : run.k]), _written(passage.other[run.j : run.m])
        if written[0] != written[1] and run.whole:
            if written[0].casefold() == written[1].casefold():
                cased.append(run)
            else:
                yield _of_words(run.block)
        if a.bracketed != b.bracketed and not bracketed:
            yield _of_brackets(a, b)
        bracketed = a.bracketed != b.bracketed
        yield from _marks(passage, run.k - 1, run.m - 1, written[0] == written[1])
    yield from _of_case(cased)


def _runs(passage: Passage) -> Iterator[_Run]:
    """Yield the runs in order."""
    fuller, other = passage.fuller, passage.other
    pairs = [*passage.pairs, (-1, -1)]
    i, j = pairs[0]
    for (a, b), (c, d) in pairwise(pairs):
        on = c == a + 1 and d == b + 1
        if not on or (fuller[c].start != fuller[a].start and other[d].start != other[b].start):
            yield _Run(passage, i, a + 1, j, b + 1)
            i, j = c, d


def _closed(words: Sequence[Word], start: int, end: int) -> bool:
    """Return whether no word beside those from `start` to `end` stands at the place of one of them."""
    before = start == 0 or words[start - 1].start != words[start].start
    return before and (end == len(words) or words[end].start != words[end - 1].start)


def _written(words: Sequence[Word]) -> str:
    if len(words) == 1:
        return words[0].text.translate(_APOSTROPHES)
    texts = [w.text for k, w in enumerate(words) if k == 0 or words[k - 1].start != w.start]
    return " ".join(texts).translate(_APOSTROPHES)


def _of_words(block: Block) -> Difference:
    both = f"{told(block.other)} for {told(block.fuller)}"
    if any("[" in w.text for w in (*block.fuller, *block.other)):
        return block.difference(DifferenceKind.BRACKETS, False, f"{both}: an editor's brackets within the word")
    same = "the same number" if block.fuller[0].key[0] == "#" else "the same, written otherwise"
    return block.difference(DifferenceKind.SPELLING, False, f"{both}: {same}")


def _of_case(runs: Sequence[_Run]) -> Iterator[Difference]:
    """Yield the runs written in other case, those that follow each other as one."""
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and (runs[end].i, runs[end].j) == (runs[end - 1].k, runs[end - 1].m):
            end += 1
        block = _Run(runs[at].passage, runs[at].i, runs[end - 1].k, runs[at].j, runs[end - 1].m).block
        reason = f"{told(block.other)} for {told(block.fuller)}: capital letters alone differ"
        yield block.difference(DifferenceKind.CASE, False, reason)
        at = end


def _of_brackets(a: Word, b: Word) -> Difference:
    """Return that brackets, which begin at these words, stand in one telling alone."""
    which = "the fuller telling alone" if a.bracketed else "this telling alone"
    reason = f"“{b.text}” stands in brackets in {which}"
    return Difference(DifferenceKind.BRACKETS, (a.start, a.end), (b.start, b.end), False, reason)


def _marks(passage: Passage, i: int, j: int, same: bool) -> Iterator[Difference]:
    """Yield the difference of the punctuation behind a word of both, unless a cut or a cue stands there.

    `same` tells that it is written alike in both: else a stop may be that of a short form.
    """
    a, b = passage.fuller[i], passage.other[j]
    one, two = (mark.translate(_SAME_MARKS) for mark in (a.mark, b.mark))
    if one == two or (not same and one.strip(".") == two.strip(".")):
        return
    places = (a.end, a.end + len(a.mark)), (b.end, b.end + len(b.mark))
    asks = "?" in one, "?" in two
    cut = j + 1 == len(passage.other) and not begins(passage)
    if asks[0] != asks[1] and not cut and (two if asks[0] else one) in (".", "!"):
        reason = "a question becomes a statement" if asks[0] else "a statement becomes a question"
        yield Difference(DifferenceKind.MARKS, *places, True, reason)
    elif _goes_on(passage.fuller, i) and _goes_on(passage.other, j):
        yield Difference(DifferenceKind.MARKS, *places, False, _of_marks(a, b))


def _of_marks(a: Word, b: Word) -> str:
    if a.mark and b.mark:
        return f"“{b.mark}” for “{a.mark}”"
    return f"“{a.mark}” behind “{a.text}” is left out" if a.mark else f"“{b.mark}” behind “{b.text}” is put in"


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
