"""Altered and true pairs, and how the differences tell them apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from eval.alterations import altering, cutting, reprinting
from eval.alterations.quotations import Pool, pool
from eval.measures import Measured
from onrecord.record import Difference, DifferenceKind, Interval, SaidBasis, Told
from onrecord.text.differences import differences

SEED, HELD_OUT = 6, 2018
PER_WAY = 200
"""Altered pairs of each way, as far as the quotations give occasion."""
REPRINTS = 3000


Way = Callable[[Random, str, Pool], str | None]
WAYS: tuple[tuple[str, DifferenceKind, Way], ...] = (
    ("drop a negation", DifferenceKind.NEGATION, altering.drop_negation),
    ("add a negation", DifferenceKind.NEGATION, altering.add_negation),
    ("drop a condition", DifferenceKind.CONDITION, altering.drop_condition),
    ("add a condition", DifferenceKind.CONDITION, altering.add_condition),
    ("change a number", DifferenceKind.NUMBER, altering.change_number),
    ("change a name", DifferenceKind.NAME, altering.change_name),
    ("change a tense", DifferenceKind.TENSE, altering.change_tense),
    ("drop words", DifferenceKind.DROPPED, cutting.drop_words),
    ("add words", DifferenceKind.ADDED, cutting.add_words),
    ("put other words", DifferenceKind.REPLACED, cutting.replace_words),
    ("splice", DifferenceKind.SPLICED, cutting.splice),
    ("move the ellipsis", DifferenceKind.ELLIPSIS, cutting.move_ellipsis),
)
"""The ways, each with the kind of difference that it makes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation and another telling of it, the way it came about; `kind` None for a true reprint."""

    way: str
    kind: DifferenceKind | None
    fuller: Told
    other: Told

    def flagged(self) -> tuple[Difference, ...]:
        """Return the differences between both that may change the meaning."""
        return tuple(d for d in differences(self.fuller, self.other) if d.changes_meaning)


def altered(quotations: Pool, seed: int, per_way: int = PER_WAY) -> Iterator[Pair]:
    """Yield up to `per_way` altered pairs of each way, each of another quotation, and as many of each circumstance."""
    for name, kind, way in WAYS:
        yield from islice(_of_way(name, kind, way, quotations, seed), per_way)
    for quotation in islice(_shuffled(quotations, seed, "circumstances"), per_way):
        yield from _circumstances(quotation)


def _of_way(name: str, kind: DifferenceKind, way: Way, quotations: Pool, seed: int) -> Iterator[Pair]:
    for quotation in _shuffled(quotations, seed, name):
        rng = Random(f"{seed}:{name}:{quotation}")
        new = way(rng, quotation, quotations)
        if new is not None and new != quotation:
            apart = kind is not DifferenceKind.SPLICED and rng.random() < 0.15
            other = reprinting.split(rng, new, "b") if apart else None
            yield Pair(name, kind, reprinting.whole(quotation, "a"), other or reprinting.whole(new, "b"))


def _circumstances(quotation: str) -> Iterator[Pair]:
    day = Interval("2018-04-20", "2018-04-20")
    fuller, other = (
        replace(reprinting.whole(quotation, name), addressee="Odo Brand", said=day, said_basis=SaidBasis.STATED)
        for name in "ab"
    )
    yield Pair("other speaker", DifferenceKind.SPEAKER, fuller, replace(other, speaker="q2", name="Odo Brand"))
    yield Pair("other addressee", DifferenceKind.ADDRESSEE, fuller, replace(other, addressee="Meridian Wire"))
    yield Pair("other date", DifferenceKind.DATE, fuller, replace(other, said=Interval("2018-05-02", "2018-05-02")))


def reprints(quotations: Pool, seed: int, count: int = REPRINTS) -> Iterator[Pair]:
    """Yield `count` true reprints: one to three ways each, some of them split by a cue or quoted within a sentence."""
    made = 0
    for turn in range(100):
        for quotation in _shuffled(quotations, seed, f"reprints {turn}"):
            pair = _reprint(Random(f"{seed}:{turn}:{quotation}"), quotation)
            if pair is not None:
                yield pair
                made += 1
            if made == count:
                return


def _reprint(rng: Random, quotation: str) -> Pair | None:
    text = quotation
    ways: list[str] = []
    for name, way in rng.sample(reprinting.WAYS, rng.choice((1, 1, 2, 3))):
        new = way(rng, text)
        if new is not None:
            text, ways = new, [*ways, name]
    if not ways:
        return None
    fuller, chance = reprinting.whole(quotation, "a"), rng.random()
    if chance < 0.2 and (split := reprinting.split(rng, text, "b")):
        return Pair("+".join([*ways, "split"]), None, fuller, split)
    if chance > 0.9 and (within := reprinting.within(rng, quotation, "b")):
        return Pair("within", None, fuller, within)
    return Pair("+".join(ways), None, fuller, reprinting.whole(text, "b"))


def _shuffled(quotations: Pool, seed: int, name: str) -> list[str]:
    found = list(quotations.quotations)
    Random(f"{seed}:{name}").shuffle(found)
    return found


@dataclass(frozen=True, slots=True)
class Result:
    """By way: pairs, those found, those of which exactly the right kind was named; true reprints, those blamed.

    `missed`, `misnamed` and `blamed` hold the pairs themselves.
    """

    pairs: Counter[str]
    missed: dict[str, list[Pair]]
    misnamed: dict[str, list[tuple[Pair, tuple[Difference, ...]]]]
    reprints: int
    blamed: list[tuple[Pair, tuple[Difference, ...]]]

    def scores(self) -> dict[str, float]:
        """Return recall, the lowest recall of a kind, naming of what is found, and the share of reprints not blamed."""
        total = self.pairs.total()
        lost, wrong = (sum(map(len, held.values())) for held in (self.missed, self.misnamed))
        return {
            "recall": 1 - lost / total,
            "lowest_recall": min(1 - len(self.missed[way]) / n for way, n in self.pairs.items()),
            "named": 1 - wrong / (total - lost),
            "not_blamed": 1 - len(self.blamed) / self.reprints,
        }


def measure(*, held_out: bool = False, shared: bool = True) -> Result:
    """Return how the altered and true pairs of one half are told apart."""
    quotations, seed = pool(held_out=held_out, shared=shared), HELD_OUT if held_out else SEED
    result = Result(Counter(), defaultdict(list), defaultdict(list), 0, [])
    for pair in altered(quotations, seed):
        flagged = pair.flagged()
        result.pairs[pair.way] += 1
        if not flagged:
            result.missed[pair.way].append(pair)
        elif {d.kind for d in flagged} != {pair.kind}:
            result.misnamed[pair.way].append((pair, flagged))
    true = list(reprints(quotations, seed))
    blamed = [(pair, flagged) for pair in true if (flagged := pair.flagged())]
    return replace(result, reprints=len(true), blamed=blamed)


def alterations() -> Measured:
    """Return what is found, named and not blamed on the generated pairs of the half that is not held out."""
    return Measured(measure().scores(), {})
