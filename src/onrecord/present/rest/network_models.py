"""Networks as the API is asked for them, and as it sends them."""

from __future__ import annotations

from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict, Field

from onrecord.errors import SettingsError
from onrecord.networks import Aggregation, Design, Duplicates, Mode, Normalization, Shape
from onrecord.present.rest.parameters import Day
from onrecord.present.rest.texts import Model, Text
from onrecord.query.events import VARIABLES

NODES = 2000
"""Rows at most, those with most statements."""
_NAME = "^(" + "|".join(sorted(VARIABLES)) + ")$"
_NAMED = "speaker, organization, person, issue, outlet, type, …"


class NetworkQuery(BaseModel):
    """What network is wanted: who is linked by what, how it is counted, and of which time."""

    model_config = ConfigDict(extra="forbid")

    rows: str = Field("speaker", pattern=_NAME, description=f"Whose network it is: {_NAMED}.")
    columns: str = Field("issue", pattern=_NAME, description="What they are linked by, or to.")
    qualifier: str = Field(
        "stance", pattern=_NAME[:-2] + "|none)$", description="What congruence and conflict go by; none for nothing."
    )
    type: Shape = Field(Shape.ONE_MODE, description="Rows with rows by what they share, or rows with columns.")
    aggregation: Aggregation = Field(Aggregation.CONGRUENCE, description="What becomes of the qualifier.")
    normalization: Normalization = Field(Normalization.NO, description="What the weights are divided by.")
    duplicates: Duplicates | None = Field(None, description="Within what equal statements count once.")
    mode: Mode = Field(Mode.CORRECTED, description="As DNA 3.1.2 counts, or corrected.")
    since: Day | None = Field(None, description="Said, else published, on that day or later.")
    until: Day | None = Field(None, description="Said, else published, on that day or earlier.")
    top: int = Field(100, ge=1, le=NODES, description="The most rows wanted, those with most statements.")

    def design(self) -> Design:
        """Return the choices as networks take them. Raises SettingsError for those that do not go together."""
        return Design(
            rows=self.rows,
            columns=self.columns,
            qualifier=None if self.qualifier == "none" else self.qualifier,
            shape=self.type,
            aggregation=self.aggregation,
            normalization=self.normalization,
            duplicates=self.duplicates,
            mode=self.mode,
            since=_first(self.since),
            until=_last(self.until),
            top=self.top,
        )


def _first(told: str | None) -> datetime | None:
    return None if told is None else _moment(told)


def _last(told: str | None) -> datetime | None:
    """Return the last second of a day, month or year."""
    if told is None:
        return None
    first = _moment(told)
    try:
        match len(told):
            case 4:
                following = first.replace(year=first.year + 1)
            case 7:
                following = (first + timedelta(days=31)).replace(day=1)
            case _:
                following = first + timedelta(days=1)
    except (ValueError, OverflowError):
        return datetime.max.replace(microsecond=0)
    return following - timedelta(seconds=1)


def _moment(told: str) -> datetime:
    """Return the first second of a day, month or year."""
    try:
        return datetime.fromisoformat(f"{told}-01-01"[: len("2031-03-04")])
    except ValueError:
        raise SettingsError(f"{told!r} is no day; give one as YYYY-MM-DD") from None


class Node(Model):
    """A row or a column. `x` and `y` are where it is drawn, from -1 to 1."""

    name: Text
    variable: str
    statements: int = Field(description="How many of those that count it has.")
    community: int | None = Field(description="Of one-mode networks, numbered from 0.")
    x: float
    y: float


class Edge(Model):
    """A link of two nodes, by their places in `nodes`."""

    source: int
    target: int
    weight: float
    expected: float | None = Field(description="The weight to expect, as sure as statements are.")
    low: float | None = Field(description="The 90 % interval around that begins here.")
    high: float | None


class Network(Model):
    """The heaviest edges of a network with their nodes; the address of an edge tells what it rests on."""

    choices: dict[str, Text]
    counted: int
    left_out: dict[str, int]
    nodes_in_all: int
    edges_in_all: int
    nodes: list[Node]
    edges: list[Edge]


class EdgeEvidence(Model):
    """What links two nodes: the ids of the statements, in order of time."""

    source: Text
    target: Text
    statements: list[str]
