"""The condition that an outlet's own words leave out or add: nobody may be told to have said it without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.record import Difference, DifferenceKind, Told
from onrecord.text.differences import phrases
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.phrases import lemmas
from onrecord.text.differences.words import Word

_LONG = 12
"""Words of a condition that a reason shows, at most."""
_TOLD = 0.34
"""Share of a condition's own words from which another telling tells it in whichever form: "an offer would end it"."""
_SHARED = 2
"""Words of its own that the other telling must have in common with what is said on a condition, at least."""
_CLAIM = 3
"""The same of any words, where the telling says nothing else that the other one may tell."""
_ENDS = ".!?;"
_JOINING = frozenset({"and", "but", "or", "so"})
_LASTING = frozenset({"while", "whilst"})
"""What limits like a condition in one's own words, though it joins sentences more often."""

_Range = tuple[int, int]


def conditions(fuller: Told, other: Told, words: Sequence[Word], others: Sequence[Word]) -> Iterator[Difference]:
    """Yield the condition that one of two tellings states, and the other, of the same passage in other words, does not.

    `words` and `others` are those of the two tellings. What one says on a condition counts where the other one tells
    that clause of it and none of the condition, in whichever words.
    """
    for condition, place in _lacking(fuller, words, other, others):
        reason = f"leaves out the condition {_shown(condition)}, without which it was not said"
        yield Difference(DifferenceKind.CONDITION, place, None, True, reason)
    for condition, place in _lacking(other, others, fuller, words):
        reason = f"tells the condition {_shown(condition)}, which the fuller telling does not"
        yield Difference(DifferenceKind.CONDITION, None, place, True, reason)


def _lacking(
    one: Told, words: Sequence[Word], other: Told, others: Sequence[Word]
) -> Iterator[tuple[str, _Range | None]]:
    """Yield the conditions of `one` that `other` tells nothing of, with where they stand; None beside the words."""
    if other.condition or any(word.key in _LASTING for word in others) or phrases.condition(others, everywhere=True):
        return
    for condition in one.condition:
        start = one.words.find(condition)
        place = (start, start + len(condition)) if start >= 0 else None
        clause = _clause(words, place) if place else words
        said = _lemmas(clause)
        told = [word for word in others if not said.isdisjoint(lemmas(word.key))]
        whole = len(clause) + len(condition.split()) >= len(words) and len(_own(others)) >= _CLAIM
        if (whole or len(_own(told)) >= _SHARED) and _share(condition.split(), others) < _TOLD:
            yield condition, place


def _clause(words: Sequence[Word], condition: _Range) -> list[Word]:
    """Return the words of the clause that holds only on the condition at this place.

    They stand before it and behind it as far as the sentence or what is joined to it; behind it alone where commas
    part it from both.
    """
    inside = [place for place, word in enumerate(words) if condition[0] <= word.start < condition[1]]
    if not inside:
        return []
    first, end = inside[0], inside[-1] + 1
    while first and not _parted(words[first - 1], words[first]):
        first -= 1
    while end < len(words) and not _parted(words[end - 1], words[end]):
        end += 1
    before, behind = words[first : inside[0]], words[inside[-1] + 1 : end]
    return [*(() if before and behind and "," in before[-1].mark else before), *behind]


def _parted(before: Word, word: Word) -> bool:
    """Return whether another sentence or clause begins with `word`."""
    return any(mark in before.mark for mark in _ENDS) or word.key in _JOINING


def _own(words: Sequence[Word]) -> list[Word]:
    known = wording()
    return [word for word in words if word.key not in known.common | known.negations | known.auxiliaries]


def _lemmas(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(lemma for word in _own(words) for lemma in lemmas(word.key))


def _share(condition: Sequence[str], words: Sequence[Word]) -> float:
    """Return what share of a condition's own words another telling has, in any form."""
    own = [word for each in condition if (word := each.strip(",.;:“”\"'()").casefold()) not in wording().common]
    told = _lemmas(words)
    return sum(not told.isdisjoint(lemmas(word)) for word in own) / max(len(own), 1)


def _shown(condition: str) -> str:
    words = condition.split()
    return f"“{' '.join(words if len(words) <= _LONG else [*words[: _LONG - 1], '…'])}”"
