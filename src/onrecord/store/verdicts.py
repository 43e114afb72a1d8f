"""Statements as people judged them: derived from the log, kept beside what the machine found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from onrecord.errors import OnrecordError
from onrecord.record import Actor, Applied, Field, Statement, Status, Verdict, corrected, verdict
from onrecord.store import changes, fulltext, identities, judgements, nouns, rows
from onrecord.store.schema import bearings, documents, verdicts

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Held:
    """What is kept of a statement's judgements: the version, where it stands, the corrections that hold."""

    version: int
    status: Status
    corrections: Mapping[Field, Any]


NEVER = Held(0, Status.OPEN, {})
"""What holds of a statement that nobody judged."""


def held(connection: Connection, ids: Sequence[str]) -> dict[str, Held]:
    """Return what is kept of those of these statements that were ever judged; a few hundred at most."""
    c = verdicts.c
    query = select(c.statement_id, c.version, c.status, c.corrections).where(c.statement_id.in_(ids))
    return {
        row.statement_id: Held(row.version, Status(row.status), {Field(k): v for k, v in row.corrections.items()})
        for row in connection.execute(query)
    }


def present(connection: Connection, found: Mapping[str, Statement], kept: Mapping[str, Held]) -> dict[str, Applied]:
    """Return those of the statements that have corrections, with these applied."""
    wanted = [key for key in found if key in kept and kept[key].corrections]
    if not wanted:
        return {}
    of = sorted({found[key].attribution.document_id for key in wanted})
    texts = {
        r.id: r.text for r in connection.execute(select(documents.c.id, documents.c.text).where(documents.c.id.in_(of)))
    }
    named = {value["actor"] for key in wanted for value in kept[key].corrections.values() if _is_actor(value)}
    cited = nouns.actors_by_id(connection, named) if named else {}
    applied = {}
    for key in wanted:
        document_id = found[key].attribution.document_id
        applied[key] = corrected(found[key], texts[document_id], kept[key].corrections, _within(cited, document_id))
    return applied


def _is_actor(value: Any) -> bool:  # noqa: ANN401 (JSON)
    return isinstance(value, dict) and bool(value.get("actor"))


def _within(cited: Mapping[str, Actor], document_id: str) -> Callable[[str], Actor | None]:
    def find(actor_id: str) -> Actor | None:
        actor = cited.get(actor_id)
        return actor if actor is not None and actor.document_id == document_id else None

    return find


def settle(connection: Connection, statement_ids: Iterable[str] | None = None, *, anew: bool = True) -> None:
    """Leave what the judgements come to in the record, of these statements or of all that were ever judged.

    The full-text index then holds each of them as judged; without `anew` only those of which other corrections
    hold than before are put in it, for which nothing else may have changed.
    """
    wanted = _judged(connection) if statement_ids is None else sorted(set(statement_ids))
    for at in range(0, len(wanted), CHUNK):
        _settle(connection, wanted[at : at + CHUNK], anew)


def read_anew(connection: Connection, statement_ids: Iterable[str]) -> None:
    """Settle those of these statements that were ever judged: their document was read anew."""
    ids = sorted(set(statement_ids))
    for at in range(0, len(ids), CHUNK):
        query = select(bearings.c.statement_id).distinct().where(bearings.c.statement_id.in_(ids[at : at + CHUNK]))
        settle(connection, connection.execute(query).scalars().all())


