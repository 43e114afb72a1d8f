"""Who is who follows what changes, and is always what it would be from scratch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select
from tests import fakes
from tests.run.arrivals import Arrival, made_up

from onrecord import clean
from onrecord.errors import OnrecordError
from onrecord.query import actor, actors
from onrecord.record import Actor, ActorKind, Attribution, Capture, Form, Statement
from onrecord.resolve.identity import appearances
from onrecord.run import judging
from onrecord.run.article import Article
from onrecord.run.identify import identify
from onrecord.run.verification import identity_findings
from onrecord.store import Store, changes, named
from onrecord.store.identities import unidentified
from onrecord.store.schema import nodes

NAMES = (
    *("Ilan Verek", "President Ilan Verek", "Verek", "I. Verek", "Hedda Lorn", "Lorn", "Hedda Lorn-Aske", "Aske"),
    *("Bo Lund", "Lund", "Tern News", "the Tern News newspaper", "Angela Merkel", "Merkel", "John Smith", "Smith"),
)


def article(number: int, chance: Random) -> Arrival:
    """Return an article in which some of the people speak, some by their family names alone."""
    said = [f"“We will see about that, number {number}.{n},” said {chance.choice(NAMES)}.\n" for n in range(4)]
    capture: Capture = fakes.capture(
        "\n".join(["News of the day\n", *said]), f"news/{number}.txt", published=f"2031-03-{1 + number % 9:02}"
    )
    document = clean.document(capture)
    made = []
    for line in said:
        start = document.text.index(line.strip())
        content = document.span(start + 1, start + line.index("”"))
        name = document.span(start + line.index(" said ") + 6, start + len(line.strip()) - 1)
        kind = ActorKind.ORGANISATION if "Tern" in name.words else ActorKind.PERSON
        spoken = Attribution(
            document.id, (name,), (document.span(name.start - 5, name.start - 1),), (content,), Form.DIRECT, 0.9
        )
        made.append(Statement(spoken, Actor(document.id, kind, name.words, (name,)), "name"))
    cast = appearances(document, [one.speaker for one in made if one.speaker])
    return Arrival(capture, Article(document, tuple(made), appearances=cast))


def add(store: Store, arrivals: list[Arrival]) -> None:
    """Leave articles in the record, and who is who."""
    with store.writing() as connection:
        for each in arrivals:
            found = each.article
            store.add(
                connection,
                each.capture,
                found.document,
                found.statements,
                made_by=fakes.MADE_BY,
                appearances=found.appearances,
            )
        identify(connection)


def wrong(store: Store) -> list[str]:
    """Return of whom the record says otherwise who they are than it would from scratch."""
    with store.reading() as connection:
        assert not unidentified(connection)
        return [f"{each.id} {each.wrong}" for each in identity_findings(connection)]


def judge(store: Store, chance: Random, number: int) -> None:
    """Merge two actors, take a member from one, name one or withdraw what was judged."""
    by = {"author": "ann", "made_at": f"2031-04-01T00:00:{number:02}"}
    known = [each.id for each in actors(store)]
    one, other = chance.sample(known, 2)
    what = chance.randrange(4)
    if what == 0:
        judging.merge(store, [one, other], **by)
    elif what == 1:
        judging.split(store, one, [chance.choice(actor(store, one).members).id], **by)
    elif what == 2:
        judging.rename(store, one, f"Somebody {number}", **by)
    else:
        judging.withdraw(store, chance.randint(1, 3), **by)


@pytest.mark.parametrize("seed", range(6))
def test_following_is_finding_from_scratch(tmp_path: Path, seed: int) -> None:
    """Articles in any order and in batches of any size, some read twice, judged in between: who is who is the same."""
    chance = Random(seed)
    left = [article(number, chance) for number in range(16)]
    left += [replace(each, article=replace(each.article, statements=each.article.statements[::2])) for each in left[:5]]
    chance.shuffle(left)
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        for number in range(60):
            if not left:
                break
            size = chance.randint(1, 6)
            batch, left = left[:size], left[size:]
            add(store, batch)
            assert wrong(store) == []
            try:
                judge(store, chance, number)
            except OnrecordError:
                continue  # nothing to withdraw yet, or judged before
            assert wrong(store) == []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of made-up coverage."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        add(store, made_up(20))
        yield store


def test_nothing_new_looks_at_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing changed nobody is looked at."""
    monkeypatch.setattr("onrecord.run.identify._follow", None)
    with store.writing() as connection:
        identify(connection)


def test_another_version_finds_all_anew(store: Store) -> None:
    """What another version found is found anew, and comes to the same."""
    with store.writing() as connection:
        named.reached(connection, named.State(changes.latest(connection), 0, "an earlier version"))
        connection.execute(nodes.update().values(names={}))
        identify(connection)
    assert wrong(store) == []
    with store.reading() as connection:
        assert {} not in connection.execute(select(nodes.c.names)).scalars().all()
