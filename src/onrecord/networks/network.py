"""A network: nodes, edges with weights and intervals, and the statements that each edge rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from onrecord.networks.arrays import Floats, Ints
from onrecord.networks.cells import Cells, likeness
from onrecord.networks.design import Aggregation, Design, Normalization, Shape
from onrecord.networks.events import Scale
from onrecord.networks.onemode import one_sided
from onrecord.networks.places import Places
from onrecord.networks.weights import Weights


@dataclass(frozen=True, slots=True)
class Edge:
    """A link of two nodes: its weight, the weight expected of it and the 90 % interval around that.

    The last three are None where an aggregation has none. `support` is how many statements it rests on, `statements`
    are their ids in order of time: for two-mode networks those of the cell, for one-mode networks those of both
    nodes that count for each other, with those that were counted as the same. Where only the first ones were asked
    for, there are fewer ids than `support` says.
    """

    source: str
    target: str
    weight: float
    expected: float | None
    low: float | None
    high: float | None
    support: int
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """What `network` makes of coded statements: `rows` and `columns` are the nodes, the same ones in one-mode networks.

    `counted` is how many statements count, each once; `left_out` how many do not, by reason. `row_numbers` and
    `column_numbers` are how many of them each row and column has. `start`, `at` and `stop` are the times of a
    window, None where the network is of all time. `places` finds the statements of edges.
    """

    design: Design
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    weights: Weights
    cells: Cells
    counted: int
    left_out: Mapping[str, int]
    row_numbers: tuple[int, ...]
    column_numbers: tuple[int, ...]
    places: Places
    start: datetime | None = None
    at: datetime | None = None
    stop: datetime | None = None

    def __len__(self) -> int:
        return len(self.weights.weight)

    @property
    def whole(self) -> bool:
        """Whether all weights are whole numbers by their nature."""
        if self.design.normalization is not Normalization.NO:
            return False
        signs = self.design.aggregation in (Aggregation.IGNORE, Aggregation.COMBINE)
        return signs or self.design.shape is Shape.TWO_MODE or self.cells.scale is not Scale.INTEGER

    def matrix(self) -> Floats:
        """Return the weights as rows × columns; one-mode networks are symmetric, with a diagonal of 0."""
        edges = self.weights
        matrix = np.zeros((len(self.rows), len(self.columns)))
        matrix[edges.source, edges.target] = edges.weight
        if self.design.shape is Shape.ONE_MODE:
            matrix[edges.target, edges.source] = edges.weight
        return matrix

    def edges(self) -> Iterator[Edge]:
        """Yield the edges with their statements, in order of source and target."""
        yield from map(self.edge, range(len(self)))

    def heaviest(self, number: int) -> list[Edge]:
        """Return the edges of the greatest weight, whatever its sign; of equally heavy ones the first by name."""
        return [self.edge(place) for place in self.ranked()[:number]]

    def ranked(self) -> list[int]:
        """Return the places of the edges, from the greatest weight on."""
        order: list[int] = np.argsort(-np.abs(np.nan_to_num(self.weights.weight)), kind="stable").tolist()
        return order

    def edge(self, place: int, most: int | None = None) -> Edge:
        """Return the edge at a place of `weights`, with the first `most` of its statements, or all.

        Of a million statements a heavy edge rests on hundreds of thousands.
        """
        edges = self.weights
        source, target = int(edges.source[place]), int(edges.target[place])
        told = [float(each[place]) for each in (edges.expected, edges.low, edges.high)]
        expected, low, high = (None if np.isnan(number) else number for number in told)
        weight = float(edges.weight[place])
        names = self.rows[source], self.columns[target]
        units = self._linking(source, target)
        statements = self.places.statements(units, most)
        return Edge(*names, weight, expected, low, high, self.places.number(units), statements)

    def evidence(self, source: int, target: int) -> tuple[str, ...]:
        """Return the ids of the statements that link two nodes, by their places; () where nothing does."""
        return self.places.statements(self._linking(source, target))

    def support(self, source: int, target: int) -> int:
        """Return how many statements link two nodes: the length of their evidence, at less cost."""
        return self.places.number(self._linking(source, target))

    def days(self, source: int, target: int) -> tuple[str, str] | None:
        """Return the first and the last day (ISO 8601) of what links two nodes, None where none is dated."""
        return self.places.days(self._linking(source, target))

    def days_of_row(self, row: int) -> tuple[str, str] | None:
        """Return the first and the last day of a row's statements."""
        return self.places.days(self.places.of_row(row))

    def days_of_column(self, column: int) -> tuple[str, str] | None:
        """Return the first and the last day of a column's statements."""
        return self.places.days(self.places.of_column(column))

    def _linking(self, source: int, target: int) -> Ints:
        if self.design.shape is Shape.TWO_MODE:
            return self.places.of_cell(source, target)
        like = likeness(self.cells, self.design.aggregation, self.design.mode)
        if one_sided(self.cells, self.design):
            like[:] = 1  # what only one of them says counts too
        return self.places.linking(source, target, like)
