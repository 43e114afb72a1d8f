"""A record of many invented articles of which it is told what they are about and what tells the same, by chance."""

from __future__ import annotations

from pathlib import Path
from random import Random

from sqlalchemy import insert, select
from tests.query.crowd import crowd

from onrecord.query import find
from onrecord.record import Field, Stance
from onrecord.run.reviewing import REJECT, Judge, correct, judge
from onrecord.store import Store, alignments, changes
from onrecord.store import issues as kept
from onrecord.store.schema import actors, occasions, statements, tellings, utterances

ISSUES = [kept.Named(each * 24, name) for each, name in (("a", "harbour dues"), ("b", "inner quay"), ("c", "tides"))]
BY = "2031-04-01T00:00:00Z"


def stands(path: Path, articles: int = 40, seed: int = 3) -> Store:
    """Return the record, open."""
    chance = Random(seed)
    store = Store.open(path, create=True)
    crowd(store, articles)
    tell(store, chance)
    said_about(store, chance)
    return store


def said_about(store: Store, chance: Random) -> None:
    """Give three in four statements an issue and a stance, in place of what they had."""
    with store.writing() as connection:
        ids = connection.execute(select(statements.c.id).order_by(statements.c.id)).scalars().all()
        about = {
            each: kept.About(chance.choice(ISSUES).id, chance.choice((0.5, 0.9)), chance.choice(list(Stance)), 0.8)
            for each in ids
            if chance.random() < 0.75
        }
        kept.settle(connection, ISSUES, about)
        kept.reached(connection, changes.latest(connection), "by chance")


def tell(store: Store, chance: Random) -> None:
    """Let most statements tell utterances of two to four, mostly of one speaker, some statements two of these."""
    with store.writing() as connection:
        query = select(actors.c.name, statements.c.id).join(statements, statements.c.actor_id == actors.c.id)
        known = [(row[0], row[1]) for row in connection.execute(query.order_by(statements.c.id))]
        ids = [each for _, each in sorted(known, key=lambda one: (one[0], chance.random()))]
        for number in range(len(ids) // 3):
            one = f"{chance.getrandbits(96):024x}"
            connection.execute(insert(occasions).values(id=one, speakers=[]))
            connection.execute(insert(utterances).values(id=one, occasion_id=one))
            for at, each in enumerate(sorted(set(ids[3 * number : 3 * number + chance.randint(2, 4)]))):
                relation = "paraphrase" if at else "full"
                connection.execute(insert(tellings).values(utterance_id=one, statement_id=each, relation=relation))
        alignments.reached(connection, changes.latest(connection), "by chance")


def judge_some(store: Store, chance: Random, number: int = 6) -> None:
    """Let a person reject some statements, and correct the speaker, issue or stance of others."""
    found = list(find(store))
    actor = next(each.statement.speaker.id for each in found if each.statement.speaker and each.speaker == "Ada Mott")
    given = {"actor": actor, "name": "Ada Mott", "kind": "person"}
    decisions = (
        REJECT,
        correct(Field.SPEAKER, given),
        correct(Field.SPEAKER, None),
        correct(Field.HYPOTHETICAL, True),
        correct(Field.STANCE, "support"),
        correct(Field.ISSUE, {"id": ISSUES[0].id, "name": ISSUES[0].name}),
    )
    for at, each in enumerate(chance.sample(found, number)):
        judge(store, each.id, [decisions[at % len(decisions)]], Judge("ann", BY), seen=0)
