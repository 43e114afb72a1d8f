"""Statements assigned to the concepts of a codebook, learnt from its words and from statements that a person coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.classify.issues.kernel import Floats, Space
from onrecord.errors import InputError
from onrecord.record import Assignment, Codebook, Stance

RIDGE = 3.0
"""How much the weights are held back. On Hansard .7, 1.5 and 3 give concepts .354, .363, .378 (`eval.hansard`)."""

SIDE = 3.0
"""How much nearer a text is to coded ones of its side when stances are told: as near as one with the same words. On
Hansard stances are right in .70 with 0, .77 with 1, .78 with 3."""

SHARP = 10.0
"""How sure a difference of scores makes: the chances of concepts are as the exponents of their scores times this.
Chosen by the log loss on Hansard: 6, 10, 15 give 2.38, 2.25, 2.37, and with 10 the mean chance is .36 where .38 are
right."""

LEAST = 0.1
"""The chance below which a text is about none of the concepts, unless there are coded texts of none."""

FAR = 0.35
"""The nearness, 0…3, of a text to the nearest coded one below which it is about none of the concepts."""

APART = 0.7
"""The same where nothing was coded, and a concept is known by its name, description and examples alone. On newswcl50,
with the issues of two events as concepts, it leaves out four fifths of the other events' statements, and a
quarter of their own (docs/decisions/0019)."""

SHARP_NEAR = 8.0
"""As `SHARP`, for nearness."""


@dataclass(frozen=True, slots=True)
class CodedText:
    """A text that a person coded: its concept, None for none of the codebook's, and perhaps its stance.

    `side` is what its speaker speaks for (an organisation, a party), "" where that is not to count.
    """

    text: str
    concept: str | None
    stance: Stance | None = None
    side: str = ""


class Coder:
    """What has been learnt from a codebook and coded texts: which concept a text is about, and its stance on it.

    Ridge regression on the nearness of texts (`Space`), one target a concept. A concept's name, description and
    examples count as coded texts. Without any coded text the nearest concept is taken. The order of the coded texts
    changes no answer.
    """

    def __init__(self, codebook: Codebook, coded: Sequence[CodedText] = ()) -> None:
        """Learn. Raises InputError for a coded text whose concept the codebook lacks."""
        names = [concept.name for concept in codebook.concepts]
        for one in coded:
            if one.concept is not None and one.concept not in names:
                raise InputError(f"a coded text has the concept {one.concept!r}, which the codebook lacks")
        told = [
            CodedText(text, c.name) for c in codebook.concepts for text in (c.name, c.description, *c.examples) if text
        ]
        self._coded = sorted({*told, *coded}, key=lambda one: (one.text, one.concept or "", one.stance or "", one.side))
        self._taught = bool(coded)
        self._none = any(one.concept is None for one in self._coded)
        self._names: list[str | None] = [*names, *([None] if self._none else [])]
        self._space = Space([one.text for one in self._coded])
        self._near = self._space.near([one.text for one in self._coded])
        truths = np.array([[float(one.concept == name) for name in self._names] for one in self._coded])
        self._mean, self._weights = _ridge(self._near, truths)

    def assign(self, texts: Sequence[str]) -> tuple[Assignment, ...]:
        """Return for each text the likeliest concept, or none, with its chance."""
        if not texts:
            return ()
        near = self._space.near(texts)
        if not self._taught:
            return tuple(self._nearest(row) for row in near)
        chances = _chances(SHARP * (near @ self._weights + self._mean))
        return tuple(self._assignment(row, float(nearest)) for row, nearest in zip(chances, near.max(1), strict=True))

    def _nearest(self, near: Floats) -> Assignment:
        """Return the concept of the nearest text, as far as it is nearer than what is apart."""
        of = [
            max(float(near[row]) for row, one in enumerate(self._coded) if one.concept == name) for name in self._names
        ]
        chances = _chances(SHARP_NEAR * np.array([[*of, APART]]))[0]
        best = int(chances.argmax())
        return Assignment([*self._names, None][best], round(float(chances[best]), 4))

    def _assignment(self, chances: Floats, nearest: float) -> Assignment:
        best = int(chances.argmax())
        chance = round(float(chances[best]), 4)
        if nearest < FAR or (not self._none and chance < LEAST):
            return Assignment(None, round(1 - chance, 4))
        return Assignment(self._names[best], chance)

    def stances(self, texts: Sequence[str], sides: Sequence[str] = ()) -> tuple[tuple[Stance, float], ...]:
        """Return for each text the likeliest stance as the coded texts have it, with its chance.

        With the `sides` of the texts' speakers, texts of the same side count more. Raises InputError where no coded
        text has a stance, or where there are not as many sides as texts.
        """
        taught = [row for row, one in enumerate(self._coded) if one.stance is not None]
        if not taught:
            raise InputError("no coded text has a stance: there is nothing to learn it from")
        if sides and len(sides) != len(texts):
            raise InputError(f"{len(texts)} texts, but {len(sides)} sides")
        if not texts:
            return ()
        known, their = self._near[np.ix_(taught, taught)], [self._coded[row].side if sides else "" for row in taught]
        kinds = sorted({stance for row in taught if (stance := self._coded[row].stance) is not None})
        truths = np.array([[float(self._coded[row].stance is kind) for kind in kinds] for row in taught])
        mean, weights = _ridge(_sided(known, their, their), truths)
        near = _sided(self._space.near(texts)[:, taught], sides or [""] * len(texts), their)
        scores = np.clip(near @ weights + mean, 0, None)
        chances = scores / np.maximum(scores.sum(1, keepdims=True), 1e-12)
        return tuple((kinds[int(row.argmax())], round(float(row.max()), 4)) for row in chances)


def _chances(scores: Floats) -> Floats:
    """Return the probabilities that scores stand for, row by row."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    chances: Floats = raised / raised.sum(1, keepdims=True)
    return chances


def _sided(near: Floats, ours: Sequence[str], theirs: Sequence[str]) -> Floats:
    """Return the nearness, texts of one side nearer by `SIDE`."""
    same = np.array([[a != "" and a == b for b in theirs] for a in ours], np.float64).reshape(near.shape)
    sided: Floats = near + SIDE * same
    return sided


def _ridge(near: Floats, truths: Floats) -> tuple[Floats, Floats]:
    """Return the targets' means, and what each text adds to them."""
    mean: Floats = truths.mean(0)
    weights = np.linalg.solve(near + RIDGE * np.eye(len(near)), truths - mean)
    return mean, weights.astype(np.float64)
