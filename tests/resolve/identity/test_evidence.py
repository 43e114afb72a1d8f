"""What speaks for or against, besides the name."""

import pytest
from tests.resolve.identity.lands import lands
from tests.resolve.identity.made import met

from onrecord.record import Appearance
from onrecord.resolve.identity.evidence import Evidence, weigh
from onrecord.resolve.identity.profile import profile


def weighed(one: Appearance, other: Appearance) -> Evidence:
    """Return the evidence on two appearances."""
    return weigh(profile(one, lands()), profile(other, lands()))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (met("Strin", "mayor of Askel"), met("Strin", "mayor of Askel"), "the same office"),
        (met("Strin", "Sarnovian envoy"), met("Strin", "envoy of Sarnovia"), "the same office"),
        (met("Strin", "poet"), met("Strin", "poet"), "the same role"),
        (met("Strin", "shepherd"), met("Strin", "shepherd"), "the same role"),
        (
            met("Strin", company=("Ada Finn", "Boro Tann")),
            met("Strin", company=("Ada Finn", "Boro Tann")),
            "named together",
        ),
        (met("Strin", day="2018-01-01"), met("Strin", day="2018-01-04"), "the same week"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_for(one: Appearance, other: Appearance, reason: str) -> None:
    """What is alike gives points and is told."""
    evidence = weighed(one, other)
    assert evidence.points > 0
    assert any(reason in told for told in evidence.reasons)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (met("Strin", "Sarnovian envoy"), met("Strin", "Tolmarkian envoy"), "different countries"),
        (met("Strin", "poet"), met("Strin", "striker"), "trades"),
        (met("Mr. Strin"), met("Mrs. Strin"), "a man and a woman"),
        (met("Strin", day="1930-01-01"), met("Strin", day="2018-01-01"), "years apart"),
        (met("Pavo Strin", company=("Pavo Strin Jr.",)), met("Pavo Strin Jr."), "beside the other"),
        (met("Strin", document="d"), met("Pavo Strin", document="d"), "one document"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_against(one: Appearance, other: Appearance, reason: str) -> None:
    """What cannot go together takes points and is told."""
    evidence = weighed(one, other)
    assert evidence.points < 0
    assert any(reason in told for told in evidence.reasons)


def test_evidence_is_symmetric() -> None:
    """The order of two appearances does not matter."""
    one, other = met("Strin", "poet", company=("Ada Finn",)), met("Strin", "striker", company=("Ada Finn",))
    assert weighed(one, other) == weighed(other, one)


def test_years_make_room_for_another_trade() -> None:
    """Another trade ten years later speaks against less than one in the same week."""
    soon, late = met("Strin", "nurse", day="2018-01-02"), met("Strin", "nurse", day="2029-01-02")
    one = met("Strin", "striker", day="2018-01-01")
    assert weighed(one, soon).points < weighed(one, late).points < 0


def test_nothing_known_says_nothing() -> None:
    """Without roles, days and company there are no points."""
    assert weighed(met("Strin", day=None), met("Strin", day=None)) == Evidence(0, ())
