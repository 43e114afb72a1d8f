"""Columns kept in the record itself, so that a record of millions opens without reading all of it."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from onrecord.store import changes
from onrecord.store.column_rows import followed, read_all
from onrecord.store.columns import VOCABULARY, Columns, Documents, Names, Statements
from onrecord.store.schema import listing

_PARTS = {"documents": Documents, "statements": Statements}


def current(connection: Connection, known: Columns | None) -> Columns:
    """Return the record's columns as the connection sees it; `known` are those of an earlier time, if there are any."""
    number = changes.latest(connection)
    if known is None:
        known = _load(connection)
    if known is None:
        return read_all(connection, number)
    if known.number >= number:
        return known
    return followed(connection, known, number, changes.since(connection, known.number))


def keep(connection: Connection) -> None:
    """Leave the record's columns in it, in place of those of an earlier time, if it changed since."""
    known = _load(connection)
    columns = current(connection, known)
    if columns is known:
        return
    connection.execute(delete(listing))
    connection.execute(insert(listing), [{"name": name, "data": data} for name, data in _packed(columns).items()])


def _packed(columns: Columns) -> dict[str, bytes]:
    types: dict[str, tuple[str, list[int]]] = {}
    packed = {"actors": "".join(columns.actors.names).encode()}
    for part in _PARTS:
        for each in fields(_PARTS[part]):
            array = getattr(getattr(columns, part), each.name)
            packed[f"{part}.{each.name}"] = array.tobytes()
            types[f"{part}.{each.name}"] = array.dtype.str, list(array.shape[1:])
    about = {"number": columns.number, "vocabulary": VOCABULARY, "outlets": columns.outlets.names, "types": types}
    return {"about": json.dumps(about).encode(), **packed}


def _load(connection: Connection) -> Columns | None:
    """Return the columns that the record holds, None where none are or another version kept them."""
    found: dict[str, Any] = {row.name: row.data for row in connection.execute(select(listing))}
    about = json.loads(found["about"]) if found else {}
    if about.get("vocabulary") != {name: list(values) for name, values in VOCABULARY.items()}:
        return None
    names = {f"{part}.{each.name}" for part in _PARTS for each in fields(_PARTS[part])}
    if set(about["types"]) != names:
        return None

    def array(name: str) -> Any:  # noqa: ANN401
        dtype, shape = about["types"][name]
        return np.frombuffer(found[name], np.dtype(dtype)).reshape(-1, *shape)

    made = {part: kind(*(array(f"{part}.{each.name}") for each in fields(kind))) for part, kind in _PARTS.items()}
    text = found["actors"].decode()
    actors = Names([text[at : at + 24] for at in range(0, len(text), 24)])
    return Columns(about["number"], made["documents"], made["statements"], Names(about["outlets"]), actors)
