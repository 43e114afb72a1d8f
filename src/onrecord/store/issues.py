"""Issues in the record: the codebook, what was found, and where each statement stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.record import Codebook, Concept, Stance, content_id
from onrecord.store.schema import codebooks, coding, issues, statement_issues

CHUNK = 500
"""Rows written or asked for at once."""


@dataclass(frozen=True, slots=True)
class About:
    """What a statement is about: the issue's id with the probability of it, and the stance with that of it."""

    issue_id: str
    chance: float
    stance: Stance
    stance_chance: float


@dataclass(frozen=True, slots=True)
class Named:
    """An issue as the record keeps it, without its statements."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    description: str | None = None
    parent_id: str | None = None
    coded: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Up to which change statements have their issues, how often these changed, and by what."""

    number: int = 0
    version: int = 0
    made_by: str = ""


def state(connection: Connection) -> State:
    """Return how far the record's statements have their issues."""
    row = connection.execute(select(coding.c.number, coding.c.version, coding.c.made_by)).first()
    return State(row.number, row.version, row.made_by) if row else State()


def reached(connection: Connection, number: int, made_by: str) -> None:
    """Note that statements have their issues up to the change of this number."""
    told = {"number": number, "version": state(connection).version + 1, "made_by": made_by}
    query = upsert(coding).values(id=1, **told)
    connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=told))


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


def clear(connection: Connection) -> None:
    """Take away all issues, and what statements say of them."""
    connection.execute(delete(statement_issues))
    connection.execute(update(issues).values(parent_id=None))
    connection.execute(delete(issues))


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
    }


def drop_empty(connection: Connection) -> None:
    """Take away found issues that no statement is about."""
    held = select(statement_issues.c.issue_id)
    connection.execute(delete(issues).where(issues.c.coded.is_(False), issues.c.id.not_in(held)))


def about_of(connection: Connection, statement_ids: Sequence[str]) -> dict[str, About]:
    """Return what these statements are about, by id; a few hundred at most."""
    c = statement_issues.c
    rows = connection.execute(select(statement_issues).where(c.statement_id.in_(statement_ids)))
    return {r.statement_id: About(r.issue_id, r.chance, Stance(r.stance), r.stance_chance) for r in rows}
