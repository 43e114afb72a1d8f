"""What a cut at the beginning or end of a quotation leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences import phrases
from onrecord.text.differences.kinds import Block
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.passages import Passage
from onrecord.text.differences.phrases import told
from onrecord.text.differences.words import Word

_NEAR = 3
"""How many words beside the cut are looked at for what denies or makes certain."""
_ABOUT = 6
_PASSIVE = {"am", "are", "was", "were", "been"}
"""Before "told" these make others responsible: "I am told that"."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An outlet's own words before and behind a quotation: they may stand for what it leaves out."""

    lead: Sequence[Word] = ()
    trail: Sequence[Word] = ()

    @property
    def limits(self) -> bool:
        """Whether they tell a condition."""
        return any(phrases.condition(own, everywhere=True) is not None for own in (self.lead, self.trail))

    @property
    def for_now(self) -> bool:
        """Whether they limit what is quoted to a time, or to what one person knows."""
        return any(phrases.for_now(own[at:]) for own in (self.lead, self.trail) for at in range(len(own)))


def cuts(passage: Passage, covered: frozenset[int], beside: Beside) -> Iterator[Difference]:
    """Yield what makes the cuts before and behind the range more than a shortening.

    `beside` are the unquoted words beside the range, `covered` the places in the fuller telling that this and other
    ranges tell.
    """
    (i, j), (k, m) = passage.pairs[0], passage.pairs[-1]
    if j == 0:
        yield from _lost_before(lost_before(passage, i, covered), beside, _counts(passage.fuller[i]))
    if m + 1 == len(passage.other):
        yield from _lost_behind(lost_behind(passage, k, covered), beside)


def disguised(passage: Passage, covered: frozenset[int]) -> bool:
    """Return whether the range begins like a sentence, and a cut within its clause changes it: “All” of "Not all".

    A cut before a clause, as behind "I doubt that", is told for what it is.
    """
    i, j = passage.pairs[0]
    lost = lost_before(passage, i, covered)
    if j or not lost or passage.other[0].text[0].islower() or passage.fuller[i].text[0].isupper():
        return False
    near = _clause(lost[::-1])[:_ABOUT]
    if lost[-1].mark or any(w.key == "that" or w.key in wording().credits for w in near):
        return False
    return bool(phrases.negations(near) or phrases.weaker(near[:_NEAR])) or _limited(near, _counts(passage.fuller[i]))


def lost_before(passage: Passage, i: int, covered: frozenset[int]) -> tuple[Word, ...]:
    """Return the words of the sentence before the one at `i` in the fuller telling, up to a covered one."""
    return _same_sentence(passage.fuller, i, -1, covered)


def lost_behind(passage: Passage, i: int, covered: frozenset[int]) -> tuple[Word, ...]:
    """Return the words of the sentence behind the one at `i` in the fuller telling, up to a covered one."""
    return _same_sentence(passage.fuller, i, 1, covered)


def _same_sentence(words: Sequence[Word], i: int, step: int, covered: frozenset[int]) -> tuple[Word, ...]:
    """Return the quoted words of the sentence before (`step` -1) or behind (1) the word at `i` up to a covered one.

    What the fuller telling's outlet says there itself was not left out of a quotation.
    """
    found: list[Word] = []
    at = i + step
    while 0 <= at < len(words) and at not in covered and _goes_on(words[at], words[i]):
        found.append(words[at])
        at += step
    return tuple(found[::step])


def _goes_on(beside: Word, word: Word) -> bool:
    return beside.quoted and beside.sentence == word.sentence


def _lost_before(words: tuple[Word, ...], beside: Beside, number: bool) -> Iterator[Difference]:
    """Yield what makes a cut before a quotation, which may begin with a `number`, more than a shortening."""
    block = Block(words, ())
    limit = phrases.condition(words, everywhere=False) if words else None
    near = _clause(words[::-1])[:_ABOUT]
    denied = phrases.negations(near) or phrases.denials(near[: _NEAR + 1])
    if limit is not None and not beside.limits:
        reason = f"the quotation leaves out the condition {told(words)}"
        yield block.difference(DifferenceKind.CONDITION, True, reason)
    elif denied and not phrases.denials(beside.lead):
        reason = (
            f"the quotation leaves out “{denied[0].text}”, which stands before it: what is said becomes its opposite"
        )
        yield block.difference(DifferenceKind.NEGATION, True, reason)
    elif phrases.weaker(near[:_NEAR]) and not beside.lead:
        weak = told(phrases.weaker(near[:_NEAR]))
        reason = f"the quotation leaves out {weak}: what was only possible becomes certain"
        yield block.difference(DifferenceKind.DROPPED, True, reason)
    elif not beside.lead and _limited(near, number):
        yield block.difference(DifferenceKind.DROPPED, True, f"the quotation leaves out {told(words)}, which limits it")
    elif not beside.lead and (_credit(near) or _credit(_clause(words[::-1], first=1))):
        yield block.difference(
            DifferenceKind.DROPPED, True, f"leaves out {told(words)}: whose words these are is not told"
        )


def _lost_behind(words: tuple[Word, ...], beside: Beside) -> Iterator[Difference]:
    """Yield what makes a cut behind a quotation more than a shortening."""
    block = Block(words, ())
    apart = bool(words) and words[0].key in wording().joining
    limit = phrases.condition(words, everywhere=not apart) if words else None
    if limit is not None and not beside.limits:
        reason = f"the quotation leaves out the condition {told(words)}"
        yield block.difference(DifferenceKind.CONDITION, True, reason)
    elif not apart and phrases.negations(words[:_NEAR]) and not phrases.negations(beside.trail):
        reason = f"the quotation leaves out {told(words)}, which limits it"
        yield block.difference(DifferenceKind.NEGATION, True, reason)
    elif phrases.for_now(words) and not beside.for_now:
        reason = f"the quotation leaves out {told(words)}, which limits it"
        yield block.difference(DifferenceKind.DROPPED, True, reason)


def _counts(word: Word) -> bool:
    return word.key[0] == "#"


def _limited(near: Sequence[Word], number: bool) -> bool:
    """Return whether the words right before a cut, in reverse, limit what follows, which may begin with a `number`."""
    limiting = wording().parts | (wording().before_numbers if number else set())
    return any(w.key in limiting for w in near[:_NEAR])


def _clause(words: Sequence[Word], first: int = 0) -> Sequence[Word]:
    """Return `words`, which stand in reverse, up to where a clause ends behind the first ones."""
    for at, word in enumerate(words):
        if word.mark and at >= first:
            return words[:at]
    return words


def _credit(near: Sequence[Word]) -> bool:
    """Return whether the words right before a cut, in reverse, make somebody else responsible for what follows."""
    near = [w for w in near[:_ABOUT] if w.key != "that"]
    keys = [w.key for w in near]
    far = "according" in keys or keys[-1:] == ["as"]
    told_by = [at for at, key in enumerate(keys) if key in wording().credits and (at < _NEAR or far)]
    if not told_by:
        return False
    by = {w.key for w in near[told_by[0] : told_by[0] + _NEAR]}
    return not {"i", "we"} & by or ("told" in by and bool(_PASSIVE & by))