def _judged(connection: Connection) -> list[str]:
    query = select(bearings.c.statement_id).distinct().order_by(bearings.c.statement_id)
    return list(connection.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class _Derived:
    """What the log gives of statements, by id: verdicts, what is kept of these, the statements, those corrected."""

    come: Mapping[str, Verdict]
    kept: Mapping[str, Held]
    found: Mapping[str, Statement]
    applied: Mapping[str, Applied]

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows to keep."""
        for key, held in self.kept.items():
            statement = self.applied[key].statement if key in self.applied else self.found.get(key)
            yield {"statement_id": key, **_told(self.come[key]), **_columns(statement, held.corrections)}


def _derived(connection: Connection, ids: Sequence[str]) -> _Derived:
    come = {key: verdict(judgements.of_statement(connection, key)) for key in ids}
    kept = {key: Held(v.version, v.status, v.corrections) for key, v in come.items() if v.version}
    found = nouns.statements_by_id(connection, ids)
    return _Derived(come, kept, found, present(connection, found, kept))


def _settle(connection: Connection, ids: Sequence[str], anew: bool) -> None:
    before, now = held(connection, ids), _derived(connection, ids)
    connection.execute(delete(verdicts).where(verdicts.c.statement_id.in_(ids)))
    made = list(now.rows())
    if made:
        connection.execute(insert(verdicts), made)
    other = {k: s for k, s in now.found.items() if anew or _corrections(before, k) != _corrections(now.kept, k)}
    fulltext.delete(connection, other)
    fulltext.insert(connection, _entries(connection, other, now.kept, now.applied))
    changes.touch(connection, sorted({statement.attribution.document_id for statement in now.found.values()}))


def _corrections(held: Mapping[str, Held], key: str) -> Mapping[Field, Any]:
    return held.get(key, NEVER).corrections


def _told(come: Verdict) -> dict[str, Any]:
    corrections = {field.value: come.corrections[field] for field in sorted(come.corrections)}
    return {"version": come.version, "status": come.status.value, "corrections": corrections}


_COLUMNS = (
    *("form", "act", "actor_id", "addressee_id", "relay_id", "said_start", "said_end", "setting", "stated"),
    *("type", "conditional", "negated", "hypothetical"),
)
_NAMED = {"actor_id": Field.SPEAKER, "addressee_id": Field.ADDRESSEE, "relay_id": Field.RELAY}


def _columns(statement: Statement | None, corrections: Mapping[Field, Any]) -> dict[str, Any]:
    """Return the columns that statements are chosen by, as judged; None where the statement is there no longer."""
    if statement is None:
        return dict.fromkeys(_COLUMNS)
    whole = rows.statement_columns(statement)
    for column, field in _NAMED.items():
        if corrections.get(field):
            whole[column] = corrections[field]["actor"]
    return {name: whole[name] for name in _COLUMNS}


def entries(connection: Connection, found: Mapping[str, Statement]) -> Iterator[fulltext.Entry]:
    """Yield what the full-text index is to hold of statements: their words as judged, their speakers' names."""
    kept = held(connection, list(found))
    yield from _entries(connection, found, kept, present(connection, found, kept))


def _entries(
    connection: Connection, found: Mapping[str, Statement], kept: Mapping[str, Held], applied: Mapping[str, Applied]
) -> Iterator[fulltext.Entry]:
    articles = {
        key: nouns.document_of(connection, key) for key in sorted({s.attribution.document_id for s in found.values()})
    }
    for key, machine in found.items():
        statement = applied[key].statement if key in applied else machine
        document = articles[machine.attribution.document_id]
        if document is None:
            continue
        entry = replace(rows.search_entry(statement, document), statement_id=key)
        speaker = statement.speaker
        corrections = _corrections(kept, key)
        anchor = (corrections.get(Field.SPEAKER) or {}).get("actor") or (speaker.id if speaker else None)
        if speaker is not None:
            known = identities.name_of(connection, anchor) if anchor else None
            entry = replace(entry, speaker=identities.speaker_words(speaker.name, known))
        yield entry


def differences(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield of each statement what the record keeps of its judgements otherwise than the log gives, in words."""
    kept = {row["statement_id"]: dict(row) for row in connection.execute(select(verdicts)).mappings()}
    for key in _judged(connection):
        try:
            made = next(_derived(connection, [key]).rows(), None)
        except (OnrecordError, ValueError, TypeError):
            made = None  # the log is damaged, which is told of the judgement
        if kept.pop(key, None) != made:
            yield key, "what is kept of its judgements is not what the log gives"
    for statement_id in kept:
        yield statement_id, "a verdict is kept of it, and the log has no judgement"
