"""Organisations' names compared."""

import pytest

from onrecord.resolve.authority import authority
from onrecord.resolve.identity.bodies import body_keys, compare_bodies


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
        (("Lorn Authority",), ("Lorn Authority of Health",)),
    ],
)
def test_two_bodies(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Other words, other countries and long names behind one acronym make two."""
    assert not compare_bodies(one, other, authority()).possible
