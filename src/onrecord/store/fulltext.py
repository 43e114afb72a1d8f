"""Full-text search over statements. All that is particular to SQLite's FTS5 stands here."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass

from sqlalchemy import Connection, TextClause, text

_COLUMNS = "statement_id, content, source, speaker, headline, outlet, relay, addressee"
_WORDS = "content source speaker headline"
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_LETTER = re.compile(r"\w")
_UNSENDABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one statement can be found by."""

    statement_id: str
    content: str
    source: str
    speaker: str
    headline: str
    outlet: str
    relay: str
    addressee: str


def rowid(statement_id: str) -> int:
    """Return the row number of a statement's entry: the first 60 bits of its id, so that no map is kept."""
    return int(statement_id[:15], 16)


def _clean(words: str) -> str:
    return _UNSENDABLE.sub("�", words)


def insert(connection: Connection, entries: Iterable[Entry]) -> None:
    """Add `entries` to the index."""
    rows = [(rowid(e.statement_id), *map(_clean, astuple(e))) for e in entries]
    if rows:
        sql = f"INSERT INTO search (rowid, {_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)"  # noqa: S608 (constants alone)
        connection.exec_driver_sql(sql, rows)


def name_speakers(connection: Connection, names: Mapping[str, str]) -> None:
    """Let the statements whose ids are the keys be found by these speakers' names."""
    rows = [(_clean(name), rowid(statement_id)) for statement_id, name in names.items()]
    if rows:
        connection.exec_driver_sql("UPDATE search SET speaker = ? WHERE rowid = ?", rows)


def delete(connection: Connection, statement_ids: Iterable[str]) -> None:
    """Take the statements out of the index."""
    rows = [(rowid(i),) for i in statement_ids]
    if rows:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", rows)


def expression(
    *,
    words: str | None = None,
    speaker: str | None = None,
    outlet: str | None = None,
    relay: str | None = None,
    addressee: str | None = None,
) -> str | None:
    """Return the FTS5 query for the given words, None when nothing was asked.

    Every term is quoted, so that no character of a user's is syntax; ``"…"`` asks for a phrase and
    a ``*`` at a term's end for a prefix. All terms must occur.
    """
    asked = [(_WORDS, words), ("speaker", speaker), ("outlet", outlet), ("relay", relay), ("addressee", addressee)]
    parts = [f"{{{columns}}} : ({_terms(value)})" for columns, value in asked if value is not None]
    return " AND ".join(parts) or None


def _terms(value: str) -> str:
    found = [phrase or word for phrase, word in _TERM.findall(_clean(value))]
    terms = []
    for term in found:
        if _LETTER.search(term):
            star = "*" if term.endswith("*") else ""
            terms.append('"' + term.replace('"', '""') + '"' + star)
    # A question without a single letter or digit finds nothing, rather than everything.
    return " AND ".join(terms) or '"\ufffd nothing \ufffd"'


def condition(query: str, column: str = "statements.id") -> TextClause:
    """Return the SQL condition that `column` is a statement found by `query` of :func:`expression`."""
    found = f"{column} IN (SELECT statement_id FROM search WHERE search MATCH :fulltext_query)"  # noqa: S608
    return text(found).bindparams(fulltext_query=query)


def rows_found(connection: Connection, query: str) -> str:
    """Return the row numbers of the statements found by `query`, joined by commas; "" for none.

    As one text: half the time of as many rows, and other threads go on meanwhile.
    """
    sql = "SELECT group_concat(rowid) FROM search WHERE search MATCH ?"
    return connection.exec_driver_sql(sql, (query,)).scalar() or ""


def entries(connection: Connection) -> dict[str, Entry]:
    """Return all entries of the index by statement, for checking it."""
    sql = f"SELECT {_COLUMNS} FROM search"  # noqa: S608 (constants alone)
    return {row[0]: Entry(*row) for row in connection.exec_driver_sql(sql)}


def as_indexed(entry: Entry) -> Entry:
    """Return `entry` as the index keeps it: what SQLite's text cannot hold is replaced there."""
    return Entry(*map(_clean, astuple(entry)))


def matching(names: Iterable[str], asked: str) -> list[str]:
    """Return those of `names` that hold the words of `asked`, compared as the index compares them."""
    known = list(names)
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute('CREATE VIRTUAL TABLE names USING fts5 (name, tokenize = "unicode61 remove_diacritics 2")')
        rows = ((number, _clean(name)) for number, name in enumerate(known))
        connection.executemany("INSERT INTO names (rowid, name) VALUES (?, ?)", rows)
        found = connection.execute("SELECT rowid FROM names WHERE names MATCH ? ORDER BY rowid", (_terms(asked),))
        return [known[number] for (number,) in found]
    finally:
        connection.close()
