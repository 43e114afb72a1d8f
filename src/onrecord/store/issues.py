"""Issues in the record: the codebook, what was found, and where each statement stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.record import Codebook, Concept, Stance, content_id
from onrecord.store import progress
from onrecord.store.progress import Progress
from onrecord.store.schema import codebooks, coding, issues, statement_issues, statements, verdicts

CHUNK = 500
"""Rows written or asked for at once."""

_ROWS = """SELECT statement_id, issue_id, chance, stance, stance_chance, supports_alone, opposes_alone
FROM statement_issues"""


@dataclass(frozen=True, slots=True)
class About:
    """What a statement is about: the issue's id with the probability of it, and the stance with that of it.

    `alone` are the probabilities that by itself it supports, and that it opposes.
    """

    issue_id: str
    chance: float
    stance: Stance
    stance_chance: float
    alone: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An issue as the record keeps it, without its statements."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    description: str | None = None
    parent_id: str | None = None
    coded: bool = False


def state(connection: Connection) -> Progress:
    """Return how far the record's statements have their issues."""
    return progress.progress(connection, coding)


def reached(connection: Connection, number: int, made_by: str) -> None:
    """Note that statements have their issues up to the change of this number."""
    progress.reached(connection, coding, number, made_by)


def codebook(connection: Connection) -> Codebook | None:
    """Return the codebook that statements are coded with, None where issues are found."""
    row = connection.execute(select(codebooks.c.concepts)).first()
    if row is None:
        return None
    told = (Concept(c["name"], c["description"], tuple(c["examples"]), c["parent"]) for c in row.concepts)
    return Codebook(tuple(told))


def use(connection: Connection, book: Codebook | None) -> None:
    """Leave this codebook in the record in place of the one before; None takes it away."""
    connection.execute(delete(codebooks))
    if book is not None:
        concepts = json.loads(json.dumps([asdict(concept) for concept in book.concepts]))
        connection.execute(insert(codebooks).values(id=1, digest=book.id, concepts=concepts))


def concept_id(name: str) -> str:
    """Return the id of a codebook's concept as an issue: it stays as long as its name does."""
    return content_id("concept", name)


def of_codebook(book: Codebook) -> tuple[Named, ...]:
    """Return the concepts of a codebook as issues, those above before those below them."""
    depth = {concept.name: len(list(book.above(concept.name))) for concept in book.concepts}
    ordered = sorted(book.concepts, key=lambda concept: depth[concept.name])
    return tuple(
        Named(
            concept_id(c.name),
            c.name,
            (),
            c.description or None,
            concept_id(c.parent) if c.parent else None,
            coded=True,
        )
        for c in ordered
    )


def names(connection: Connection) -> dict[str, str]:
    """Return the names of all issues by their ids."""
    return {row.id: row.name for row in connection.execute(select(issues.c.id, issues.c.name))}


def every(connection: Connection) -> dict[str, About]:
    """Return what all statements are about, by their ids."""
    # The rows as they are: four times as fast as by way of SQLAlchemy's.
    rows = connection.connection.cursor().execute(_ROWS).fetchall()
    return {
        key: About(issue, chance, Stance(stance), sure, None if supports is None else (supports, opposes))
        for key, issue, chance, stance, sure, supports, opposes in rows
    }


def settle(connection: Connection, found: Sequence[Named], about: Mapping[str, About]) -> None:
    """Leave these issues, and what these statements say of them, in the record and no others.

    Only what differs from what is there is written.
    """
    keep_issues(connection, found)
    before = every(connection)
    changed = {key: about.get(key) for key in {*before, *about} if before.get(key) != about.get(key)}
    keep(connection, sorted(changed), {key: each for key, each in changed.items() if each is not None})
    gone = sorted(names(connection).keys() - {each.id for each in found})
    for at in range(0, len(gone), CHUNK):
        connection.execute(update(issues).where(issues.c.id.in_(gone[at : at + CHUNK])).values(parent_id=None))
    for at in range(0, len(gone), CHUNK):
        connection.execute(delete(issues).where(issues.c.id.in_(gone[at : at + CHUNK])))


