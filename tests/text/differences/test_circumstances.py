"""Who spoke, to whom and when, as two tellings have it."""

from dataclasses import replace

import pytest
from tests.text.differences.tellings import telling

from onrecord.record import DifferenceKind, Interval, SaidBasis, Told
from onrecord.text.differences import differences

ONE = replace(telling("We will sign."), speaker="q1", name="Hedda Lorn", addressee="Odo Brand")
MONDAY, TUESDAY, MAY = (Interval(day, day) for day in ("2018-04-16", "2018-04-17", "2018-05-02"))


def kinds(one: Told, other: Told) -> list[DifferenceKind]:
    """Return the kinds of the differences."""
    return [d.kind for d in differences(one, other)]


def test_another_speaker_is_told() -> None:
    """The same words said by somebody else are another attribution."""
    assert kinds(ONE, replace(ONE, speaker="q2", name="Odo Brand")) == [DifferenceKind.SPEAKER]


def test_who_stands_for_the_speaker_is_no_other_one() -> None:
    """A spokesperson and the body may speak for one another."""
    body = frozenset({"council of osk"})
    assert kinds(replace(ONE, stands_for=body), replace(ONE, speaker="q2", stands_for=body)) == []


def test_a_shorter_name_is_no_other_speaker() -> None:
    """Who is called "Lorn" may be Hedda Lorn, though nothing else shows it."""
    assert kinds(ONE, replace(ONE, speaker="q2", name="Lorn")) == []


def test_an_unknown_speaker_is_no_other_one() -> None:
    """What one telling does not tell is no difference."""
    assert kinds(ONE, replace(ONE, speaker=None)) == []


@pytest.mark.parametrize(("addressee", "expected"), [("Brand", []), ("Tern News", [DifferenceKind.ADDRESSEE])])
def test_another_addressee_is_told_and_a_shorter_name_is_not(addressee: str, expected: list[DifferenceKind]) -> None:
    """Names of which one holds the other's words are one."""
    assert kinds(ONE, replace(ONE, addressee=addressee)) == expected


@pytest.mark.parametrize(
    ("day", "basis", "expected"),
    [
        (MAY, SaidBasis.INFERRED, [DifferenceKind.DATE]),
        (TUESDAY, SaidBasis.INFERRED, []),
        (TUESDAY, SaidBasis.STATED, [DifferenceKind.DATE]),
        (MONDAY, SaidBasis.STATED, []),
    ],
)
def test_another_date_is_told(day: Interval, basis: SaidBasis, expected: list[DifferenceKind]) -> None:
    """Days that the articles state differ, or lie further apart than time zones do."""
    assert kinds(replace(ONE, said=MONDAY, said_basis=basis), replace(ONE, said=day, said_basis=basis)) == expected
