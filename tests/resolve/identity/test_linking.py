"""Whom the authority says an appearance is."""

import pytest
from tests.resolve.identity.lands import lands
from tests.resolve.identity.made import met

from onrecord.record import ActorKind, Appearance
from onrecord.resolve.identity.linking import Link, link
from onrecord.resolve.identity.profile import profile

ORGANISATION, UNNAMED = ActorKind.ORGANISATION, ActorKind.UNNAMED


def linked(appearance: Appearance) -> Link:
    """Return whom the invented authority knows an appearance as."""
    return link(profile(appearance, lands()), lands())


@pytest.mark.parametrize(
    ("appearance", "entry"),
    [
        (met("Ilan Verek", "Sarnovian President", day="1995-05-05"), "test:old"),
        (met("Ilan Verek", "Sarnovian President", day="2015-05-05"), "test:young"),
        (met("Verek", day="2015-05-05"), "test:young"),
        (met("Verek", "president", day="1995-05-05"), "test:old"),
        (met("Hedda Lorn", day="2001-01-01"), "test:lorn"),
        (met("Hedda Lorn-Vale", day=None), "test:lorn"),
        (met("Lorn", "foreign minister of Tolmark", day="2007-05-05"), "test:lorn"),
        (met("Lorn", "former Tolmarkian foreign minister", day="2011-05-05"), "test:lorn"),
        (met("John Smith", "Tolmarkian Minister of Fisheries", day="2015-05-05"), "test:smith"),
        (met("Tern News"), "test:tern"),
        (met("Lorn", kind=ORGANISATION, day="2015-05-05"), "test:lorn"),
        (met("High Water Board", kind=ORGANISATION, company=("Tolmark",)), "test:hw2"),
        (met("Sarn", kind=ORGANISATION), "test:gov-sv"),
        (met("the Sarnovian president", kind=UNNAMED, day="1995-05-05"), "test:old"),
        (met("Tolmark's prime minister", kind=UNNAMED, day="2015-05-05"), "test:lorn"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.name}, {value.day}",
)
def test_who_is_meant(appearance: Appearance, entry: str) -> None:
    """Name, office, day and country lead to the entry, and the reason is told."""
    found = linked(appearance)
    assert found.entry is not None
    assert found.entry.id == entry
    assert found.reason


@pytest.mark.parametrize(
    "appearance",
    [
        met("Ilan Verek", day="2005-05-05"),
        met("Lorn", day="2001-01-01"),
        met("Hedda Lorn", "nurse", day="2015-05-05"),
        met("Hedda Lorn", "Sarnovian prime minister", day="2015-05-05"),
        met("Mr. Lorn", day="2015-05-05"),
        met("Karl Lorn", day="2015-05-05"),
        met("Hedda Lorn Jr.", day="2015-05-05"),
        met("Lorn", "foreign minister of Tolmark", day="1999-05-05"),
        met("John Smith", day="2001-05-05"),
        met("High Water Board", kind=ORGANISATION),
        met("Old Mill", kind=ORGANISATION),
        met("Southern High Waders", kind=ORGANISATION, names=("HWB",)),
        met("the president", kind=UNNAMED, day="2015-05-05"),
        met("the former Sarnovian president", kind=UNNAMED, day="2015-05-05"),
        met("the Sarnovian vice president", kind=UNNAMED, day="2015-05-05"),
        met("Sarnovian officials", kind=UNNAMED, day="2015-05-05"),
    ],
    ids=lambda value: f"{value.name}, {value.roles}",
)
def test_nobody_is_meant_for_sure(appearance: Appearance) -> None:
    """Several of a name, another trade, country, sex or time, a suffix: no entry."""
    assert linked(appearance).entry is None


def test_doubt_gives_candidates() -> None:
    """Between two presidents of one name, out of office, both are candidates with reasons."""
    candidates = linked(met("Ilan Verek", day="2005-05-05")).candidates
    assert {candidate.id for candidate in candidates} == {"test:old", "test:young"}
    assert all(candidate.reason for candidate in candidates)


def test_a_seat_may_stand_for_its_government() -> None:
    """A seat is nobody's entry; the government that sits there is a candidate."""
    assert [candidate.id for candidate in linked(met("the Mill", kind=ORGANISATION)).candidates] == ["test:gov-sv"]
