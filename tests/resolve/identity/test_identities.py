"""One actor across documents: what is joined, what stays apart, what stays in doubt."""

import random

import pytest
from tests.resolve.identity.made import met, of

from onrecord.record import ActorKind
from onrecord.record.identity import Appearance
from onrecord.resolve.authority import authority
from onrecord.resolve.identity import Identities, identities
from onrecord.resolve.identity.clusters import MOST

UNNAMED, GROUP, ORGANISATION = ActorKind.UNNAMED, ActorKind.GROUP, ActorKind.ORGANISATION


def newsroom() -> list[Appearance]:
    """Return appearances of a few people in many documents, with namesakes, short names and bodies."""
    return [
        met("Pavo Strin", "foreign minister of Peru", actor="a1", day="2018-04-01"),
        met("Pavo Strin", "Peruvian foreign minister", actor="a2", day="2018-04-03"),
        met("P. Strin", "Peru's foreign minister", actor="a3", day="2018-04-05"),
        met("Strin", "foreign minister of Peru", actor="a4", day="2018-04-05"),
        met("Strin", actor="a5", day="2018-04-09"),
        met("Pavo Strin", "striker", actor="a6", day="2018-04-02"),
        met("Vladimir Putin", actor="a7"),
        met("Putin", "Russian President", actor="a8"),
        met("Vladimir Vladimirovich Putin", actor="a9"),
        met("Asel Dam Workers' Union", kind=ORGANISATION, names=("ADWU",), actor="b1"),
        met("ADWU", kind=ORGANISATION, actor="b2"),
        met("farmers of the Asel valley", kind=GROUP, actor="g1"),
        met("the farmers of the Asel valley", kind=GROUP, actor="g2"),
        met("a senior official", kind=UNNAMED, actor="u1"),
        met("a senior official", kind=UNNAMED, actor="u2"),
        met("John Smith", actor="s1", day="2012-01-01"),
        met("John Smith", actor="s2", day="2018-01-01"),
    ]


@pytest.mark.parametrize(
    "together", [("a1", "a2", "a3", "a4"), ("a7", "a8", "a9"), ("b1", "b2"), ("g1", "g2")], ids=lambda t: t[0]
)
def test_one_actor(together: tuple[str, ...]) -> None:
    """Forms of one name with fitting roles, an acronym that a document tells, a group in the same words are one."""
    assert of(identities(newsroom()), together[0]).members == together


@pytest.mark.parametrize("alone", ["a5", "a6", "u1", "u2", "s1", "s2"])
def test_alone(alone: str) -> None:
    """A bare family name, a namesake of another trade, unnamed sources and frequent names stay by themselves."""
    assert of(identities(newsroom()), alone).members == (alone,)


def test_doubt_gives_candidates_with_reasons() -> None:
    """A bare family name may be any of its bearers: they are candidates, the best first, with a reason in words."""
    found = identities(newsroom())
    candidates = of(found, "a5").candidates
    assert of(found, "a1").id in {candidate.id for candidate in candidates}
    assert candidates[0].score == max(candidate.score for candidate in candidates)
    assert all(candidate.reason for candidate in candidates)


def test_the_authority_gives_name_and_id() -> None:
    """Whom the authority knows has its name and Wikidata id, and the reason says why."""
    putin = of(identities(newsroom()), "a8")
    assert (putin.name, putin.authority) == ("Vladimir Putin", "Q7747")
    assert "office" in putin.reason


def test_names_and_roles_are_kept_with_counts_and_days() -> None:
    """Every form met is there with its documents, every role with the days on which it was met."""
    strin = of(identities(newsroom()), "a1")
    assert [(n.name, n.documents) for n in strin.names] == [("Pavo Strin", 2), ("P. Strin", 1), ("Strin", 1)]
    assert ("foreign minister of Peru", ("2018-04-01", "2018-04-05")) in [(r.role, r.days) for r in strin.roles]


def test_every_appearance_is_in_one_identity() -> None:
    """Nothing vanishes and nothing is counted twice."""
    appearances = newsroom()
    members = [member for one in identities(appearances) for member in one.members]
    assert sorted(members) == sorted(appearance.actor_id for appearance in appearances)


@pytest.mark.parametrize("seed", range(5))
def test_order_of_arrival_does_not_matter(seed: int) -> None:
    """The same appearances give the same identities with the same ids, whichever comes first."""
    appearances = newsroom()
    expected = identities(appearances)
    random.Random(seed).shuffle(appearances)
    assert identities(appearances) == expected


