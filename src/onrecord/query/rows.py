"""The rows of a comparison, with what each article tells of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from onrecord.query.compared import Cell, Row
from onrecord.query.retold import differences_of
from onrecord.query.speakers import telling
from onrecord.query.statements import reported
from onrecord.query.tellings import ReportedTelling, Speaking
from onrecord.query.told import told_of
from onrecord.query.told_once import Found
from onrecord.query.witnesses import Witness, witnesses
from onrecord.record import Relation, Told
from onrecord.store.schema import statements, tellings

CHUNK = 400
"""Rows asked for at once."""

_BEST = {relation: place for place, relation in enumerate(Relation)}


def cells_of(connection: Connection, document_ids: Sequence[str], found: Sequence[Found]) -> Iterator[Row]:
    """Yield the rows with what each article tells of them."""
    seen = witnesses(connection, document_ids)
    for at in range(0, len(found), CHUNK // 4):
        part = found[at : at + CHUNK // 4]
        yield from _cells(connection, document_ids, part, seen)


def _cells(
    connection: Connection, document_ids: Sequence[str], found: Sequence[Found], seen: dict[str, Witness]
) -> Iterator[Row]:
    of = _Utterances(connection, [each for row in found for each in row.utterances])
    ids = sorted({each for row in found for each in row.statements} | set(of.fullest.values()))
    shown = {each.id: each for each in reported(connection, ids)}
    told = told_of(connection, ids, everything=True)
    numbers = {key: number for number, key in enumerate(dict.fromkeys(seen[each].family for each in document_ids), 1)}
    for row in found:
        key = row.utterance_id
        first = of.fullest[key] if key else row.statements[0]
        fullest = told[first]
        cells: defaultdict[str, list[ReportedTelling]] = defaultdict(list)
        for each in row.statements:
            document_id = shown[each].heading.document_id
            cells[document_id].append(
                ReportedTelling(
                    reported=shown[each],
                    relation=of.relation(row, each),
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
            passage=row.passage,
            cue=shown[first].cue,
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
        told_in = select(tellings.c.utterance_id, statements.c.document_id).join(statements).distinct()
        self.documents: defaultdict[str, set[str]] = defaultdict(set)
        for row in connection.execute(told_in.where(tellings.c.utterance_id.in_(ids))):
            self.documents[row.utterance_id].add(row.document_id)
        self.speakers = telling(connection, ids)

    def relation(self, row: Found, statement_id: str) -> Relation:
        """Return what a statement is to the fullest telling, in the first of the row's utterances that it tells."""
        relations = (self.relations.get((each, statement_id)) for each in row.utterances)
        return next((each for each in relations if each is not None), Relation.FULL)
