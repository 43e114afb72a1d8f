"""Utterances: what was said once and is told several times, page by page and one by one with all its tellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from onrecord.errors import MissingError, SettingsError
from onrecord.query import keyset
from onrecord.query.filter import Filter
from onrecord.query.former import occasion_now, utterance_now
from onrecord.query.ids import begins
from onrecord.query.keyset import cursor, place
from onrecord.query.occasions import occasion_of
from onrecord.query.page import Counted
from onrecord.query.retold import listed, retold
from onrecord.query.speakers import telling
from onrecord.query.tellings import ListedUtterance, ReportedTelling, ShownOccasion, ShownUtterance, version_of
from onrecord.record import Relation
from onrecord.store import Store, judgements
from onrecord.store.schema import occasion_statements, occasions, tellings, utterances

MOST = 200
"""Utterances of a page at most."""


class Order(StrEnum):
    """In which order utterances are listed: by when they were first told, or those with most tellings first."""

    OLDEST = "oldest"
    NEWEST = "newest"
    MOST_TOLD = "most told"


@dataclass(frozen=True, slots=True)
class UtterancePage:
    """Some utterances in order. `next` asks for those that follow; None where none do."""

    utterances: tuple[ListedUtterance, ...]
    next: str | None


def page(
    store: Store,
    wanted: Filter,
    *,
    relation: Relation | None = None,
    order: Order = Order.NEWEST,
    after: str | None = None,
    size: int = 50,
) -> UtterancePage:
    """Return the utterances of which a telling meets `wanted`, whatever its limit, a page of `size`.

    With `relation`, only those of which a telling is that to the fullest: ALTERED asks for what was told otherwise.
    `after` is the `next` of the page before. Raises SettingsError for a cursor that is none, and for a size that is
    not from 1 to MOST.
    """
    # Numpy takes 0.1 s to import: only who asks for a page pays.
    from onrecord.query.told_by import index_of

    if not 1 <= size <= MOST:
        raise SettingsError(f"size is {size}; give a number from 1 to {MOST}")
    behind = place(after, (int, str, str))
    with store.reading() as connection:
        columns = store.columns(connection)
        index = index_of(columns, connection)
        rows = index.chosen(index.mask(columns, connection, wanted, relation), order.value, behind, size + 1)
        following = cursor(index.key(rows[size - 1], order.value)) if len(rows) > size else None
        found = listed(connection, [index.ids[row] for row in rows[:size]])
    return UtterancePage(found, following)


def every(
    store: Store, wanted: Filter, *, relation: Relation | None = None, order: Order = Order.NEWEST
) -> Iterator[ListedUtterance]:
    """Yield the utterances that :func:`page` gives, page after page, no more than the limit of `wanted`."""

    def ask(after: str | None) -> tuple[Sequence[ListedUtterance], str | None]:
        part = page(store, wanted, relation=relation, order=order, after=after)
        return part.utterances, part.next

    return keyset.every(ask, wanted.limit)


def count(store: Store, wanted: Filter, *, relation: Relation | None = None) -> Counted:
    """Return how many utterances have a telling that meets `wanted`, whatever its limit; see :func:`page`."""
    from onrecord.query.told_by import index_of

    with store.reading() as connection:
        columns = store.columns(connection)
        index = index_of(columns, connection)
        return Counted(int(index.mask(columns, connection, wanted, relation).sum()))


def show(store: Store, prefix: str) -> ShownUtterance:
    """Return the utterance whose id begins with `prefix`, or did, with all its tellings, the first published first.

    Where it has another id now, that of the answer is it. Raises MissingError when none or several begin so, and
    FormerError, which tells more, when what an id once told as one is told apart now, or is several.
    """
    with store.reading() as connection:
        return shown(connection, present_id(connection, prefix))


def shown(connection: Connection, utterance_id: str) -> ShownUtterance:
    """Return the utterance of just this id, as one connection sees it. Raises MissingError without one."""
    query = select(utterances.c.occasion_id).where(utterances.c.id == utterance_id)
    occasion_id = connection.execute(query).scalar()
    if occasion_id is None:
        raise MissingError(f"there is no utterance {utterance_id}; list them with: onrecord utterances")
    told = retold(connection, utterance_id)
    every = connection.execute(select(tellings.c.statement_id).where(tellings.c.utterance_id == utterance_id)).scalars()
    of = {each.reported.id for each in told.tellings}
    return ShownUtterance(
        id=utterance_id,
        occasion=occasion_of(connection, occasion_id),
        speakers=telling(connection, [utterance_id])[utterance_id],
        tellings=told.tellings,
        reconstruction=told.reconstruction,
        witnesses=len({each.witness for each in told.tellings}),
        judgements=tuple(judgements.of_tellings(connection, of)),
        version=version_of(every),
    )


def present_id(connection: Connection, prefix: str) -> str:
    """Return the id of the one utterance whose id begins with `prefix`, or did once; raises what :func:`show` does."""
    found = _beginning(connection, prefix)
    return found[0] if found else utterance_now(connection, prefix)


def known_id(connection: Connection, prefix: str) -> str:
    """Return the id of the one utterance whose id begins with `prefix`, as whoever judges it has seen it.

    Raises MissingError when none or several do, and where it has another id now.
    """
    found = _beginning(connection, prefix)
    if not found:
        now = utterance_now(connection, prefix)
        raise MissingError(f"the utterance that was {prefix} is now {now}: look at it, then judge")
    return found[0]


def _beginning(connection: Connection, prefix: str) -> list[str]:
    """Return the id of the utterance whose id begins so, if there is one. Raises MissingError for several."""
    query = select(utterances.c.id).where(begins(utterances.c.id, prefix)).limit(2)
    ids = [str(each) for each in connection.execute(query).scalars()] if prefix else []
    if len(ids) > 1:
        raise MissingError(f"several utterances' ids begin with {prefix!r}; give more of its digits")
    return ids


def of_statement(store: Store, statement_id: str) -> tuple[tuple[ListedUtterance, tuple[ReportedTelling, ...]], ...]:
    """Return the utterances that a statement is a telling of, each with its tellings, the statement's among them.

    None for a statement that alone tells what it tells. `statement_id` is the whole id.
    """
    query = select(tellings.c.utterance_id).where(tellings.c.statement_id == statement_id)
    with store.reading() as connection:
        ids = connection.execute(query.order_by(tellings.c.utterance_id)).scalars().all()
        return tuple((one, retold(connection, one.id).tellings) for one in listed(connection, ids))


def occasion(store: Store, prefix: str) -> ShownOccasion:
    """Return the occasion whose id begins with `prefix`, or was it once: that of the answer is it now.

    Raises MissingError when none or several begin so, FormerError when one is no longer told by several statements.
    """
    c = occasions.c
    query = select(c.id).where(begins(c.id, prefix)).limit(2)
    with store.reading() as connection:
        ids = connection.execute(query).scalars().all() if prefix else []
        if len(ids) > 1:
            raise MissingError(f"several occasions' ids begin with {prefix!r}; give more of its digits")
        return occasion_of(connection, ids[0] if ids else occasion_now(connection, prefix), whole=True)


def occasion_of_statement(store: Store, statement_id: str) -> ShownOccasion | None:
    """Return the occasion of which a statement tells, None where no other statement tells of it."""
    query = select(occasion_statements.c.occasion_id).where(occasion_statements.c.statement_id == statement_id)
    with store.reading() as connection:
        found = connection.execute(query.order_by(occasion_statements.c.occasion_id).limit(1)).scalar()
        return occasion_of(connection, found, whole=True) if found is not None else None
