"""Positions as pages show them: in words and shapes, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from onrecord.errors import SettingsError
from onrecord.query.positions import PositionFilter
from onrecord.query.reported import Reported
from onrecord.query.standing import statements_of
from onrecord.record import Stance
from onrecord.record.position import Glance, Position, Stand
from onrecord.store import Store

SHAPES: Mapping[str, str] = {"support": "▲", "oppose": "▼", "neutral": "○", "mixed": "◆"}
"""The shape of each side, beside its word."""

VERBS: Mapping[Stance, str] = {Stance.SUPPORT: "supports", Stance.OPPOSE: "opposes", Stance.NEUTRAL: "takes no side in"}
LABELS = ("since", "until", "min_confidence")
"""The conditions on statements that every page of positions takes in its address."""


@dataclass(frozen=True, slots=True)
class Told:
    """One side of a position: how many passages take it, how many of them under a condition, and the latest day."""

    stance: Stance
    number: int
    conditional: int
    latest: str | None

    @property
    def words(self) -> str:
        """The side in words: "supports 3, 1 conditional"."""
        verb = "no side" if self.stance is Stance.NEUTRAL else VERBS[self.stance]
        bound = ", conditional" if self.conditional == self.number == 1 else f", {self.conditional} conditional"
        return f"{verb} {self.number}{bound if self.conditional else ''}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stand with its statement, None where that is gone. `counted` is whether its passage counts by it."""

    stand: Stand
    reported: Reported | None
    counted: bool


def told(position: Position | Glance) -> tuple[Told, ...]:
    """Return the sides that a position takes."""
    return tuple(Told(each.stance, each.number, each.conditional, each.latest) for each in position.sides)


def evidence(store: Store, positions: Iterable[Position]) -> dict[tuple[str, str], tuple[Evidence, ...]]:
    """Return by ids of actor and issue all statements that positions rest on, in order of time."""
    of = list(positions)
    known = statements_of(store, (stand.statement_id for position in of for stand in position.stands))
    found = {}
    for position in of:
        counted = {stand.statement_id for stand in position.counted}
        found[position.actor_id, position.issue_id] = tuple(
            Evidence(stand, known.get(stand.statement_id), stand.statement_id in counted) for stand in position.stands
        )
    return found


def wanted(given: Mapping[str, str]) -> PositionFilter:
    """Return the conditions of an address. Raises SettingsError for a value that is none."""
    least = given.get("min_confidence", "").strip()
    try:
        chance = float(least) if least else None
    except ValueError:
        raise SettingsError(f"min_confidence is {least!r}; give a probability from 0 to 1") from None
    since, until = (given.get(name, "").strip() or None for name in ("since", "until"))
    return PositionFilter(
        since=since, until=until, outlet=given.get("outlet", "").strip() or None, min_confidence=chance
    )


def form(given: Mapping[str, str], *more: str) -> dict[str, str]:
    """Return what a form holds, field by field."""
    return {name: given.get(name, "").strip()[:500] for name in (*more, *LABELS)}


def query(told: Mapping[str, str | int | None]) -> str:
    """Return the query of an address that holds what is told, with its question mark; "" for nothing."""
    held = [(name, value) for name, value in told.items() if value not in ("", None, 0)]
    return f"?{urlencode(held, errors='replace')}" if held else ""


def whole(given: Mapping[str, str], name: str) -> int:
    """Return a whole number of an address, 0 without. Raises SettingsError for one that is none."""
    told = given.get(name, "").strip()
    if not told:
        return 0
    if not told.isdecimal() or len(told) > 9:
        raise SettingsError(f"{name} is {told!r}; give a whole number")
    return int(told)
