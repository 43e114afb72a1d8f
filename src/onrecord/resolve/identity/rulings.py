"""What judgements come to: who is the same, who is not, how they are called; later ones hold against earlier ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.record.judgement import Judgement, JudgementKind


@dataclass(slots=True)
class Rulings:
    """Anchors (ids that judgements name) joined in classes, classes held apart, names given and when (`order`).

    `by_anchor` holds the ids of the judgements that shaped what an anchor belongs to; `overruled` those
    that later ones contradict, `unknown` those that name nobody in the record.
    """

    parents: dict[str, str] = field(default_factory=dict)
    apart: set[frozenset[str]] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    order: dict[str, tuple[str, str]] = field(default_factory=dict)
    by_anchor: dict[str, set[str]] = field(default_factory=dict)
    overruled: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def root(self, anchor: str) -> str:
        """Return the least anchor of the class of `anchor`."""
        while self.parents[anchor] != anchor:
            anchor = self.parents[anchor]
        return anchor

    def are_apart(self, one: str, other: str) -> bool:
        """Return whether two anchors' classes are held apart."""
        return frozenset((self.root(one), self.root(other))) in self.apart

    def classes(self) -> dict[str, list[str]]:
        """Return the anchors of each class, by its root, in order."""
        found: dict[str, list[str]] = {}
        for anchor in sorted(self.parents):
            found.setdefault(self.root(anchor), []).append(anchor)
        return found

    def join(self, one: str, other: str) -> None:
        """Make one class of two."""
        kept, gone = sorted((self.root(one), self.root(other)))
        self.parents[gone] = kept
        self.apart = {frozenset(kept if r == gone else r for r in pair) for pair in self.apart}


def rulings(judgements: Iterable[Judgement], anchor_of: Callable[[str], str | None]) -> Rulings:
    """Return what `judgements` come to, the latest first: an earlier one that contradicts is overruled as a whole.

    `anchor_of` returns what a subject stands for, None where it is not known. The same judgements come
    to the same in whichever order they are given.
    """
    found, withdrawn = Rulings(), set[str]()
    for judgement in sorted({j.id: j for j in judgements}.values(), key=lambda j: j.order, reverse=True):
        if judgement.id in withdrawn:
            continue
        if judgement.kind is JudgementKind.WITHDRAWN:
            withdrawn.update(judgement.subjects)
            continue
        anchors = sorted({anchor for subject in judgement.subjects if (anchor := anchor_of(subject)) is not None})
        if len(anchors) < (1 if judgement.kind is JudgementKind.NAME else 2):
            found.unknown.append(judgement.id)
            continue
        for anchor in anchors:
            found.parents.setdefault(anchor, anchor)
        if _apply(judgement, anchors, found):
            for anchor in anchors:
                found.by_anchor.setdefault(anchor, set()).add(judgement.id)
        else:
            found.overruled.append(judgement.id)
    return found


def _apply(judgement: Judgement, anchors: list[str], found: Rulings) -> bool:
    """Take a judgement in; return whether it could be, beside the later ones."""
    pairs = list(combinations(anchors, 2))
    if judgement.kind is JudgementKind.NAME:
        found.order.setdefault(anchors[0], judgement.order)
        return found.names.setdefault(anchors[0], judgement.value or "") == judgement.value
    if judgement.kind is JudgementKind.SAME:
        if any(found.are_apart(*pair) for pair in pairs):
            return False
        for pair in pairs:
            found.join(*pair)
        return True
    if any(found.root(one) == found.root(other) for one, other in pairs):
        return False
    found.apart.update(frozenset((found.root(one), found.root(other))) for one, other in pairs)
    return True
