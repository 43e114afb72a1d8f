"""How far what is derived from a record follows its changes: the one row of a table that says so."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert as upsert


@dataclass(frozen=True, slots=True)
class Progress:
    """Up to which change something is derived, how often it changed, and by what it was made."""

    number: int = 0
    version: int = 0
    made_by: str = ""


def progress(connection: Connection, table: Table) -> Progress:
    """Return what the one row of `table` says; nothing is derived without one."""
    row = connection.execute(select(table.c.number, table.c.version, table.c.made_by)).first()
    return Progress(row.number, row.version, row.made_by) if row else Progress()


def reached(connection: Connection, table: Table, number: int, made_by: str) -> None:
    """Note in `table` that all up to the change of this number is derived, once more by `made_by`."""
    told = {"number": number, "version": progress(connection, table).version + 1, "made_by": made_by}
    query = upsert(table).values(id=1, **told)
    connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=told))
