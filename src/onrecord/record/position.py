"""Positions: where an actor stands on an issue, by all that it said; and where positions meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from onrecord.errors import InternalError
from onrecord.record.issue import Stance
from onrecord.record.statement_type import StatementType


@dataclass(frozen=True, slots=True)
class Stand:
    """One statement as evidence of where its speaker stands on an issue.

    `day` is the first day on which it may have been said, else that of publication, ISO 8601; None where neither is
    known. `conditional` is whether it holds under a stated condition only, `hypothetical` whether it is merely
    supposed. `utterance_id` is that of the passage which it tells, `fullest_id` that of the statement which tells it
    most fully, its own id where it alone tells it: what one fullest telling holds counts once. `confidence` is the
    probability that statement and stance are right.
    """

    statement_id: str
    stance: Stance
    type: StatementType | None
    utterance_id: str
    fullest_id: str
    day: str | None = None
    outlet: str | None = None
    conditional: bool = False
    hypothetical: bool = False
    confidence: float = 1.0

    @property
    def firm(self) -> bool:
        """Whether it takes a side, under no condition and not as a supposition."""
        return self.stance is not Stance.NEUTRAL and not self.conditional and not self.hypothetical


class Leaning(StrEnum):
    """Where all that an actor said on an issue points."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    MIXED = "mixed"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Shift:
    """Two statements, one after the other, that take opposite sides."""

    earlier: Stand
    later: Stand

    @property
    def contradiction(self) -> bool:
        """Whether both are firm: under no condition, not supposed."""
        return self.earlier.firm and self.later.firm


@dataclass(frozen=True, slots=True)
class Taken:
    """One side that a position takes: by how many passages, and how many of these are conditional or hypothetical.

    `latest` is the last day of these passages, None where none has one.
    """

    stance: Stance
    number: int
    conditional: int
    hypothetical: int
    latest: str | None


