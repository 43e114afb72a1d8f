"""Utterances with what is told of them, read from the record."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.query.copied import witnesses_of
from onrecord.query.passages import passages
from onrecord.query.reported import Reported
from onrecord.query.speakers import telling
from onrecord.query.statements import headings, reported
from onrecord.query.tellings import ListedUtterance, ReportedTelling, version_of
from onrecord.query.told import told_of
from onrecord.record import Difference, Relation, Told
from onrecord.store.schema import documents, statements, tellings, utterances
from onrecord.text.differences import Piece, differences, reconstruction
from onrecord.text.moment import instant

CHUNK = 200
"""Documents asked for at once."""

MOST = 200
"""Tellings of one utterance that are read at most, the first published first; the fullest is always among them."""


@dataclass(frozen=True, slots=True)
class Retold:
    """The tellings of an utterance, the first published first, and what is told by each."""

    tellings: tuple[ReportedTelling, ...]
    told: tuple[Told, ...]

    @property
    def reconstruction(self) -> tuple[Piece, ...]:
        """What the tellings together tell of the words, put together when it is asked for."""
        return reconstruction(self.told)


def retold(connection: Connection, utterance_id: str) -> Retold:
    """Return the tellings of the utterance of just this id."""
    relations = dict(_relations(connection, utterance_id))
    found = {each.id: each for each in reported(connection, list(relations))}
    told = told_of(connection, list(found), everything=True)
    fullest = next(told[key] for key, relation in relations.items() if relation is Relation.FULL)
    of = {each.id: each.heading.document_id for each in found.values()}
    seen = witnesses_of(connection, {utterance_id: of})[utterance_id]
    ordered = sorted(found.values(), key=_time)
    numbers: dict[str, int] = {}
    for each in ordered:
        numbers.setdefault(seen[each.id].family, len(numbers) + 1)
    made = tuple(
        ReportedTelling(
            reported=each,
            relation=relations[each.id],
            words=told[each.id].words,
            differences=differences_of(fullest, told[each.id]),
            witness=numbers[seen[each.id].family],
            origin=seen[each.id].origin,
        )
        for each in ordered
    )
    return Retold(made, tuple(told[each.id] for each in ordered))


def _time(each: Reported) -> tuple[str, str]:
    return instant(each.published), each.id


def _relations(connection: Connection, utterance_id: str) -> list[tuple[str, Relation]]:
    query = (
        select(tellings.c.statement_id, tellings.c.relation, documents.c.published)
        .join(statements, statements.c.id == tellings.c.statement_id)
        .join(documents, documents.c.id == statements.c.document_id)
        .where(tellings.c.utterance_id == utterance_id)
    )
    found = sorted(
        connection.execute(query),
        key=lambda row: (row.relation != Relation.FULL.value, instant(row.published), row.statement_id),
    )
    return [(row.statement_id, Relation(row.relation)) for row in found[:MOST]]


def differences_of(fullest: Told, other: Told) -> tuple[Difference, ...]:
    """Return how a telling differs from the fullest one, none for that itself."""
    return () if fullest.statement_id == other.statement_id else differences(fullest, other)


def listed(connection: Connection, ids: Sequence[str]) -> tuple[ListedUtterance, ...]:
    """Return the utterances of these ids, in their order, as lists show them; a few hundred at most."""
    query = (
        select(tellings, statements.c.document_id, documents.c.outlet, documents.c.published)
        .join(statements, statements.c.id == tellings.c.statement_id)
        .join(documents, documents.c.id == statements.c.document_id)
        .where(tellings.c.utterance_id.in_(ids))
    )
    rows = defaultdict(list)
    for row in sorted(connection.execute(query), key=lambda row: (instant(row.published), row.statement_id)):
        rows[row.utterance_id].append(row)
    homes = {
        row.id: row
        for row in connection.execute(select(utterances.c.id, utterances.c.occasion_id).where(utterances.c.id.in_(ids)))
    }
    who = telling(connection, homes)
    of = {key: {row.statement_id: row.document_id for row in found} for key, found in rows.items()}
    seen = witnesses_of(connection, of)
    fullest = {key: next(r.statement_id for r in found if r.relation == Relation.FULL) for key, found in rows.items()}
    contrast = {key: _contrast(found) for key, found in rows.items()}
    shown = {*fullest.values(), *(other[1] for other in contrast.values() if other)}
    told = {each.id: each for each in reported(connection, sorted(shown))}
    words = {key: " … ".join(s.words for s in each.statement.attribution.content) for key, each in told.items()}
    names, parts = _names(connection, rows), passages(connection, _several(connection, fullest))
    return tuple(
        ListedUtterance(
            id=key,
            occasion_id=homes[key].occasion_id,
            speakers=who[key],
            words=words[fullest[key]],
            first=rows[key][0].published,
            documents=len({row.document_id for row in rows[key]}),
            outlets=tuple(sorted({row.outlet for row in rows[key] if row.outlet})),
            relations=tuple(sorted(Counter(Relation(row.relation) for row in rows[key]).items())),
            witnesses=len({each.family for each in seen[key].values()}),
            contrast=(other[0], words[other[1]]) if (other := contrast[key]) else None,
            version=version_of(row.statement_id for row in rows[key]),
            told_by=tuple(dict.fromkeys(row.outlet or names[row.document_id] for row in rows[key])),
            cue=told[fullest[key]].cue,
            passage=parts.get(key),
        )
        for key in ids
        if key in homes and key in rows
    )


def _several(connection: Connection, fullest: Mapping[str, str]) -> list[str]:
    """Return the utterances whose fullest telling, which is given by utterance, is that of others too."""
    c = tellings.c
    query = select(c.statement_id).where(c.statement_id.in_(set(fullest.values())), c.relation == Relation.FULL.value)
    found = set(connection.execute(query.group_by(c.statement_id).having(func.count() > 1)).scalars())
    return [key for key, statement_id in fullest.items() if statement_id in found]


def _names(connection: Connection, rows: Mapping[str, Sequence[Any]]) -> dict[str, str]:
    """Return what the articles of unknown outlet are called."""
    ids = sorted({row.document_id for found in rows.values() for row in found if not row.outlet})
    found: dict[str, str] = {}
    for at in range(0, len(ids), CHUNK):
        met = headings(connection, ids[at : at + CHUNK])
        found |= {key: PurePath(each.articles[0]).stem for key, each in met.items()}
    return found


_CONTRASTS = (Relation.ALTERED, Relation.TRUNCATED, Relation.PARAPHRASE)


def _contrast(rows: Sequence[Any]) -> tuple[Relation, str] | None:
    """Return the relation and the id of the first telling that differs most from the fullest."""
    met = {Relation(row.relation): row.statement_id for row in reversed(rows)}
    return next(((each, met[each]) for each in _CONTRASTS if each in met), None)
