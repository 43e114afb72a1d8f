"""Somebody's team, campaign or lawyers."""

import pytest
from tests.resolve.identity.lands import lands

from onrecord.record import Actor, ActorKind, Span
from onrecord.resolve.identity.possessed import possessed

STRIN = Actor("d", ActorKind.PERSON, "Pavo R. Strin III", roles=(Span(0, 9, "President"),))
HOLT = Actor("d", ActorKind.PERSON, "Mira Holt")
LORN = Actor("d", ActorKind.PERSON, "Lorn")


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Strin's lawyers", "Pavo Strin's lawyers"),
        ("Mr. Strin’s attorneys", "Pavo Strin's lawyers"),
        ("the Holt campaign", "Mira Holt's campaign"),
        ("the president's lawyers", "Pavo Strin's lawyers"),
        ("Tann's team", "Boro Tann's team"),
        ("Lorn's office", "Hedda Lorn's office"),
        ("Quist's team", None),
        ("the campaign", None),
        ("Strin's dog", None),
    ],
)
def test_owner(name: str, full: str | None) -> None:
    """The owner is the only one of that name or role in the document; without one the name stays."""
    group = Actor("d", ActorKind.GROUP, name)
    assert (
        possessed(group, [STRIN, HOLT, LORN, group], ["Boro Tann", "Ana Quist", "Ida Quist"], "2015-05-05", lands())
        == full
    )


def test_a_person_is_nobodys() -> None:
    """A person whose name looks so is left alone."""
    assert possessed(Actor("d", ActorKind.PERSON, "Strin's office"), [STRIN], [], None, lands()) is None
