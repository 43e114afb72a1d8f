"""Lineage: which documents descend from one another, so that thirty reprints are one witness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from onrecord.errors import MissingError
from onrecord.query import keyset
from onrecord.query.comparison import descent_of
from onrecord.query.keyset import cursor, place
from onrecord.query.reported import Heading
from onrecord.query.statements import headings
from onrecord.query.witnesses import kin
from onrecord.record import Descent, DescentKind, Family
from onrecord.store import Store, lineages
from onrecord.store.schema import descents
from onrecord.text.groups import groups
from onrecord.text.moment import instant

LEAST = 2
"""Documents of a family at least."""

MEMBERS = 500
"""Members of a family, and pairs of a document, that are shown at most."""


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
    the members credit, None where they credit none. `members` are those published first first, the origin among them.
    """

    id: str
    origin: Heading
    agency: str | None
    members: tuple[Descendant, ...]

    @property
    def agency_name(self) -> str | None:
        """The agency's name as it is written: it is kept folded. One short word is taken for an abbreviation."""
        if self.agency is None:
            return None
        return self.agency.upper() if len(self.agency) <= _ABBREVIATION else self.agency.title()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of the members, sorted, each once."""
        return tuple(sorted({m.heading.outlet for m in self.members if m.heading.outlet}))


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """Some families, the largest first. `next` asks for those that follow; None where none do."""

    families: tuple[ShownFamily, ...]
    next: str | None


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


def families(store: Store, *, after: str | None = None, size: int = 20) -> FamilyPage:
    """Return the families of a record, those of most documents first, a page of `size`.

    `after` is the `next` of the page before. Raises SettingsError for a cursor that is none.
    """
    behind = place(after, (int, str))
    with store.reading() as connection:
        found = [group for group in _groups(connection) if behind is None or (-len(group), group[0]) > behind]
        shown = [family for group in found[:size] for family in _families(connection, group)]
        following = cursor((-len(found[size - 1]), found[size - 1][0])) if len(found) > size else None
    return FamilyPage(tuple(shown), following)


def every(store: Store, limit: int | None = None) -> Iterator[ShownFamily]:
    """Yield the families of a record, those of most documents first, no more than `limit`."""

    def ask(after: str | None) -> tuple[Sequence[ShownFamily], str | None]:
        part = families(store, after=after)
        return part.families, part.next

    return keyset.every(ask, limit)


def _groups(connection: Connection) -> list[list[str]]:
    """Return the documents that share text with others, by group and sorted, the largest group first."""
    c = descents.c
    query = select(c.document_id, c.origin_id).where(c.kind != DescentKind.EVENT.value)
    pairs = [(row.document_id, row.origin_id) for row in connection.execute(query)]
    tied = groups({each for pair in pairs for each in pair}, pairs)
    return sorted(tied, key=lambda group: (-len(group), group[0]))


def family_of(connection: Connection, document_id: str) -> ShownFamily | None:
    """Return the family that a document is in, the largest of several; None for a text of its own."""
    group = sorted({each for pair in kin(connection, [document_id]) for each in pair})
    found = [f for f in _families(connection, group) if any(m.heading.document_id == document_id for m in f.members)]
    return max(found, key=lambda family: (len(family.members), family.id), default=None)


def _families(connection: Connection, group: Sequence[str]) -> list[ShownFamily]:
    """Return the families that documents which share text make, at most MEMBERS of them being read."""
    known = lineages.proses(connection, group[:MEMBERS])
    if len(known) < LEAST:
        return []
    from onrecord.align.lineage import families as gathered  # numpy takes 0.1 s to import: only who asks pays
    from onrecord.align.lineage import unpacked

    c = descents.c
    query = select(descents).where(c.document_id.in_(known), c.origin_id.in_(known), c.kind != DescentKind.EVENT.value)
    made = gathered({each: unpacked(data) for each, data in known.items()}, map(descent_of, connection.execute(query)))
    articles = headings(connection, sorted(known))
    return [_shown(family, articles) for family in made]


def _shown(family: Family, articles: Mapping[str, Heading]) -> ShownFamily:
    origin = articles[family.origin_id]
    members = [Descendant(origin, None), *(Descendant(articles[each.document_id], each) for each in family.descents)]
    ordered = sorted(members, key=lambda member: _time(member.heading))
    return ShownFamily(family.origin_id, origin, family.agency, tuple(ordered))


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
