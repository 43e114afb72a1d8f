"""The rows of a comparison: what articles tell, utterance by utterance, statement by statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from onrecord.classify import LEAST
from onrecord.query.as_judged import as_judged, standing
from onrecord.query.compared import Cell, Row
from onrecord.query.passages import passages
from onrecord.query.retold import differences_of
from onrecord.query.speakers import speaking
from onrecord.query.statements import reported
from onrecord.query.tellings import ReportedTelling, Speaking
from onrecord.query.told import told_of
from onrecord.query.witnesses import Witness, witnesses
from onrecord.record import Relation, Told
from onrecord.store.schema import documents, occasions, statements, tellings, utterances

CHUNK = 400
"""Rows asked for at once."""

_BEST = {relation: place for place, relation in enumerate(Relation)}


@dataclass(frozen=True, slots=True)
class Found:
    """A row to be: the statements of the articles that tell it, and its utterances; none for a single statement.

    They are several where a long telling tells several, and the articles tell just the same of them.
    """

    utterances: tuple[str, ...]
    statements: tuple[str, ...]

    @property
    def utterance_id(self) -> str | None:
        """The first of its utterances."""
        return self.utterances[0] if self.utterances else None


def rows_of(connection: Connection, document_ids: Sequence[str]) -> list[Found]:
    """Return what these articles tell, what most of them tell first, then in order of the articles and their text.

    Utterances that are told by just the same statements of them are one row.
    """
    place = {document_id: number for number, document_id in enumerate(document_ids)}
    home = {row.id: (place[row.document_id], row.start) for row in _statements(connection, document_ids)}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    ids = sorted(home, key=lambda each: (home[each], each))
    for at in range(0, len(ids), CHUNK):
        query = select(tellings.c.utterance_id, tellings.c.statement_id)
        for row in connection.execute(query.where(tellings.c.statement_id.in_(ids[at : at + CHUNK]))):
            groups[row.utterance_id].append(row.statement_id)
    told = {each for group in groups.values() for each in group}
    same: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, group in groups.items():
        same[tuple(sorted(group, key=lambda each: (home[each], each)))].append(key)
    found = [Found(tuple(sorted(keys)), group) for group, keys in same.items()]
    found += [Found((), (each,)) for each in ids if each not in told]

    def order(row: Found) -> tuple[int, tuple[int, int], str]:
        return -len({home[each][0] for each in row.statements}), home[row.statements[0]], row.utterance_id or ""

    return sorted(found, key=order)


def _statements(connection: Connection, document_ids: Sequence[str]) -> Sequence[Any]:
    public = as_judged([lambda c: or_(c.stated.is_(None), c.stated >= LEAST)])
    s = statements.c
    query = select(s.id, s.document_id, s.start).join(documents, documents.c.id == s.document_id)
    return connection.execute(query.where(s.document_id.in_(document_ids), *public, standing(None))).all()


def cells_of(connection: Connection, document_ids: Sequence[str], found: Sequence[Found]) -> Iterator[Row]:
    """Yield the rows with what each article tells of them."""
    seen = witnesses(connection, document_ids)
    parts = passages(connection, _parted(found))
    for at in range(0, len(found), CHUNK // 4):
        part = found[at : at + CHUNK // 4]
        yield from _cells(connection, document_ids, part, seen, parts)


def _parted(found: Sequence[Found]) -> list[str]:
    """Return the utterances of rows that share a statement with another row: each tells a part of it."""
    rows = Counter(each for row in found for each in row.statements)
    return [row.utterances[0] for row in found if len(row.utterances) == 1 and any(rows[s] > 1 for s in row.statements)]


def _cells(
    connection: Connection,
    document_ids: Sequence[str],
    found: Sequence[Found],
    seen: dict[str, Witness],
    parts: Mapping[str, str],
) -> Iterator[Row]:
    of = _Utterances(connection, [each for row in found for each in row.utterances])
    ids = sorted({each for row in found for each in row.statements} | set(of.fullest.values()))
    shown = {each.id: each for each in reported(connection, ids)}
    told = told_of(connection, ids, everything=True)
    numbers = {key: number for number, key in enumerate(dict.fromkeys(seen[each].family for each in document_ids), 1)}
    for row in found:
        key = row.utterance_id
        fullest = told[of.fullest[key] if key else row.statements[0]]
        cells: defaultdict[str, list[ReportedTelling]] = defaultdict(list)
        for each in row.statements:
            document_id = shown[each].heading.document_id
            relation = of.relations[key, each] if key else Relation.FULL
            cells[document_id].append(
                ReportedTelling(
                    reported=shown[each],
                    relation=relation,
                    words=told[each].words,
                    differences=differences_of(fullest, told[each]),
                    witness=numbers[seen[document_id].family],
                    origin=seen[document_id].origin,
                )
            )
        yield Row(
            utterance_id=key,
            speakers=of.speakers[key] if key else _alone(told[row.statements[0]]),
            words=fullest.words,
            cells=tuple(_cell(each, cells.get(each, [])) for each in document_ids),
            elsewhere=len({d for each in row.utterances for d in of.documents[each]} - cells.keys()),
            passage=parts.get(key) if key else None,
        )


def _cell(document_id: str, found: list[ReportedTelling]) -> Cell:
    best = min((each.relation for each in found), key=_BEST.__getitem__, default=None)
    return Cell(document_id, tuple(found), best)


def _alone(told: Told) -> tuple[Speaking, ...]:
    return (Speaking(told.speaker, told.name),) if told.name else ()


class _Utterances:
    """What rows tell of their utterances: relations, the fullest telling, speakers, documents."""

    def __init__(self, connection: Connection, ids: Sequence[str]) -> None:
        query = select(tellings).where(tellings.c.utterance_id.in_(ids))
        rows = connection.execute(query).all()
        self.relations = {(row.utterance_id, row.statement_id): Relation(row.relation) for row in rows}
        self.fullest = {row.utterance_id: row.statement_id for row in rows if row.relation == Relation.FULL}
        telling = select(tellings.c.utterance_id, statements.c.document_id).join(statements).distinct()
        self.documents: defaultdict[str, set[str]] = defaultdict(set)
        for row in connection.execute(telling.where(tellings.c.utterance_id.in_(ids))):
            self.documents[row.utterance_id].add(row.document_id)
        homes = select(utterances.c.id, occasions.c.speakers).join(occasions).where(utterances.c.id.in_(ids))
        self.speakers = speaking(connection, {row.id: row.speakers for row in connection.execute(homes)})
