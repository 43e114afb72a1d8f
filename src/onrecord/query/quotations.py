"""The quotations that are part of no statement, and the sum that accounts for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from onrecord.errors import SettingsError
from onrecord.query.filter import check_days, check_limit
from onrecord.query.keyset import place, rows_after
from onrecord.query.marked import marked
from onrecord.query.reported import Heading
from onrecord.query.statements import CHUNK, headings, of_outlets, published_within
from onrecord.record import Reason, Span, Unattributed
from onrecord.store import Store, nouns
from onrecord.store.schema import documents, unattributed


@dataclass(frozen=True, slots=True)
class QuotationFilter:
    """Conditions that an unattributed quotation must all meet; None asks nothing.

    `outlet`, `since`, `until` and `limit` are as in :class:`onrecord.query.Filter`. Raises SettingsError
    for a value that is none.
    """

    outlet: str | None = None
    reason: Reason | str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        check_limit(self.limit)
        if self.reason is not None and self.reason not in list(Reason):
            raise SettingsError(f"reason is {self.reason!r}; give one of: {', '.join(Reason)}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """An unattributed quotation as one article prints it, with the paragraph that it stands in."""

    quotation: Unattributed
    heading: Heading
    paragraph: Span

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def words(self) -> str:
        """The quotation's words with their marks."""
        return self.quotation.span.words

    @property
    def reason(self) -> str:
        """Why it is nobody's statement, as far as can be told."""
        return self.quotation.reason.value

    @property
    def outlet(self) -> str | None:
        """Who published the article."""
        return self.heading.outlet

    @property
    def published(self) -> str | None:
        """When the article was published, ISO 8601 as far as known."""
        return self.heading.published

    def __str__(self) -> str:
        return f"{self.words} ({self.outlet or self.heading.articles[0]}): {self.reason}"

    def _repr_html_(self) -> str:
        told = ", ".join(filter(None, [self.reason, self.outlet or self.heading.articles[0], self.published]))
        return f"{marked(self.paragraph, [('quotation', self.quotation.span)])}<p><small>{escape(told)}</small></p>"


@dataclass(frozen=True, slots=True)
class Tally:
    """All quotations of the bodies of some documents, in numbers that add up.

    `reasons` counts the unattributed ones. `unknown` is the number of documents that an earlier version made
    without such an account; their quotations count nowhere.
    """

    quotations: int
    reasons: dict[Reason, int]
    unknown: int

    @property
    def unattributed(self) -> int:
        """How many quotations are part of no statement."""
        return sum(self.reasons.values())

    @property
    def attributed(self) -> int:
        """How many quotations are part of a statement."""
        return self.quotations - self.unattributed

    def __str__(self) -> str:
        noun = "quotation" if self.quotations == 1 else "quotations"
        why = ", ".join(f"{number} {reason.value}" for reason, number in self.reasons.items())
        rest = f"{self.unattributed} unattributed" + (f" ({why})" if why else "")
        return f"{self.quotations} {noun} in the body = {self.attributed} in statements + {rest}"


def quotations(store: Store, wanted: QuotationFilter | None = None) -> Iterator[Quoted]:
    """Yield the unattributed quotations that meet `wanted`, by time of publication, document and place in it.

    Undated documents come first. Raises StoreError when the record cannot be read.
    """
    wanted = wanted or QuotationFilter()
    with store.reading() as connection:
        query = _query(connection, wanted).order_by(*_ORDER).limit(wanted.limit)
        ids = connection.execute(query).scalars().all()
    for at in range(0, len(ids), CHUNK):
        with store.reading() as connection:
            found = _quoted(connection, ids[at : at + CHUNK])
        yield from found


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """Some unattributed quotations in order. `next` asks for those that follow; None where none do."""

    quotations: tuple[Quoted, ...]
    next: str | None


def quotation_page(store: Store, wanted: QuotationFilter, *, after: str | None = None, size: int = 50) -> QuotationPage:
    """Return the quotations that meet `wanted` in the order of :func:`quotations`, a page of `size`.

    `after` is the `next` of the page before; `wanted.limit` does not count. Raises SettingsError for a cursor that
    is none.
    """
    with store.reading() as connection:
        asked = _query(connection, wanted)
        rows, following = rows_after(connection, asked, _ORDER, place(after, (str, str, int, int)), size)
        return QuotationPage(tuple(_quoted(connection, [row[0] for row in rows])), following)


_ORDER = (func.coalesce(documents.c.published, ""), documents.c.id, unattributed.c.start, unattributed.c.end)


def _query(connection: Connection, wanted: QuotationFilter) -> Select[str]:
    query = select(unattributed.c.id).join(documents).where(*_of_documents(connection, wanted))
    return query if wanted.reason is None else query.where(unattributed.c.reason == wanted.reason)


def tally(store: Store, wanted: QuotationFilter | None = None) -> Tally:
    """Return the sum of all quotations of the documents that `wanted` asks for, whatever reason or limit it names."""
    with store.reading() as connection:
        asked = _of_documents(connection, wanted or QuotationFilter())
        count = select(
            func.coalesce(func.sum(documents.c.quotations), 0), func.count(), func.count(documents.c.quotations)
        )
        total, number, known = connection.execute(count.where(*asked)).one()
        by_reason = select(unattributed.c.reason, func.count()).join(documents).group_by(unattributed.c.reason)
        known_of = by_reason.where(documents.c.quotations.is_not(None), *asked)
        counts = {Reason(reason): found for reason, found in connection.execute(known_of)}
    return Tally(total, {reason: counts[reason] for reason in Reason if reason in counts}, number - known)


def _of_documents(connection: Connection, wanted: QuotationFilter) -> list[ColumnElement[bool]]:
    return [*published_within(wanted.since, wanted.until), *of_outlets(connection, wanted.outlet)]


def _quoted(connection: Connection, ids: Sequence[str]) -> list[Quoted]:
    """Return the quotations of these ids, in their order; one whose document was made anew since is left out."""
    query = select(unattributed, documents.c.text).join(documents).where(unattributed.c.id.in_(ids))
    rows = {row.id: row for row in connection.execute(query)}
    articles = headings(connection, sorted({row.document_id for row in rows.values()}))
    kept = [rows[each] for each in ids if each in rows]
    return [Quoted(nouns.unattributed_of(row), articles[row.document_id], _paragraph(row)) for row in kept]


def _paragraph(row: Any) -> Span:  # noqa: ANN401
    start = row.text.rfind("\n", 0, row.start) + 1
    end = row.text.find("\n", row.end)
    return Span.of(row.text, start, len(row.text) if end < 0 else end)
