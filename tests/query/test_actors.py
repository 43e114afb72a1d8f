"""Actors are listed in a defined order, by pages, and found by any of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.query.crowd import crowd
from tests.store.filled import fill

from onrecord.errors import SettingsError
from onrecord.query import ActorFilter, Filter, actor, actors, find
from onrecord.query.actors import actor_page, called
from onrecord.record import ActorKind, Identity
from onrecord.store import Store, identities


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of some articles, their speakers known across them."""
    with Store.open(tmp_path / "r.onrecord", create=True) as opened:
        crowd(opened, 15)
        yield opened


def test_those_with_most_statements_come_first(store: Store) -> None:
    """Numbers are those of the statements, whatever they are, and of the documents that hold them."""
    told = list(find(store, Filter(everything=True)))
    numbers = Counter(each.speaker for each in told)
    found = actors(store)
    assert [each.statements for each in found] == sorted((each.statements for each in found), reverse=True)
    assert {each.name: each.statements for each in found if each.statements} == numbers
    for each in found:
        assert each.documents == len({t.heading.document_id for t in told if t.speaker == each.name})
        assert actor(store, each.id).listed == each


def test_pages_together_are_the_whole_list(store: Store) -> None:
    """Each actor comes once, in order."""
    found, after = [], None
    while True:
        page = actor_page(store, ActorFilter(), after=after, size=2)
        found += page.actors
        after = page.next
        if after is None:
            break
    assert tuple(found) == actors(store)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("mott", {"Ada Mott"}),
        ("ada MOTT", {"Ada Mott"}),
        ("olgaard", set()),
        ("ølgaard", {"Inge Ølgaard"}),
        ("lun*", {"Bo Lund"}),
        ('"Lund Bo"', set()),
        ("?", set()),
        ("Ada Lund", set()),
    ],
)
def test_actors_are_found_by_words_of_their_names(store: Store, asked: str, names: set[str]) -> None:
    """All words must occur in one name, compared without case."""
    assert {each.name for each in actors(store, ActorFilter(name=asked))} == names


def test_actors_are_found_by_names_met_in_documents(tmp_path: Path) -> None:
    """Who is called otherwise across documents is found by either name, not by a mixture of them."""
    with Store.open(tmp_path / "r", create=True) as store:
        fill(store)
        with store.writing() as connection:
            met = {
                each.name: each.actor_id for each, _ in identities.appearances(connection) if each.name == "Ada Mott"
            }
            made = [Identity("a" * 24, ActorKind.PERSON, "Lady Tern", tuple(met.values()))]
            identities.keep(connection, made, made)
        found = [
            [each.name for each in actors(store, ActorFilter(name=asked))] for asked in ("tern", "mott", "ada tern")
        ]
        assert found == [["Lady Tern"], ["Lady Tern"], []]
        assert (called(store, "a" * 24), called(store, "b" * 24)) == ("Lady Tern", None)


def test_kinds_and_limits_count(store: Store) -> None:
    """Only those of the kind come, and no more than wanted."""
    assert actors(store, ActorFilter(kind=ActorKind.GROUP)) == ()
    assert actors(store, ActorFilter(limit=2)) == actors(store)[:2]
    assert actors(store, ActorFilter(doubtful=True)) == ()


def test_a_cursor_that_is_none_is_told(store: Store) -> None:
    """A damaged address is refused."""
    with pytest.raises(SettingsError):
        actor_page(store, ActorFilter(), after="nonsense")


def test_identities_that_change_are_followed(store: Store) -> None:
    """Renaming one and parting another leaves the list, the pages and the search as if made at once."""
    before = {each.name: each for each in actors(store)}
    with store.writing() as connection:
        met: dict[str, list[str]] = {}
        for each, _ in identities.appearances(connection):
            met.setdefault(each.name, []).append(each.actor_id)
        mott, lund = met.pop("Ada Mott"), met.pop("Bo Lund")
        made = [Identity(before["Ada Mott"].id, ActorKind.PERSON, "Ada Mott-Tern", tuple(mott))]
        made += [Identity(f"{n:024x}", ActorKind.PERSON, f"Bo Lund {n}", (one,)) for n, one in enumerate(lund)]
        made += [Identity(before[name].id, ActorKind.PERSON, name, tuple(met[name])) for name in sorted(met)]
        identities.keep(connection, made, made)
    after = {each.name: each for each in actors(store)}
    assert after["Ada Mott-Tern"].statements == before["Ada Mott"].statements
    assert (
        sum(each.statements for name, each in after.items() if name.startswith("Bo Lund"))
        == before["Bo Lund"].statements
    )
    assert len(list(find(store, Filter(speaker="mott-tern", everything=True)))) == after["Ada Mott-Tern"].statements
    assert after["Inge Ølgaard"] == before["Inge Ølgaard"]
