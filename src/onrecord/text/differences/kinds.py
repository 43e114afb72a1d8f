"""What kind of difference it is where two tellings part, and whether it may change what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.record import Difference, DifferenceKind
from onrecord.text.differences import phrases
from onrecord.text.differences.forms import alike
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.phrases import told
from onrecord.text.differences.words import Bracket, Word

_LONG = 8
"""Words from which a block is a clause of its own: a negation in it need not deny what stands around it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Where two tellings part: the words that only the fuller one and only the other has, either perhaps none.

    `around` are the words of the fuller telling right before and behind, for what a block repeats.
    """

    fuller: tuple[Word, ...]
    other: tuple[Word, ...]
    around: tuple[Word, ...] = ()

    def difference(self, kind: DifferenceKind, changes: bool, reason: str) -> Difference:
        """Return the difference that this block is."""
        return Difference(kind, span(self.fuller), span(self.other), changes, reason)


def span(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return from where to where `words` stand, None for none."""
    return (words[0].start, max(w.end for w in words)) if words else None


def of_block(block: Block) -> Iterator[Difference]:
    """Yield the differences that a block of quoted words is, each of one kind."""
    block = _trimmed(block)
    if not block.fuller and not block.other:
        return
    if not block.fuller:
        yield _added(block)
    elif not block.other:
        yield _dropped(block)
    else:
        yield from _replaced(block)


def _trimmed(block: Block) -> Block:
    """Return `block` without the words with which both its sides begin and end."""
    a, b = block.fuller, block.other
    while a and b and a[0].key == b[0].key:
        a, b = a[1:], b[1:]
    while a and b and a[-1].key == b[-1].key:
        a, b = a[:-1], b[:-1]
    return Block(a, b, block.around)


def _replaced(block: Block) -> Iterator[Difference]:
    a, b = block.fuller, block.other
    if alike(a, b):
        yield block.difference(DifferenceKind.SPELLING, False, f"{told(b)} for {told(a)}: the same, written otherwise")
        return
    if phrases.are_titles(a, b):
        yield block.difference(DifferenceKind.REPLACED, False, f"{told(b)} for {told(a)}: another title")
        return
    denied = _denied(block)
    if denied:
        yield denied
        return
    limited = _limited(block)
    if limited:
        yield limited
        return
    edited = all(w.bracketed for w in b) != all(w.bracketed for w in a)
    found = [d for d in _named(block) if not (edited and d.kind is DifferenceKind.TENSE)]
    if not found and edited and bool(phrases.weaker(a)) == bool(phrases.weaker(b)):
        yield block.difference(DifferenceKind.BRACKETS, False, f"{told(b)} stands in brackets for {told(a)}")
        return
    yield from found or [_other(block)]


def _denied(block: Block) -> Difference | None:
    a, b = phrases.negations(block.fuller), phrases.negations(block.other)
    if len(a) % 2 != len(b) % 2 and max(len(block.fuller), len(block.other)) <= _LONG:
        return block.difference(DifferenceKind.NEGATION, True, f"{_exchange(block)}: what is said becomes its opposite")
    for x in block.fuller:
        for y in block.other:
            if phrases.opposite(x.key, y.key):
                reason = f"“{y.text}” is the opposite of “{x.text}”"
                return block.difference(DifferenceKind.NEGATION, True, reason)
    return None


def _exchange(block: Block) -> str:
    """Return what is dropped, added or exchanged with what denies; of a contraction "not" alone."""
    denying = phrases.negations(block.fuller) or phrases.negations(block.other)
    plain = denying[0].text.casefold() == denying[0].key
    if block.fuller and block.other and plain:
        return f"{told(block.other)} for {told(block.fuller)}"
    words, verb = (block.fuller, "drops") if phrases.negations(block.fuller) else (block.other, "adds")
    return f"{verb} {told(words)}" if plain and len(words) < 4 else f"{verb} “{denying[0].key}”"


def _limited(block: Block) -> Difference | None:
    a, b = (phrases.condition(words, everywhere=False) for words in (block.fuller, block.other))
    if a is None and b is None:
        return None
    if a is not None and b is not None:
        reason = f"{told(block.other)} for {told(block.fuller)}: another condition"
    elif a is not None:
        reason = f"drops the condition {told(block.fuller)}: what was limited is told without limit"
    else:
        reason = f"adds the condition {told(block.other)}: what was said without limit is limited"
    return block.difference(DifferenceKind.CONDITION, True, reason)


