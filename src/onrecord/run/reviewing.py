"""People's judgements of statements: checked against what they saw, appended to the log, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from onrecord.errors import ConflictError, InputError, MissingError
from onrecord.record import (
    ACTOR_FIELDS,
    Actor,
    Field,
    Judgement,
    JudgementKind,
    Statement,
    Verdict,
    canonical,
    corrected,
    in_force,
    verdict,
)
from onrecord.run.aligning import kept_aligned
from onrecord.store import Store, judgements, nouns, verdicts
from onrecord.store.schema import actors, documents, members


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges, when (ISO 8601, UTC) and why."""

    author: str
    made_at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided of a statement: ACCEPTED, REJECTED, or CORRECTED with a field and its value as JSON."""

    kind: JudgementKind
    field: Field | None = None
    value: Any = None


ACCEPT, REJECT = Decision(JudgementKind.ACCEPTED), Decision(JudgementKind.REJECTED)


def correct(field: Field, value: Any) -> Decision:  # noqa: ANN401 (JSON)
    """Return the decision that a field has this value, as :func:`onrecord.record.canonical` takes it."""
    return Decision(JudgementKind.CORRECTED, field, value)


def judge(
    store: Store, statement_id: str, decisions: Sequence[Decision], judge: Judge, *, seen: int
) -> tuple[int, ...]:
    """Append decisions on a statement, all or none; return their numbers in the log.

    `seen` is the version that the judge had before them. Raises ConflictError, with nothing written, where somebody
    has judged the statement since, MissingError without the statement, InputError for a value that does not fit.
    """
    if not decisions:
        raise InputError("nothing was decided")
    with store.writing() as connection:
        before = _unchanged(connection, statement_id, seen)
        statement = _statement(connection, statement_id)
        made = [_judgement(connection, statement, each, judge, seen + at) for at, each in enumerate(decisions)]
        _fitting(connection, statement, before, made)
        with kept_aligned(connection):
            numbers = tuple(judgements.add(connection, each) for each in made)
            verdicts.settle(connection, [statement_id], anew=False)
    return numbers


def undo(store: Store, statement_id: str, judge: Judge, *, seen: int, number: int | None = None) -> int:
    """Withdraw the last judgement of a statement that holds, or that of this `number`; return the new one's number.

    A withdrawal has a number too: withdrawn, what it took back holds again. Raises ConflictError where somebody
    has judged the statement since `seen`, MissingError where there is nothing to withdraw.
    """
    with store.writing() as connection:
        _unchanged(connection, statement_id, seen)
        made = dict(judgements.of_statement(connection, statement_id))
        holding = dict(in_force(made.items()))
        last = max(holding, default=None) if number is None else number
        if last is None or last not in made:
            raise MissingError(f"statement {statement_id[:8]} has no such judgement to withdraw")
        withdrawn = Judgement(
            judge.author, judge.made_at, JudgementKind.WITHDRAWN, (made[last].id,), reason=judge.reason, seen=seen
        )
        with kept_aligned(connection):
            added = judgements.add(connection, withdrawn)
            # What was judged of several statements as tellings bears on all of them.
            verdicts.settle(connection, judgements.statements_of(connection, withdrawn), anew=False)
    return added


def _statement(connection: Connection, statement_id: str) -> Statement:
    found = nouns.statements_by_id(connection, [statement_id]).get(statement_id)
    if found is None:
        raise MissingError(f"there is no statement {statement_id}")
    return found


def _unchanged(connection: Connection, statement_id: str, seen: int) -> Verdict:
    """Return what was judged so far. Raises ConflictError where that is not what was seen."""
    before = verdict(judgements.of_statement(connection, statement_id))
    if before.version != seen:
        raise ConflictError(
            f"statement {statement_id[:8]} was judged {before.version} times, you saw {seen}: "
            "look at what it is now, then judge"
        )
    return before


def _judgement(connection: Connection, statement: Statement, made: Decision, judge: Judge, seen: int) -> Judgement:
    value = None
    if made.kind is JudgementKind.CORRECTED and made.field is not None:
        given = made.value
        if made.field in ACTOR_FIELDS and isinstance(given, dict) and given.get("actor"):
            anchor = _anchor(connection, statement.attribution.document_id, given["actor"])
            given = {**given, "actor": anchor}
        value = canonical(made.field, given)
    return Judgement(
        judge.author, judge.made_at, made.kind, (statement.id,), value, judge.reason, field=made.field, seen=seen
    )


def _anchor(connection: Connection, document_id: str, given: Any) -> str:  # noqa: ANN401
    """Return the id of the actor of a document that stands for whom is meant: of this document where there is one.

    `given` is the id of such an actor, or of one across documents. Raises InputError for an id of neither.
    """
    if isinstance(given, str):
        if connection.execute(select(actors.c.id).where(actors.c.id == given)).first():
            return given
        query = select(actors.c.id).join(members).where(members.c.identity_id == given)
        here = (actors.c.document_id != document_id, actors.c.id)
        found = connection.execute(query.order_by(*here).limit(1)).scalar()
        if found is not None:
            return str(found)
    raise InputError(f"there is no actor {given!r}")


def _fitting(connection: Connection, statement: Statement, before: Verdict, made: Sequence[Judgement]) -> None:
    """Raise InputError where a correction does not fit the text, or the statement as it would then be."""
    new = verdict(enumerate(made)).corrections
    if not new:
        return
    document_id = statement.attribution.document_id
    text = connection.execute(select(documents.c.text).where(documents.c.id == document_id)).scalar_one()
    named = [value["actor"] for value in new.values() if isinstance(value, dict) and value.get("actor")]
    cited = nouns.actors_by_id(connection, named) if named else {}

    def here(actor_id: str) -> Actor | None:
        actor = cited.get(actor_id)
        return actor if actor is not None and actor.document_id == document_id else None

    unfit = corrected(statement, text, {**before.corrections, **new}, here).unfit
    for field in new:
        if field in unfit:
            raise InputError(unfit[field])
