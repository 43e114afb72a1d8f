"""Statements page by page, how many there are, and how they are spread over speakers, outlets, months and the like."""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select, tuple_

from onrecord.errors import SettingsError
from onrecord.query.filter import Filter
from onrecord.query.reported import Reported
from onrecord.query.statements import conditions, order, reported
from onrecord.store import Store
from onrecord.store.schema import anomalies, documents, identities, members, statements

MOST = 200
"""Statements of a page at most."""

VALUES = 50
"""Values of a facet at most, the commonest; months are all told."""

BANDS = ((0.0, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, None))
"""From which confidence to which a band reaches, the upper border left out."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some statements in order. `next` asks for those that follow; None where none do."""

    statements: tuple[Reported, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many statements meet a filter; `exact` is false where the number is an estimate."""

    number: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that statements have, as a filter takes it, how it is called, and how many have it."""

    value: str
    label: str
    number: int


OWN: dict[str, tuple[str, ...]] = {
    "speaker": ("speaker", "actor"),
    "outlet": ("outlet", "outlet_name"),
    "form": ("form",),
    "act": ("act",),
    "setting": ("setting",),
    "flag": ("flag",),
    "published": ("since", "until"),
    "said": ("said_since", "said_until"),
    "confidence": ("min_confidence", "below_confidence"),
}
"""The facets, each with the conditions of a filter that are its own.

A value of `speaker` is a condition `actor`, of `outlet` an `outlet_name`, of `published` a `since` and `until`
at once, of `said` a `said_since` and `said_until`, of `confidence` ("0.5-0.75") a `min_confidence` and
`below_confidence`.
"""


def page(store: Store, wanted: Filter, *, after: str | None = None, size: int = 50) -> Page:
    """Return the statements that meet `wanted`, in the order of :func:`onrecord.query.find`, a page of `size`.

    `after` is the `next` of the page before: those that come after its last one are told, even where it has
    been read anew or is gone since. `wanted.limit` does not count. Raises SettingsError for a cursor that is
    none, and for a size that is not from 1 to MOST.
    """
    if not 1 <= size <= MOST:
        raise SettingsError(f"size is {size}; give a number from 1 to {MOST}")
    columns = order()
    query = select(statements.c.id, *columns).join(documents).where(*conditions(wanted))
    if after is not None:
        query = query.where(tuple_(*columns) > tuple_(*_key(after)))
    with store.reading() as connection:
        rows = connection.execute(query.order_by(*columns).limit(size + 1)).all()
        found = reported(connection, [row[0] for row in rows[:size]])
    return Page(tuple(found), cursor(rows[size - 1][1:]) if len(rows) > size else None)


def cursor(key: Sequence[Any]) -> str:
    """Return the cursor of a statement: its place in the order, so that it holds when the statement is gone."""
    published, document_id, start, relayed, statement_id = key
    plain = (published, document_id, start, int(relayed), statement_id)
    return base64.urlsafe_b64encode(json.dumps(plain, separators=(",", ":")).encode()).decode().rstrip("=")


def _key(after: str) -> tuple[Any, ...]:
    """Return the place that a cursor tells."""
    try:
        key = json.loads(base64.b64decode(after + "=" * (-len(after) % 4), b"-_", validate=True))
        if [type(each) for each in key] == [str, str, int, int, str] and max(abs(key[2]), abs(key[3])) < 1 << 62:
            return tuple(key)
    except (ValueError, TypeError):
        pass
    raise SettingsError("this page's address is damaged: the cursor is none; start from the first page")


def count(store: Store, wanted: Filter) -> Counted:
    """Return how many statements meet `wanted`, whatever its limit."""
    with store.reading() as connection:
        return Counted(_grouped(connection, wanted, None)[None])


def facets(store: Store, wanted: Filter) -> dict[str, tuple[Facet, ...]]:
    """Return for each facet of OWN its values, the commonest first (months in order), with how many have them.

    Each facet is counted without its own conditions: what else there would be. Of statements of which a value
    is not known the facet tells nothing.
    """
    with store.reading() as connection:
        return {name: _facet(connection, name, without(wanted, own)) for name, own in OWN.items()}


def without(wanted: Filter, names: Sequence[str]) -> Filter:
    """Return the filter without the conditions of these names, and without a limit."""
    left: dict[str, Any] = dict.fromkeys(names)
    return replace(wanted, **left, limit=None)


def _facet(connection: Connection, name: str, wanted: Filter) -> tuple[Facet, ...]:
    s, d = statements.c, documents.c
    if name == "confidence":
        bands = ((band, replace(wanted, min_confidence=band[0], below_confidence=band[1])) for band in BANDS)
        told = ((_band(*band), _grouped(connection, asked, None)[None]) for band, asked in bands)
        return tuple(Facet(value, label, number) for (value, label), number in told if number)
    if name == "speaker":
        found = _grouped(connection, wanted, members.c.identity_id)
        ids = [value for value, _ in found.most_common(VALUES)]
        query = select(identities.c.id, identities.c.name).where(identities.c.id.in_(ids))
        labels = {row.id: row.name for row in connection.execute(query)}
        return tuple(sorted((Facet(i, labels[i], found[i]) for i in ids), key=lambda f: (-f.number, f.label, f.value)))
    column = {
        "outlet": d.outlet,
        "form": s.form,
        "act": s.act,
        "setting": s.setting,
        "flag": anomalies.c.kind,
        "published": func.substr(d.published, 1, 7),
        "said": func.substr(s.said_start, 1, 7),
    }[name]
    found = _grouped(connection, wanted, column)
    if name in ("published", "said"):
        return tuple(Facet(value, value, found[value]) for value in sorted(found) if len(value) == 7)
    most = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:VALUES]
    return tuple(Facet(value, value, number) for value, number in most)


def _band(low: float, high: float | None) -> tuple[str, str]:
    return (f"{low}-{high}", f"{low} to {high}") if high is not None else (f"{low}-", f"{low} and more")


def _grouped(connection: Connection, wanted: Filter, column: Any) -> Counter[Any]:  # noqa: ANN401
    number = func.count(statements.c.id.distinct())
    query = select(statements.c.id).select_from(statements).join(documents).where(*conditions(wanted))
    if column is None:
        return Counter({None: connection.execute(query.with_only_columns(number)).scalar_one()})
    if column is members.c.identity_id:
        query = query.join(members, members.c.actor_id == statements.c.actor_id)
    if column is anomalies.c.kind:
        query = query.join(anomalies, anomalies.c.document_id == statements.c.document_id)
    if column.name.startswith("substr") and "said" in str(column):
        query = query.where(func.substr(statements.c.said_end, 1, 7) == column)
    rows = connection.execute(query.with_only_columns(column, number).where(column.is_not(None)).group_by(column))
    return Counter({row[0]: row[1] for row in rows})