def keep_issues(connection: Connection, found: Iterable[Named]) -> None:
    """Leave these issues in the record beside those that are there, with the names that they have now."""
    rows = [{**asdict(each), "words": list(each.words)} for each in found]
    for at in range(0, len(rows), CHUNK):
        query = upsert(issues).values(rows[at : at + CHUNK])
        told = {name: query.excluded[name] for name in ("name", "words", "description", "parent_id", "coded")}
        connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=told))


def keep(connection: Connection, statement_ids: Sequence[str], about: dict[str, About]) -> None:
    """Leave what these statements are about in the record: those that `about` lacks are about nothing."""
    for at in range(0, len(statement_ids), CHUNK):
        part = statement_ids[at : at + CHUNK]
        connection.execute(delete(statement_issues).where(statement_issues.c.statement_id.in_(part)))
        rows = [{"statement_id": key, **_row(about[key])} for key in part if key in about]
        if rows:
            connection.execute(insert(statement_issues), rows)


def _row(about: About) -> dict[str, Any]:
    return {
        "issue_id": about.issue_id,
        "chance": about.chance,
        "stance": about.stance.value,
        "stance_chance": about.stance_chance,
        "supports_alone": about.alone[0] if about.alone else None,
        "opposes_alone": about.alone[1] if about.alone else None,
    }


def judged_issues(within: Sequence[str] | Select[Any] | None = None) -> Subquery:
    """Return what statements are about as people judged it, with the columns of ``statement_issues``.

    An issue or a stance that a person gave is certain. Who judges a stance where no issue is known says nothing.
    `within` are the ids of the statements asked for, all by default. SQLite does not carry such a condition into both
    halves by itself: asked from without, each page of a statement read all rows of a million.
    """
    told = statement_issues.c
    machine = select(told.statement_id, told.issue_id, told.chance, told.stance, told.stance_chance).where(untouched())
    judged = _judged()
    if within is not None:
        machine = machine.where(told.statement_id.in_(within))
        judged = judged.where(verdicts.c.statement_id.in_(within))
    return union_all(machine, judged).subquery("about")


def overruling() -> Subquery:
    """Return the rows of :func:`judged_issues` in which people gave an issue or a stance: the few that they judged."""
    return _judged().subquery("judged")


def untouched() -> ColumnElement[bool]:
    """Return the condition on rows of ``statement_issues`` that people gave neither an issue nor a stance."""
    return statement_issues.c.statement_id.not_in(select(verdicts.c.statement_id).where(_given()))


def _given() -> ColumnElement[bool]:
    return or_(*(func.json_type(verdicts.c.corrections, f"$.{name}").is_not(None) for name in ("issue", "stance")))


def _judged() -> Select[Any]:
    v, told = verdicts.c, statement_issues.c
    issue, stance = (func.json_type(v.corrections, f"$.{name}").is_not(None) for name in ("issue", "stance"))
    named = func.json_extract(v.corrections, "$.issue.id")
    return (
        select(
            v.statement_id.label("statement_id"),
            case((issue, named), else_=told.issue_id).label("issue_id"),
            case((issue, 1.0), else_=told.chance).label("chance"),
            func.coalesce(func.json_extract(v.corrections, "$.stance"), told.stance).label("stance"),
            case((stance, 1.0), else_=told.stance_chance).label("stance_chance"),
        )
        .select_from(verdicts)
        .outerjoin(statement_issues, told.statement_id == v.statement_id)
        .where(_given(), v.statement_id.in_(select(statements.c.id)))
        .where(case((issue, named), else_=told.issue_id).in_(select(issues.c.id)))
    )


def about_of(connection: Connection, statement_ids: Sequence[str]) -> dict[str, About]:
    """Return what these statements are about, by id; a few hundred at most."""
    c = statement_issues.c
    rows = connection.execute(select(statement_issues).where(c.statement_id.in_(statement_ids)))
    return {r.statement_id: About(r.issue_id, r.chance, Stance(r.stance), r.stance_chance) for r in rows}
