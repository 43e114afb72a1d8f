"""Persons' names compared."""

import pytest

from onrecord.resolve.identity.compare import compare_persons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pavo Strin", "Mirel Strin"),
        ("Leo Harrow Sr.", "Leo Harrow Jr."),
        ("Otto W. Brandt", "Otto H. W. Brandt"),
        ("Ivan Strin", "Ivana Strin"),
        ("Bob Marsh", "Bill Marsh"),
        ("Kwon Tae-jun", "Kwon Tae-il"),
        ("A. Tarn", "B. Tarn"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    """Names that cannot be one person's are told so."""
    assert not compare_persons(one, other).possible


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        (("Pavo Strin", "Pavo Strin"), ("Pavo Strin", "P. Strin")),
        (("Pavo Strin", "P. Strin"), ("Pavo Strin", "Strin")),
        (("Pavo Strin", "Pavo Strin"), ("John Smith", "John Smith")),
        (("Amos Kettle", "Amos Kettle III"), ("Amos Kettle", "Amos Kettle Jr.")),
        (("Mira Holt", "Mira Holt"), ("Mira Holt", "Mira Holt-Strand")),
        (("Bill Tolland", "Bill Tolland"), ("Bill Tolland", "William Tolland")),
    ],
)
def test_what_tells_more_weighs_more(surer: tuple[str, str], less: tuple[str, str]) -> None:
    """Equal and rare names weigh more than initials, parts, nicknames and frequent ones."""
    assert compare_persons(*surer).points > compare_persons(*less).points


@pytest.mark.parametrize(
    ("one", "other"), [("Bill Tolland", "William Tolland"), ("Strin", "Pavo Strin"), ("Halmi Viktor", "Viktor Halmi")]
)
def test_comparison_is_symmetric(one: str, other: str) -> None:
    """The order of two names does not matter."""
    assert compare_persons(one, other) == compare_persons(other, one)
