"""Which statements of several articles tell the same thing: what will be a row of their comparison."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.classify import LEAST
from onrecord.query.as_judged import as_judged, standing
from onrecord.query.passages import passages
from onrecord.record import Relation
from onrecord.store.schema import documents, statements, tellings
from onrecord.text.groups import groups

CHUNK = 400
"""Statements asked for at once."""

Home = Mapping[str, tuple[int, int]]
"""Where each statement stands: the place of its article among those that are compared, and in its text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row to be: the statements of the articles that tell it, and its utterances; none for a single statement.

    `passage` is the part of the fullest telling that it is about, None for all of it.
    """

    utterances: tuple[str, ...]
    statements: tuple[str, ...]
    passage: str | None = None

    @property
    def utterance_id(self) -> str | None:
        """The first of its utterances."""
        return self.utterances[0] if self.utterances else None


def rows_of(connection: Connection, document_ids: Sequence[str]) -> list[Found]:
    """Return what these articles tell, what most of them tell first, then in order of the articles and their text.

    Utterances that nobody could tell apart are one row: those that just the same statements tell, and those of one
    passage of one fullest telling that mostly the same ones tell.
    """
    place = {document_id: number for number, document_id in enumerate(document_ids)}
    home = {row.id: (place[row.document_id], row.start) for row in _statements(connection, document_ids)}
    ids = sorted(home, key=lambda each: (home[each], each))
    found = _utterances(connection, home, ids)
    told = {each for row in found for each in row.statements}
    found += [Found((), (each,)) for each in ids if each not in told]

    def order(row: Found) -> tuple[int, tuple[int, int], str]:
        return -len({home[each][0] for each in row.statements}), home[row.statements[0]], row.utterance_id or ""

    return sorted(found, key=order)


def _statements(connection: Connection, document_ids: Sequence[str]) -> Sequence[Any]:
    public = as_judged([lambda c: or_(c.stated.is_(None), c.stated >= LEAST)])
    s = statements.c
    query = select(s.id, s.document_id, s.start).join(documents, documents.c.id == s.document_id)
    return connection.execute(query.where(s.document_id.in_(document_ids), *public, standing(None))).all()


def _utterances(connection: Connection, home: Home, ids: Sequence[str]) -> list[Found]:
    tellers: defaultdict[str, set[str]] = defaultdict(set)
    for at in range(0, len(ids), CHUNK):
        query = select(tellings.c.utterance_id, tellings.c.statement_id)
        for row in connection.execute(query.where(tellings.c.statement_id.in_(ids[at : at + CHUNK]))):
            tellers[row.utterance_id].add(row.statement_id)
    same: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for key in sorted(tellers):
        same[frozenset(tellers[key])].append(key)
    found = [_row(keys, group, home) for group, keys in same.items() if len(keys) > 1]
    alone = {keys[0]: group for group, keys in same.items() if len(keys) == 1}
    return found + list(_by_passage(connection, alone, home))


def _by_passage(connection: Connection, tellers: Mapping[str, frozenset[str]], home: Home) -> Iterator[Found]:
    """Yield utterances as rows, those of one passage of one fullest telling that mostly the same tell together."""
    number = Counter(each for group in tellers.values() for each in group)
    parts = passages(connection, [key for key, group in tellers.items() if any(number[each] > 1 for each in group)])
    fullest = _fullest(connection, sorted(tellers))
    of: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
    for key in sorted(tellers):
        of[fullest[key], parts.get(key)].append(key)
    for (_, passage), keys in of.items():
        alike = [(a, b) for a, b in combinations(keys, 2) if _mostly(tellers[a], tellers[b])]
        for tied in groups(keys, alike, least=1):
            yield _row(tied, {each for key in tied for each in tellers[key]}, home, passage)


def _mostly(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether half of the statements of the smaller one or more are those of the other."""
    return 2 * len(one & other) >= min(len(one), len(other))


def _row(keys: Sequence[str], told: Iterable[str], home: Home, passage: str | None = None) -> Found:
    return Found(tuple(keys), tuple(sorted(told, key=lambda each: (home[each], each))), passage)


def _fullest(connection: Connection, utterance_ids: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    c = tellings.c
    for at in range(0, len(utterance_ids), CHUNK):
        query = select(c.utterance_id, c.statement_id).where(c.utterance_id.in_(utterance_ids[at : at + CHUNK]))
        found |= {row[0]: row[1] for row in connection.execute(query.where(c.relation == Relation.FULL.value))}
    return found
