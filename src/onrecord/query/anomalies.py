"""What pages themselves contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from onrecord.errors import SettingsError
from onrecord.query.filter import check_days, check_limit
from onrecord.query.keyset import place, rows_after
from onrecord.query.reported import Heading
from onrecord.query.statements import CHUNK, headings, of_outlets, published_within
from onrecord.record import Anomaly, AnomalyKind
from onrecord.store import Store, nouns
from onrecord.store.schema import anomalies as table
from onrecord.store.schema import documents


@dataclass(frozen=True, slots=True)
class AnomalyFilter:
    """Conditions that an anomaly must all meet; None asks nothing.

    `outlet`, `since`, `until` and `limit` are as in :class:`onrecord.query.Filter`. Raises SettingsError
    for a value that is none.
    """

    kind: AnomalyKind | str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        check_limit(self.limit)
        if self.kind is not None and self.kind not in list(AnomalyKind):
            raise SettingsError(f"kind is {self.kind!r}; give one of: {', '.join(AnomalyKind)}")


@dataclass(frozen=True, slots=True)
class Flagged:
    """An anomaly with the article that it is of."""

    anomaly: Anomaly
    heading: Heading

    @property
    def id(self) -> str:
        """The anomaly's id."""
        return self.anomaly.id

    @property
    def kind(self) -> str:
        """What kind of contradiction it is."""
        return self.anomaly.kind.value

    @property
    def reason(self) -> str:
        """Why the words do not fit, in words."""
        return self.anomaly.reason

    def __str__(self) -> str:
        words = " … ".join(span.words for span in self.anomaly.spans)
        return f"{self.kind} ({self.heading.outlet or self.heading.articles[0]}): “{words}”: {self.reason}"


def anomalies(store: Store, wanted: AnomalyFilter | None = None) -> Iterator[Flagged]:
    """Yield the anomalies that meet `wanted`, by time of publication, document and place in it."""
    wanted = wanted or AnomalyFilter()
    with store.reading() as connection:
        query = _query(connection, wanted).order_by(*_ORDER).limit(wanted.limit)
        ids = connection.execute(query).scalars().all()
    for at in range(0, len(ids), CHUNK):
        with store.reading() as connection:
            found = _flagged(connection, ids[at : at + CHUNK])
        yield from found


@dataclass(frozen=True, slots=True)
class AnomalyPage:
    """Some anomalies in order. `next` asks for those that follow; None where none do."""

    anomalies: tuple[Flagged, ...]
    next: str | None


def anomaly_page(store: Store, wanted: AnomalyFilter, *, after: str | None = None, size: int = 50) -> AnomalyPage:
    """Return the anomalies that meet `wanted` in the order of :func:`anomalies`, a page of `size`.

    `after` is the `next` of the page before; `wanted.limit` does not count. Raises SettingsError for a cursor that
    is none.
    """
    with store.reading() as connection:
        asked = _query(connection, wanted)
        rows, following = rows_after(connection, asked, _ORDER, place(after, (str, str, int, str)), size)
        return AnomalyPage(tuple(_flagged(connection, [row[0] for row in rows])), following)


_ORDER = (func.coalesce(documents.c.published, ""), documents.c.id, table.c.start, table.c.id)


def _query(connection: Connection, wanted: AnomalyFilter) -> Select[str]:
    query = select(table.c.id).join(documents).where(*published_within(wanted.since, wanted.until))
    if wanted.kind is not None:
        query = query.where(table.c.kind == wanted.kind)
    return query.where(*of_outlets(connection, wanted.outlet))


def _flagged(connection: Connection, ids: Sequence[str]) -> list[Flagged]:
    found = nouns.anomalies_of(connection, ids)
    articles = headings(connection, sorted({anomaly.document_id for anomaly in found}))
    return [Flagged(anomaly, articles[anomaly.document_id]) for anomaly in found]