def _named(block: Block) -> Iterator[Difference]:
    """Yield the number, name and tense that differ."""
    a, b = block.fuller, block.other
    counted = phrases.numbers(a), phrases.numbers(b)
    if counted[0] and counted[1] and counted[0] != counted[1]:
        yield block.difference(DifferenceKind.NUMBER, True, f"{told(b)} for {told(a)}: another number")
    called = phrases.names(a), phrases.names(b)
    if called[0] and called[1] and called[0] != called[1]:
        yield block.difference(DifferenceKind.NAME, True, f"{told(b)} for {told(a)}: another name")
    if phrases.other_tense(a, b):
        yield block.difference(DifferenceKind.TENSE, True, f"{told(b)} for {told(a)}: another tense")


def _other(block: Block) -> Difference:
    a, b = phrases.weaker(block.fuller), phrases.weaker(block.other)
    words = "another word" if len(block.other) == len(block.fuller) == 1 else "other words"
    reason = f"{told(block.other)} for {told(block.fuller)}: {words} within the quotation"
    if sorted(w.key for w in block.fuller) == sorted(w.key for w in block.other):
        reason = f"{told(block.other)} for {told(block.fuller)}: the words in another order"
    if a and not b:
        reason = f"{told(block.other)} for {told(block.fuller)}: what was only possible becomes certain"
    elif b and not a:
        reason = f"{told(block.other)} for {told(block.fuller)}: what was certain becomes only possible"
    return block.difference(DifferenceKind.REPLACED, True, reason)


def _dropped(block: Block) -> Difference:
    words = block.fuller
    if _bracket(words) and not phrases.negations(words):
        return block.difference(DifferenceKind.BRACKETS, False, f"leaves out the bracketed {told(words)}")
    special = _special(block, words, "drops")
    if special:
        return special
    if phrases.is_filler(words) or _repeats(block):
        return block.difference(DifferenceKind.DROPPED, False, f"drops {told(words)}, which carries no meaning")
    reason = f"drops {told(words)} without a mark of ellipsis"
    if phrases.weaker(words):
        reason = f"drops {told(phrases.weaker(words))}: what was only possible becomes certain"
    elif phrases.limits(words):
        reason = f"drops {told(words)}, which limits what is said, without a mark of ellipsis"
    return block.difference(DifferenceKind.DROPPED, True, reason)


def _bracket(words: Sequence[Word]) -> bool:
    """Return whether `words` are all of what brackets hold."""
    whole = Bracket.FIRST in words[0].bracket and Bracket.LAST in words[-1].bracket
    return whole and all(w.bracketed for w in words)


def _added(block: Block) -> Difference:
    words = block.other
    denied = phrases.negations(words)
    if _bracket(words) and not denied:
        return block.difference(DifferenceKind.BRACKETS, False, f"adds {told(words)} in brackets")
    special = _special(block, words, "adds")
    if special:
        return special
    if phrases.is_filler(words) or _repeats(block):
        return block.difference(DifferenceKind.ADDED, False, f"adds {told(words)}, which carries no meaning")
    return block.difference(DifferenceKind.ADDED, True, f"adds {told(words)}, which the fuller telling does not have")


def _special(block: Block, words: Sequence[Word], verb: str) -> Difference | None:
    """Return the condition, negation or tense that `words`, which one telling alone has, are."""
    limited = _limited(block)
    if limited:
        return limited
    denied = [w for w in phrases.negations(words) if w.key != "without"]
    if len(denied) % 2 and len(words) <= _LONG // 2:
        reason = f"{_exchange(block)}: what is said becomes its opposite"
        return block.difference(DifferenceKind.NEGATION, True, reason)
    if phrases.other_tense(block.fuller, block.other):
        return block.difference(DifferenceKind.TENSE, True, f"{verb} {told(words)}: another tense")
    return None


def _repeats(block: Block) -> bool:
    """Return whether the block is a slip of the tongue, said again right beside it, or the second word of "half of"."""
    keys, around = [w.key for w in block.fuller or block.other], [w.key for w in block.around]
    if keys == ["of"] and around and around[0] in wording().before_of:
        return True
    return len(keys) < 3 and (keys == around[: len(keys)] or keys == around[-len(keys) :])
