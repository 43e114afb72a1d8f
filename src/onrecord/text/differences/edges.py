"""What a cut at the beginning or end of a quotation leaves out, and what is put before or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences import phrases
from onrecord.text.differences.dates import turned
from onrecord.text.differences.gaps import moved
from onrecord.text.differences.kinds import Block, of_block
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.passages import LITTLE, Passage
from onrecord.text.differences.phrases import told
from onrecord.text.differences.words import Word

_NEAR = 3
"""How many words beside the cut are looked at for what denies or makes certain."""
_ABOUT = 6


def outer(passage: Passage, covered: frozenset[int]) -> Iterator[Difference]:
    """Yield what the range has before the first and behind the last words that it shares with the fuller telling.

    `covered` are the places in the fuller telling that this and other ranges tell.
    """
    (i, j), (k, m) = passage.pairs[0], passage.pairs[-1]
    _, days = turned(passage)
    put = _of_sentence(passage.other[:j], passage.other[j])
    extra = passage.other[: j - len(put)]
    if put and not _own(passage.fuller, i, i - 1) and not (len(put) == 1 and j - 1 in days):
        yield from _exchanged(passage, _replaced(_before(passage, i, covered), put, -1, bool(extra)), put)
    yield from _more(passage, extra)
    put = _of_sentence(passage.other[m + 1 :], passage.other[m])
    extra = passage.other[m + 1 + len(put) :]
    if put and not _own(passage.fuller, k, k + 1) and not (len(put) == 1 and m + 1 in days):
        yield from _exchanged(passage, _replaced(_behind(passage, k, covered), put, 1, bool(extra)), put)
    yield from _more(passage, extra)


def _own(words: Sequence[Word], at: int, beside: int) -> bool:
    """Return whether the word `beside` the one at `at` is the outlet's own: what was said there is not known.

    It is where the quotation begins with the beginning of a sentence, or ends with its end.
    """
    if not 0 <= beside < len(words) or words[beside].quoted or words[beside].part != words[at].part:
        return False
    whole = words[at].text[0].isupper() if beside < at else any(mark in words[at].mark for mark in ".!?")
    return not whole


def cuts(
    passage: Passage, covered: frozenset[int], lead: Sequence[Word], trail: Sequence[Word]
) -> Iterator[Difference]:
    """Yield what makes the cuts before and behind the range more than a shortening.

    `lead` and `trail` are the unquoted words of the other telling beside the range: what stands there may stand for
    what the quotation leaves out. `covered` are the places in the fuller telling that this and other ranges tell.
    """
    (i, j), (k, m) = passage.pairs[0], passage.pairs[-1]
    if j == 0:
        yield from _lost_before(_before(passage, i, covered), lead, trail)
    if m + 1 == len(passage.other):
        yield from _lost_behind(_behind(passage, k, covered), lead, trail)


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


def _before(passage: Passage, i: int, covered: frozenset[int]) -> tuple[Word, ...]:
    return _same_sentence(passage.fuller, i, -1, covered)


def _behind(passage: Passage, i: int, covered: frozenset[int]) -> tuple[Word, ...]:
    return _same_sentence(passage.fuller, i, 1, covered)


def _replaced(whole: tuple[Word, ...], put: Sequence[Word], side: int, apart: bool) -> tuple[Word, ...]:
    """Return which of the words before (`side` -1) or behind (1) a passage `put` stands for: as many, or all of them.

    All where both begin or end alike, or the rest would be too little for a cut; `apart` tells that it is one.
    """
    outermost = 0 if side < 0 else -1
    if not apart and (len(whole) <= len(put) + _NEAR or whole[outermost].key == put[outermost].key):
        return whole
    return whole[len(whole) - len(put) :] if side < 0 else whole[: len(put)]


def _same_sentence(words: Sequence[Word], i: int, step: int, covered: frozenset[int]) -> tuple[Word, ...]:
    """Return the words of the sentence before (`step` -1) or behind (1) the word at `i` up to a covered one."""
    found: list[Word] = []
    at = i + step
    while 0 <= at < len(words) and at not in covered and words[at].sentence == words[i].sentence:
        found.append(words[at])
        at += step
    return tuple(found[::step])


def _exchanged(passage: Passage, lost: tuple[Word, ...], put: tuple[Word, ...]) -> Iterator[Difference]:
    block = Block(lost, put)
    if moved(passage, put):
        yield block.difference(DifferenceKind.SPLICED, True, f"joins {told(put)} to what it was not said with")
    else:
        yield from of_block(block)


def _more(passage: Passage, extra: Sequence[Word]) -> Iterator[Difference]:
    """Yield whole sentences that the other telling has beside the passage."""
    block = Block((), tuple(extra))
    if moved(passage, extra):
        yield block.difference(DifferenceKind.SPLICED, True, f"joins {told(extra)} to what it was not said with")
    elif extra and extra[0].text[0].islower() and phrases.condition(extra, everywhere=False):
        yield from of_block(block)
    elif extra:
        yield block.difference(DifferenceKind.ADDED, False, f"tells {told(extra)} beside what the fuller tells")


def _lost_before(words: tuple[Word, ...], lead: Sequence[Word], trail: Sequence[Word]) -> Iterator[Difference]:
    """Yield what makes a cut before a quotation more than a shortening."""
    block = Block(words, ())
    limit = phrases.condition(words, everywhere=False) if words else None
    near = _clause(words[::-1])[:_ABOUT]
    denied = phrases.negations(near) or phrases.denials(near[:_NEAR])
    if limit is not None and not _limits(lead) and not _limits(trail):
        reason = f"the quotation leaves out the condition {told(words)}"
        yield block.difference(DifferenceKind.CONDITION, True, reason)
    elif denied and not phrases.denials(lead):
        reason = f"the quotation leaves out “{denied[0].text}” before it"
        yield block.difference(DifferenceKind.NEGATION, True, reason)
    elif phrases.weaker(near[:_NEAR]) and not lead:
        weak = told(phrases.weaker(near[:_NEAR]))
        reason = f"the quotation leaves out {weak}: what was only possible becomes certain"
        yield block.difference(DifferenceKind.DROPPED, True, reason)
    elif not lead and any(w.key in wording().parts for w in near[:_NEAR]):
        yield block.difference(DifferenceKind.DROPPED, True, f"the quotation leaves out {told(words)}, which limits it")
    elif not lead and (_credit(near) or _credit(_clause(words[::-1], first=1))):
        yield block.difference(DifferenceKind.DROPPED, True, f"leaves out whose words these are: {told(words)}")


def _lost_behind(words: tuple[Word, ...], lead: Sequence[Word], trail: Sequence[Word]) -> Iterator[Difference]:
    """Yield what makes a cut behind a quotation more than a shortening."""
    block = Block(words, ())
    apart = bool(words) and words[0].key in wording().joining
    limit = phrases.condition(words, everywhere=not apart) if words else None
    if limit is not None and not _limits(lead) and not _limits(trail):
        reason = f"the quotation leaves out the condition {told(words)}"
        yield block.difference(DifferenceKind.CONDITION, True, reason)
    elif not apart and phrases.negations(words[:_NEAR]) and not phrases.negations(trail):
        reason = f"the quotation leaves out {told(words)}, which limits it"
        yield block.difference(DifferenceKind.NEGATION, True, reason)


def _clause(words: Sequence[Word], first: int = 0) -> Sequence[Word]:
    """Return `words`, which stand in reverse, up to where a clause ends behind the first ones."""
    for at, word in enumerate(words):
        if word.mark and at >= first:
            return words[:at]
    return words


def _limits(words: Sequence[Word]) -> bool:
    return phrases.condition(words, everywhere=True) is not None


def _credit(near: Sequence[Word]) -> bool:
    """Return whether the words right before a cut, in reverse, make somebody else responsible for what follows."""
    keys = [w.key for w in near[:_ABOUT]]
    far = "according" in keys or keys[-1:] == ["as"]
    told_by = [at for at, key in enumerate(keys) if key in wording().credits and (at < _NEAR or far)]
    return bool(told_by) and not {"i", "we"} & {w.key for w in near[told_by[0] : told_by[0] + _NEAR]}
