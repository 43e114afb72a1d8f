"""What changed, sentence by sentence, from one version of an article to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from onrecord.align.lineage.sentences import Sentence, sentences
from onrecord.record import Change, ChangeKind, Document

ALIKE = 0.5
"""The share of words that two sentences have in common (Dice) from which one is the other, changed."""
MOST = 40
"""Sentences that a word may stand in for them to be looked at: articles of fewer sentences are compared whole."""

Pairs = dict[int, int]


def versions(before: Document, after: Document) -> tuple[Change, ...]:
    """Return what became of each sentence, headline and all, in the order of `after`; dropped ones where they stood.

    A sentence is KEPT where its words are the same, case and marks aside; MOVED where they are but others that it
    stood before now stand before it; CHANGED where at least half of the words are. Every sentence of either version
    stands in exactly one change.
    """
    old, new = sentences(before), sentences(after)
    pairs = _equal(old, new)
    in_order = set(_in_order(pairs))
    pairs |= _changed(old, new, pairs)
    same = {j for j, i in pairs.items() if old[i].words == new[j].words}
    return tuple(_told(old, new, pairs, {j: j in in_order for j in same}))


def _equal(old: Sequence[Sentence], new: Sequence[Sentence]) -> Pairs:
    """Return by the place of a new sentence that of the old one with the same words, the first with the first."""
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for i, sentence in enumerate(old):
        places[sentence.words].append(i)
    return {j: places[s.words].popleft() for j, s in enumerate(new) if places.get(s.words)}


def _in_order(pairs: Pairs) -> list[int]:
    """Return the most new sentences that stand in the order of the old ones."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for j in sorted(pairs):
        place = bisect_left(ends, pairs[j])
        before[j] = tails[place - 1] if place else None
        ends[place : place + 1] = [pairs[j]]
        tails[place : place + 1] = [j]
    chain: list[int] = []
    last = tails[-1] if tails else None
    while last is not None:
        chain.append(last)
        last = before[last]
    return chain


def _changed(old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs) -> Pairs:
    """Return the pairs of the most alike among the sentences that are left."""
    rest_old = set(range(len(old))) - set(pairs.values())
    rest_new = set(range(len(new))) - set(pairs)
    near = _near(old, new, rest_old, rest_new)
    alike = sorted((-_dice(old[i].words, new[j].words), abs(i - j), i, j) for i, j in near)
    found: Pairs = {}
    for score, _, i, j in alike:
        if score <= -ALIKE and i in rest_old and j in rest_new:
            found[j] = i
            rest_old.remove(i)
            rest_new.remove(j)
    return found


def _near(
    old: Sequence[Sentence], new: Sequence[Sentence], rest_old: set[int], rest_new: set[int]
) -> set[tuple[int, int]]:
    """Return the pairs that share a word which few of the old sentences have: not all pairs of two long texts."""
    holders: dict[str, set[int]] = defaultdict(set)
    for i in rest_old:
        for word in old[i].words:
            holders[word].add(i)
    return {
        (i, j)
        for j in rest_new
        for word in set(new[j].words)
        if len(holders.get(word, ())) <= MOST
        for i in holders.get(word, ())
    }


def _dice(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))


def _told(
    old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs, in_order: dict[int, bool]
) -> Iterator[Change]:
    told = 0
    kept_old = set(pairs.values())
    for j, sentence in enumerate(new):
        i = pairs.get(j)
        after = (sentence.start, sentence.end)
        if i is None:
            yield Change(ChangeKind.ADDED, None, after)
            continue
        if in_order.get(j, True):
            yield from (_dropped(old[k]) for k in range(told, i) if k not in kept_old)
            told = max(told, i)
        kind = ChangeKind.CHANGED if j not in in_order else ChangeKind.KEPT if in_order[j] else ChangeKind.MOVED
        yield Change(kind, (old[i].start, old[i].end), after)
    yield from (_dropped(old[k]) for k in range(told, len(old)) if k not in kept_old)


def _dropped(sentence: Sentence) -> Change:
    return Change(ChangeKind.DROPPED, (sentence.start, sentence.end), None)