@dataclass(frozen=True, slots=True)
class Glance:
    """A position in numbers: the sides that it takes, and whether some statement takes one under no condition."""

    actor_id: str
    actor: str
    issue_id: str
    issue: str
    sides: tuple[Taken, ...]
    firm: bool

    @property
    def number(self) -> int:
        """How many passages it rests on."""
        return sum(side.number for side in self.sides)

    @property
    def leaning(self) -> Leaning:
        """The one side that it takes, MIXED where it takes both, NEUTRAL where it takes none."""
        return leaning(side.stance for side in self.sides)


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on an issue: `stands` are all its statements on it, the earliest first, undated ones last.

    Raises InternalError without any.
    """

    actor_id: str
    actor: str
    issue_id: str
    issue: str
    stands: tuple[Stand, ...]

    def __post_init__(self) -> None:
        if not self.stands:
            raise InternalError(f"{self.actor!r} has no position on {self.issue!r}: no statement")

    @property
    def counted(self) -> tuple[Stand, ...]:
        """The stands with each passage once: of its tellings the surest, in order of the stands."""
        best: dict[str, Stand] = {}
        for stand in self.stands:
            held = best.get(stand.fullest_id)
            if held is None or (-stand.confidence, stand.statement_id) < (-held.confidence, held.statement_id):
                best[stand.fullest_id] = stand
        return tuple(stand for stand in self.stands if best[stand.fullest_id] is stand)

    @property
    def stances(self) -> Counter[Stance]:
        """How many passages take which side."""
        return Counter(stand.stance for stand in self.counted)

    @property
    def types(self) -> Counter[StatementType]:
        """How many passages are of which type."""
        return Counter(stand.type for stand in self.counted if stand.type is not None)

    @property
    def leaning(self) -> Leaning:
        """The one side that it takes, MIXED where it takes both, NEUTRAL where it takes none."""
        return leaning(self.stances)

    @property
    def firm(self) -> bool:
        """Whether some statement takes a side under no condition."""
        return any(stand.firm for stand in self.stands)

    @property
    def sides(self) -> tuple[Taken, ...]:
        """The sides that it takes, in the order of stances."""
        counted = self.counted
        of = ((stance, [stand for stand in counted if stand.stance is stance]) for stance in Stance)
        return tuple(_taken(stance, stands) for stance, stands in of if stands)

    @property
    def glance(self) -> Glance:
        """The position in numbers."""
        return Glance(self.actor_id, self.actor, self.issue_id, self.issue, self.sides, self.firm)

    @property
    def conditional(self) -> tuple[Stand, ...]:
        """The stands that hold under a condition only."""
        return tuple(stand for stand in self.stands if stand.conditional)

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """The turns from one side to the other, in order of time; statements of unknown day make none."""
        sided = [s for s in self.counted if s.stance is not Stance.NEUTRAL and s.day is not None]
        return tuple(Shift(a, b) for a, b in pairwise(sided) if a.stance is not b.stance)


def leaning(stances: Iterable[Stance]) -> Leaning:
    """Return where stances point: the one side taken, MIXED where both are, NEUTRAL where none is."""
    sides = {stance for stance in stances if stance is not Stance.NEUTRAL}
    if not sides:
        return Leaning.NEUTRAL
    return Leaning.MIXED if len(sides) > 1 else Leaning(next(iter(sides)).value)


def _taken(stance: Stance, stands: Sequence[Stand]) -> Taken:
    days = [stand.day for stand in stands if stand.day]
    conditional, hypothetical = sum(s.conditional for s in stands), sum(s.hypothetical for s in stands)
    return Taken(stance, len(stands), conditional, hypothetical, max(days, default=None))


def ordered(stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """Return stands in order of day, then id; those of unknown day last."""
    return tuple(sorted(stands, key=lambda stand: (stand.day or "9999", stand.statement_id)))


class Ground(StrEnum):
    """What the stated positions of several actors on an issue are to one another."""

    AGREE = "agree"
    CONDITIONS = "differ only by conditions"
    EXCLUDE = "exclude each other"
    OPEN = "not to be told"


@dataclass(frozen=True, slots=True)
class CommonGround:
    """What the positions of chosen actors on one issue are to one another, and why, in words.

    `positions` are in the order of the actors. It says nothing about what is true, wanted in fact, or said elsewhere.
    """

    issue_id: str
    issue: str
    ground: Ground
    positions: tuple[Position, ...]
    reason: str


def common_ground(positions: Sequence[Position]) -> CommonGround:
    """Return what positions of different actors on one issue are to one another.

    AGREE: all take the same side, each in some statement without a condition. CONDITIONS: all take the same side, one
    of them only under a condition; or they take opposite sides, one of them only under a condition. EXCLUDE: they take
    opposite sides, each without a condition. OPEN: some take no side, or both.
    Raises InternalError for positions on several issues or of one actor alone.
    """
    if len({p.issue_id for p in positions}) != 1 or len({p.actor_id for p in positions}) < 2:
        raise InternalError("common ground needs positions of two actors or more on one issue")
    ground, reason = _ground(positions)
    return CommonGround(positions[0].issue_id, positions[0].issue, ground, tuple(positions), reason)


def _ground(positions: Sequence[Position]) -> tuple[Ground, str]:
    unclear = [p for p in positions if p.leaning in (Leaning.MIXED, Leaning.NEUTRAL)]
    if unclear:
        taken = {Leaning.MIXED: "both sides", Leaning.NEUTRAL: "no side"}
        return Ground.OPEN, "; ".join(f"{p.actor} takes {taken[p.leaning]}" for p in unclear)
    bound = [p.actor for p in positions if not p.firm]
    sides = {p.leaning for p in positions}
    if len(sides) == 1:
        side = next(iter(sides)).value
        if not bound:
            return Ground.AGREE, f"all {side} it"
        return Ground.CONDITIONS, f"all {side} it, {_names(bound)} only under a condition"
    clash = "; ".join(_sides(positions))
    if bound:
        return Ground.CONDITIONS, f"{clash}; {_names(bound)} only under a condition"
    return Ground.EXCLUDE, clash


def _sides(positions: Sequence[Position]) -> Iterator[str]:
    for side, verb in ((Leaning.SUPPORT, "supports"), (Leaning.OPPOSE, "opposes")):
        names = [p.actor for p in positions if p.leaning is side]
        if names:
            yield f"{_names(names)} {verb if len(names) == 1 else side.value} it"


def _names(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