@pytest.mark.parametrize("seed", range(5))
def test_growing_gives_what_all_at_once_gives(seed: int) -> None:
    """Adding documents one by one, with the blocks brought up to date each time, ends the same."""
    appearances = newsroom()
    random.Random(seed).shuffle(appearances)
    growing = Identities(authority())
    for appearance in appearances:
        growing.add([appearance])
        growing.refresh()
    assert growing.all() == identities(appearances)


def test_adding_touches_only_its_own_block() -> None:
    """One more document computes one block anew and leaves the others alone."""
    growing = Identities(authority())
    growing.add(newsroom())
    growing.refresh()
    growing.add([met("Ulla Brekk")])
    assert growing.refresh() == (1, 1)


def test_ids_stay_when_later_documents_come() -> None:
    """A later document, even of a namesake, changes no id."""
    before = {one.id for one in identities(newsroom())}
    later = [
        met("Pavo Strin", "Peruvian foreign minister", day="2019-01-01"),
        met("Pavo Strin", "bishop", day="2019-01-01"),
        met("John Smith", "jockey", day="2019-01-01"),
    ]
    assert before <= {one.id for one in identities([*newsroom(), *later])}


@pytest.mark.parametrize(
    ("names", "canonical"),
    [
        (["Amos R. Kettle III", "Amos Kettle", "Amos R. Kettle III"], "Amos Kettle"),
        (["Amos R. Kettle III"], "Amos R. Kettle III"),
        (["Amos Kettle", "Kettle", "Kettle"], "Amos Kettle"),
    ],
)
def test_canonical_name(names: list[str], canonical: str) -> None:
    """The full form met most; initials and suffix fall away once a document left them out."""
    found = identities([met(name, "special counsel of Lornia", actor=str(i)) for i, name in enumerate(names)])
    assert of(found, "0").name == canonical


def test_an_office_described_is_who_held_it_then() -> None:
    """The words "the US president" mean another person in 2008 than in 2018."""
    found = identities(
        [
            met("the US president", kind=UNNAMED, actor="then", day="2008-04-05"),
            met("the US president", kind=UNNAMED, actor="later", day="2018-04-05"),
            met("Donald Trump", actor="trump"),
        ]
    )
    assert of(found, "later") == of(found, "trump")
    assert of(found, "then") != of(found, "later")


def test_a_country_speaks_through_its_government() -> None:
    """A country, its capital and "the ... government" are one actor; a seat is one of its own, a candidate."""
    found = identities(
        [
            met("Peru", kind=ORGANISATION, actor="country"),
            met("Lima", kind=ORGANISATION, actor="capital"),
            met("the Peruvian government", kind=ORGANISATION, actor="government"),
            met("the Kremlin", kind=ORGANISATION, actor="seat"),
        ]
    )
    assert of(found, "country").members == ("capital", "country", "government")
    assert [candidate.name for candidate in of(found, "seat").candidates] == ["Russian government"]


def test_too_many_namesakes_are_left_alone() -> None:
    """A block without end is not compared in full: its nodes stay apart, and the reason says so."""
    crowd = [met("John Smith", day=None) for _ in range(MOST + 10)]
    assert "too many" in " ".join(one.reason for one in identities(crowd))


@pytest.mark.parametrize("day", ["2018", "2018-04", None, ""])
def test_an_inexact_day_decides_no_office(day: str | None) -> None:
    """Where only a year or month is known, nobody is who held the office "that day"."""
    (one,) = identities([met("the US president", kind=UNNAMED, day=day)])
    assert one.authority is None


def test_among_many_bearers_a_family_name_finds_the_one_it_shares_most_with() -> None:
    """Of more bearers than are all compared, the one of the same office and company is found."""
    given = ("Ana", "Bela", "Cato", "Dina", "Egon", "Fritz", "Gita", "Hugo", "Ilse", "Jens", "Kaja", "Lars", "Maja")
    bearers = [met(f"{name} {middle}. Strin", "envoy") for name in given for middle in "AB"]
    mayor = met("Nora Strin", "mayor of Askel", actor="mayor", company=("Ada Finn", "Boro Tann"))
    alone = met("Strin", "mayor of Askel", actor="alone", company=("Ada Finn", "Boro Tann"))
    assert of(identities([*bearers, mayor, alone]), "alone").members == ("alone", "mayor")


@pytest.mark.parametrize("name", ["his campaign", "Their union", "a group", "The company", "website"])
def test_a_body_that_its_document_alone_tells_is_its_own(name: str) -> None:
    """In each document "his campaign" and "the company" are others, whoever else is named there."""
    company = ("Hedda Lorn", "Boro Tann", "Ivo Karst")
    crowd = [met(name, kind=ActorKind.ORGANISATION, company=company) for _ in range(2)]
    assert len({one.id for one in identities(crowd)}) == 2
