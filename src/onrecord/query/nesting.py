"""Which statements of a document lie within one another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from onrecord.store.schema import spans, statements

_Range = tuple[int, int]


@dataclass(slots=True)
class _Places:
    """Where a statement's words stand: its content, and source and cue."""

    content: list[_Range] = field(default_factory=list)
    link: list[_Range] = field(default_factory=list)

    def within(self, outer: _Places) -> bool:
        """Whether the statement, with words of its own beside the content, lies in the content of `outer`."""
        return bool(self.link) and all(
            any(start <= own[0] and own[1] <= end for start, end in outer.content) for own in self.content + self.link
        )


@dataclass(frozen=True, slots=True)
class Nesting:
    """The ids of the statements that one lies within, and of those that lie within it, in order of the text."""

    outer: tuple[str, ...]
    inner: tuple[str, ...]


def nesting(connection: Connection, document_id: str, statement_id: str) -> Nesting:
    """Return what a statement of the document lies within, and what lies within it, by the places of their words.

    An inner statement's source, cue and content lie within the content of the outer one; who relays it may
    stand outside.
    """
    places: dict[str, _Places] = defaultdict(_Places)
    query = select(spans).join(statements).where(statements.c.document_id == document_id)
    for row in connection.execute(query.order_by(statements.c.start, statements.c.id, spans.c.start)):
        if row.role != "via":
            found = places[row.statement_id]
            (found.content if row.role == "content" else found.link).append((row.start, row.end))
    own = places[statement_id]
    others = [(other, place) for other, place in places.items() if other != statement_id]
    return Nesting(
        tuple(other for other, place in others if own.within(place)),
        tuple(other for other, place in others if place.within(own)),
    )
