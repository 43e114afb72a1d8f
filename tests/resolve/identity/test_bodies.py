"""Organisations' names compared."""

import pytest

from onrecord.resolve.authority import authority
from onrecord.resolve.identity.bodies import body_keys, compare_bodies
from onrecord.resolve.identity.evidence import SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Lorn Department of Rivers",), ("the Lorn Rivers Department",)),
        (("Centre for River Defence",), ("Center for River Defense",)),
        (("Lorn Rail Inc.",), ("Lorn Rail",)),
        (("Asel Dam Workers' Union", "ADWU"), ("ADWU",)),
        (("Tolmark Institute of Hydrology",), ("TIH",)),
        (("Academy of Sciences of Peru",), ("Peruvian Academy of Sciences",)),
        (("Supreme Court of Lorn",), ("the Supreme Court",)),
        (("Rivers Authority of Lorn",), ("Rivers Authority",)),
        (("Lornian State Railways",), ("the state railway",)),
        (("Kurnish Football Leagues",), ("Kurnish Football League",)),
    ],
)
def test_one_body(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Word order, spelling, legal forms and acronyms do not make two bodies of one, and they share a key."""
    assert compare_bodies(one, other, authority()).possible
    assert body_keys(one, authority()) & body_keys(other, authority())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Askel Tribune",), ("Askel Herald",)),
        (("Peruvian Health Ministry",), ("Chilean Health Ministry",)),
        (("Southern Wrestling Alliance", "SWA"), ("Sarnovian Water Authority", "SWA")),
        (("Lorn Rail",), ("LR Holdings",)),
        (("Supreme Court of Lorn",), ("Supreme Court of Tarn",)),
        (("Supreme Court of Lorn",), ("Peruvian Supreme Court",)),
        (("Federal Court",), ("Federal Court of Appeals",)),
        (("Lornian State Railways",), ("Kurnish State Railways",)),
        (("Lornian Railways",), ("the state railway",)),
        (("Lorn Authority",), ("Lorn Authority of Health",)),
    ],
)
def test_two_bodies(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Other words, other countries and long names behind one acronym make two."""
    assert not compare_bodies(one, other, authority()).possible


def test_a_name_without_its_place_needs_more_than_the_name() -> None:
    """Where the adjective of a place is missing, equal names alone leave in doubt whether it is one body."""
    short = compare_bodies(("Lornian State Railways",), ("the state railway",), authority())
    assert short.points < compare_bodies(("Lorn Rail",), ("Lorn Rail Inc.",), authority()).points
    assert 0 < short.points < SAME


def test_an_office_or_an_adjective_alone_is_no_place() -> None:
    """The word "Republican" tells no place, nor does a word that has no body's name of two words behind it."""
    assert not compare_bodies(("Republican National Committee",), ("the national committee",), authority()).possible
    assert compare_bodies(("Lornian Railways",), ("Lornian Railway",), authority()).possible
    assert not compare_bodies(("Lornian Railways",), ("Kurnish Railways",), authority()).possible
