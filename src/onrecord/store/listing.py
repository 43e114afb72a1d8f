"""Columns kept in the record itself, so that a record of millions opens without reading all of it."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from onrecord.store import alignments, changes
from onrecord.store import issues as kept
from onrecord.store.callings import KINDS, Callings
from onrecord.store.column_issues import with_issues, with_utterances
from onrecord.store.column_rows import followed, read_all
from onrecord.store.columns import VOCABULARY, Columns, Documents, Names, Statements
from onrecord.store.schema import listing

_PARTS: dict[str, Any] = {"documents": Documents, "statements": Statements, "called": Callings}
_IDS = ("actors", "issues")
"""Names that are ids: 24 characters each."""


def current(connection: Connection, known: Columns | None) -> Columns:
    """Return the record's columns as the connection sees it; `known` are those of an earlier time, if there are any."""
    if known is None or _lags(connection, known):
        known = _load(connection) or known
    if known is None:
        return read_all(connection)
    if known.number >= changes.latest(connection):
        return known
    return followed(connection, known)


def keep(connection: Connection) -> None:
    """Leave the record's columns in it, in place of those of an earlier time, where they differ."""
    known = _load(connection)
    columns = whole(connection, known)
    if columns is known:
        return
    before: dict[str, bytes] = {row.name: row.data for row in connection.execute(select(listing))}
    for name, data in _packed(columns).items():
        if before.pop(name, None) != data:
            connection.execute(delete(listing).where(listing.c.name == name))
            connection.execute(insert(listing).values(name=name, data=data))
    connection.execute(delete(listing).where(listing.c.name.in_(before)))


def whole(connection: Connection, known: Columns | None) -> Columns:
    """Return the record's columns as the connection sees it, what statements are about and tell included."""
    columns = current(connection, known)
    coded, aligned = kept.state(connection).version, alignments.version(connection)
    if columns.coded != coded:
        columns = with_issues(connection, replace(columns, issues=Names(), coded=coded), None)
    if columns.aligned != aligned:
        columns = with_utterances(connection, replace(columns, aligned=aligned), None)
    return columns


def _lags(connection: Connection, known: Columns) -> bool:
    """Return whether the record holds columns that a run left later than those that are `known`."""
    data = connection.execute(select(listing.c.data).where(listing.c.name == "state")).scalar()
    state = json.loads(data) if data else {}
    told = (state.get("number", 0), state.get("coded", 0), state.get("aligned", 0))
    return any(new > old for new, old in zip(told, (known.number, known.coded, known.aligned), strict=True))


def _packed(columns: Columns) -> dict[str, bytes]:
    types: dict[str, tuple[str, list[int]]] = {}
    packed = {name: "".join(getattr(columns, name).names).encode() for name in _IDS}
    packed["names"] = columns.called.text.encode("utf-8", "surrogatepass")
    for part, kind in _PARTS.items():
        for name in _arrays(kind):
            array = getattr(getattr(columns, part), name)
            packed[f"{part}.{name}"] = array.tobytes()
            types[f"{part}.{name}"] = array.dtype.str, list(array.shape[1:])
    about = {"vocabulary": _vocabulary(), "outlets": columns.outlets.names, "types": types}
    state = {"number": columns.number, "coded": columns.coded, "aligned": columns.aligned}
    return {"about": json.dumps(about).encode(), "state": json.dumps(state).encode(), **packed}


def _load(connection: Connection) -> Columns | None:
    """Return the columns that the record holds, None where none are or another version kept them."""
    found: dict[str, Any] = {row.name: row.data for row in connection.execute(select(listing))}
    about = json.loads(found["about"]) if found else {}
    if about.get("vocabulary") != _vocabulary():
        return None
    if set(about["types"]) != {f"{part}.{name}" for part, kind in _PARTS.items() for name in _arrays(kind)}:
        return None

    def array(name: str) -> Any:  # noqa: ANN401
        dtype, shape = about["types"][name]
        return np.frombuffer(found[name], np.dtype(dtype)).reshape(-1, *shape)

    def made(part: str, *first: Any) -> Any:  # noqa: ANN401
        return _PARTS[part](*first, *(array(f"{part}.{name}") for name in _arrays(_PARTS[part])))

    names = found["names"].decode("utf-8", "surrogatepass")
    return Columns(
        documents=made("documents"),
        statements=made("statements"),
        outlets=Names(about["outlets"]),
        actors=Names(_cut(found["actors"].decode())),
        issues=Names(_cut(found["issues"].decode())),
        called=made("called", names),
        **json.loads(found["state"]),
    )


def _arrays(kind: Any) -> list[str]:  # noqa: ANN401 (a class of _PARTS)
    return [each.name for each in fields(kind) if each.name != "text"]


def _cut(text: str) -> list[str]:
    return [text[at : at + 24] for at in range(0, len(text), 24)]


def _vocabulary() -> dict[str, list[str]]:
    return {name: list(values) for name, values in {**VOCABULARY, "kind": KINDS}.items()}
