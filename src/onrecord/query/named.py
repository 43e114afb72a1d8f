"""Which document is meant: by its id, its address, the path it was read from, or its article's name."""

from __future__ import annotations

from pathlib import PurePath

from sqlalchemy import Connection, or_, select

from onrecord.errors import MissingError
from onrecord.query.ids import begins
from onrecord.store import Store
from onrecord.store.schema import documents, sightings

_LEAST = 6
"""Digits from which a word can be the beginning of an id: shorter ones are names rather."""


def document_named(store: Store, word: str) -> str:
    """Return the id of the one document that `word` means.

    An id or its first digits (six at least), an address, the path of a file, the name of an article with or without
    its ending. Raises MissingError when none or several are meant.
    """
    with store.reading() as connection:
        found = _by_id(connection, word) or _by_place(connection, word)
    if len(found) == 1:
        return found[0]
    how = "give its id or its path" if found else "list them with: onrecord documents"
    raise MissingError(f"{'several articles are' if found else 'no article is'} meant by {word!r}; {how}")


def _by_id(connection: Connection, word: str) -> list[str]:
    if len(word) < _LEAST:
        return []
    query = select(documents.c.id).where(begins(documents.c.id, word)).limit(2)
    return list(connection.execute(query).scalars())


def _by_place(connection: Connection, word: str) -> list[str]:
    s = sightings.c
    query = select(documents.c.id, s.article, s.locator).join(documents, documents.c.capture_id == s.capture_id)
    exact = query.where(or_(s.article == word, s.locator == word, s.url == word)).limit(50)
    found = sorted({row.id for row in connection.execute(exact)})
    if found:
        return found
    # Names without their ending: no index serves them, but whoever types a name looks at a record of their own.
    rows = connection.execute(query.where(or_(s.article.contains(word), s.locator.contains(word))).limit(1000))
    return sorted({row.id for row in rows if word in (PurePath(row.article).stem, PurePath(row.locator).stem)})
