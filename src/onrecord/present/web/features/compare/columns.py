"""A comparison as the page shows it: articles as lettered columns, things said as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.present.telling_words import letter
from onrecord.present.web.tellings import Beside, beside_words
from onrecord.query.compared import Cell, Comparison, Row
from onrecord.query.reported import Heading
from onrecord.record import Relation


@dataclass(frozen=True, slots=True)
class Column:
    """An article: its letter, and how many rows it tells, alone tells, leaves out, and tells otherwise."""

    letter: str
    heading: Heading
    tells: int
    alone: int
    left_out: int
    otherwise: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what is said, a cell for each article, and the tellings that differ, each beside the fullest one."""

    row: Row
    cells: tuple[Cell, ...]
    differing: tuple[Beside, ...]


def columns(found: Comparison) -> tuple[Column, ...]:
    """Return the articles in order."""
    return tuple(
        Column(
            letter(place),
            heading,
            sum(heading.document_id in row.told_by for row in found.rows),
            len(found.alone(heading.document_id)),
            len(found.left_out(heading.document_id)),
            len(found.otherwise(heading.document_id)),
        )
        for place, heading in enumerate(found.articles)
    )


def lines(rows: Iterable[Row]) -> tuple[Line, ...]:
    """Return the rows with what differs in each."""
    return tuple(Line(row, row.cells, tuple(_differing(row))) for row in rows)


def _differing(row: Row) -> Iterator[Beside]:
    """Yield the tellings that are not word for word as the fullest one of the record, wherever that stands."""
    for place, cell in enumerate(row.cells):
        for each in cell.tellings:
            if each.relation is not Relation.FULL and (each.differences or each.relation is not Relation.VERBATIM):
                yield beside_words(row.words, each, letter(place))
