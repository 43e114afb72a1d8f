"""Lineage: which documents descend from one another, so that thirty reprints are one witness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from onrecord.errors import MissingError
from onrecord.query import keyset
from onrecord.query.keyset import cursor, place
from onrecord.query.relatives import MEMBERS
from onrecord.query.reported import Heading
from onrecord.query.statements import headings
from onrecord.record import Descent, DescentKind
from onrecord.store import Store
from onrecord.store.families import are_kept, descent_of
from onrecord.store.schema import descents, documents, family_members
from onrecord.store.schema import families as table
from onrecord.text.moment import instant

_ABBREVIATION = 4
"""Letters of an agency's name that is an abbreviation: AP, AFP, TASS."""


@dataclass(frozen=True, slots=True)
class Descendant:
    """A document of a family and what it is to the family's origin; None for the origin itself."""

    heading: Heading
    descent: Descent | None


@dataclass(frozen=True, slots=True)
class ShownFamily:
    """Documents that descend from one report.

    `id` is that of the origin: the document that is likeliest the origin or nearest to it. `agency` is the agency that
    the members credit, None where they credit none. `members` are those published first first, the origin among them;
    where more are not told, `size` is how many there are. `outlets` are those of all members, sorted, each once.
    """

    id: str
    origin: Heading
    agency: str | None
    members: tuple[Descendant, ...]
    size: int
    outlets: tuple[str, ...]

    @property
    def agency_name(self) -> str | None:
        """The agency's name as it is written: it is kept folded. One short word is taken for an abbreviation."""
        if self.agency is None:
            return None
        return self.agency.upper() if len(self.agency) <= _ABBREVIATION else self.agency.title()


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """Some families, the largest first. `next` asks for those that follow; None where none do.

    They are not `kept` of a record that an earlier version wrote, or whose run was cut off, before the next run ends.
    """

    families: tuple[ShownFamily, ...]
    next: str | None
    kept: bool = True


@dataclass(frozen=True, slots=True)
class DocumentLineage:
    """What a document descends from and what descends from it.

    `family` is None where it is a text of its own. `descents` are its pairs with other documents, but for those of
    the same event; `event` are the documents that report the same event, by time of publication.
    """

    heading: Heading
    family: ShownFamily | None
    descents: tuple[tuple[Heading, Descent], ...]
    event: tuple[Heading, ...]


def families(store: Store, *, after: str | None = None, size: int = 20, most: int = MEMBERS) -> FamilyPage:
    """Return the families of a record, those of most documents first, a page of `size`.

    `after` is the `next` of the page before; `most` is how many members of each are told at most. Raises SettingsError
    for a cursor that is none.
    """
    behind = place(after, (int, str))
    c = table.c
    query = select(table).order_by(c.size.desc(), c.origin_id).limit(size + 1)
    if behind is not None:
        query = query.where(or_(c.size < -int(behind[0]), and_(c.size == -int(behind[0]), c.origin_id > behind[1])))
    with store.reading() as connection:
        rows = connection.execute(query).all()
        shown = tuple(_kept(connection, row, most) for row in rows[:size])
        following = cursor((-rows[size - 1].size, rows[size - 1].origin_id)) if len(rows) > size else None
        return FamilyPage(shown, following, kept=are_kept(connection))


def every(store: Store, limit: int | None = None) -> Iterator[ShownFamily]:
    """Yield the families of a record, those of most documents first, no more than `limit`."""

    def ask(after: str | None) -> tuple[Sequence[ShownFamily], str | None]:
        part = families(store, after=after)
        return part.families, part.next

    return keyset.every(ask, limit)


def family_of(connection: Connection, document_id: str) -> ShownFamily | None:
    """Return the family that a document is in, the largest of several; None for a text of its own."""
    c, member = table.c, family_members.c
    joined = select(member.origin_id).where(member.document_id == document_id)
    query = select(table).where(or_(c.origin_id == document_id, c.origin_id.in_(joined)))
    row = connection.execute(query.order_by(c.size.desc(), c.origin_id.desc()).limit(1)).first()
    return None if row is None else _kept(connection, row, MEMBERS)


def _kept(connection: Connection, row: Any, most: int) -> ShownFamily:  # noqa: ANN401 (a row of families)
    """Return a family with its origin and the `most` members that were published first."""
    c = family_members.c
    found = connection.execute(select(family_members).where(c.origin_id == row.origin_id).order_by(c.document_id))
    pairs = {each.document_id: descent_of(each) for each in found}
    d = documents.c
    ids = [row.origin_id, *pairs]
    times = {each.id: each for each in connection.execute(select(d.id, d.published, d.outlet).where(d.id.in_(ids)))}
    ordered = sorted(ids, key=lambda each: (instant(times[each].published), each))
    told = ordered[:most] if row.origin_id in ordered[:most] else [row.origin_id, *ordered[: most - 1]]
    articles = headings(connection, told)
    outlets = sorted({each.outlet for each in times.values() if each.outlet})
    members = tuple(Descendant(articles[each], pairs.get(each)) for each in told)
    return ShownFamily(row.origin_id, articles[row.origin_id], row.agency, members, row.size, tuple(outlets))


def of_document(store: Store, document_id: str) -> DocumentLineage:
    """Return what the document of just this id descends from, what descends from it, and what tells of its event.

    Raises MissingError without one.
    """
    with store.reading() as connection:
        pairs = _pairs(connection, document_id)
        ids = {document_id, *(each for pair in pairs for each in (pair.document_id, pair.origin_id))}
        articles = headings(connection, sorted(ids))
        if document_id not in articles:
            raise MissingError(f"there is no document {document_id}; list them with: onrecord documents")
        family = family_of(connection, document_id)
    others = [(articles[_other(pair, document_id)], pair) for pair in pairs]
    event = (heading for heading, pair in others if pair.kind is DescentKind.EVENT)
    return DocumentLineage(
        heading=articles[document_id],
        family=family,
        descents=tuple((heading, pair) for heading, pair in others if pair.kind is not DescentKind.EVENT),
        event=tuple(sorted(event, key=_time)),
    )


def _pairs(connection: Connection, document_id: str) -> list[Descent]:
    c = descents.c
    query = select(descents).where(or_(c.document_id == document_id, c.origin_id == document_id))
    rows = connection.execute(query.order_by(c.document_id, c.origin_id).limit(MEMBERS))
    return [descent_of(row) for row in rows]


def _other(pair: Descent, document_id: str) -> str:
    return pair.origin_id if pair.document_id == document_id else pair.document_id


def _time(heading: Heading) -> tuple[str, str]:
    return instant(heading.published), heading.document_id
