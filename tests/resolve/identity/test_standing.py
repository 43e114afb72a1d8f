"""Whom actors may speak for."""

from __future__ import annotations

import pytest

from onrecord.record import ActorKind, Identity, MetName, MetRole
from onrecord.resolve.authority import authority
from onrecord.resolve.identity import bodies

PERSON, BODY, UNNAMED = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.UNNAMED


def keys(name: str, kind: ActorKind = BODY, roles: tuple[str, ...] = (), identifier: str | None = None):
    """Return the keys of one identity."""
    met = tuple(MetRole(role, ("2031-05-12",)) for role in roles)
    one = Identity("i", kind, name, ("m",), (MetName(name, 1),), met, identifier)
    return bodies([one], authority()).get("i", frozenset())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Anton Verek", PERSON, ("spokesman for Lorn Harbour Board",)), ("Lorn Harbour Board",)),
        (("Hedda Lorn", PERSON, ("LHB Chairwoman",)), ("LHB",)),
        (("Kim Jong-un", PERSON, ("North Korean leader",)), ("KCNA",)),
        (("Pyongyang",), ("North Korean state media",)),
        (("Kremlin",), ("Russian foreign ministry",)),
        (("Anton Verek", PERSON, ("Lorn's campaign manager",)), ("Hedda Lorn's campaign",)),
        (("Anton Verek", PERSON, ("Lorn's campaign manager",)), ("The campaign operation",)),
        (("Anton Verek", PERSON, ("head of the drivers' union",)), ("the drivers’ union",)),
        (("a spokesman for Lorn Harbour Board", UNNAMED), ("Lorn Harbour Board",)),
        (("the chairman of Lorn Harbour Board", UNNAMED), ("Anton Verek", PERSON, ("Lorn Harbour Board chairman",))),
        (("The health minister", UNNAMED), ("Anton Verek", PERSON, ("Peruvian Health Minister",))),
        (("The Peruvian health minister", UNNAMED), ("Anton Verek", PERSON, ("Peruvian Health Minister",))),
    ],
)
def test_who_may_stand_for_one_another_shares_a_key(one, other):
    """A body and its spokesperson, a leader and the state's agency, a capital and its country's media."""
    assert keys(*one) & keys(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Anton Verek", PERSON, ("former spokesman for Lorn Harbour Board",)), ("Lorn Harbour Board",)),
        (("Anton Verek", PERSON, ("critic of Lorn Harbour Board",)), ("Lorn Harbour Board",)),
        (("a former chairman of Lorn Harbour Board", UNNAMED), ("Lorn Harbour Board",)),
        (("a worker at Lorn Harbour Board", UNNAMED), ("Lorn Harbour Board",)),
        (("The Chilean health minister", UNNAMED), ("Anton Verek", PERSON, ("Peruvian Health Minister",))),
        (("The minister", UNNAMED), ("Anton Verek", PERSON, ("minister",))),
        (("a Lorn Harbour Board worker", UNNAMED), ("another Lorn Harbour Board worker", UNNAMED)),
        (("Anton Verek", PERSON, ("head of the agency",)), ("the agency",)),
        (("KCNA",), ("Yonhap",)),
        (("the company",), ("The company",)),
        (("Hedda Lorn's campaign",), ("Orm's campaign",)),
        (("Hedda Lorn's campaign",), ("The campaign operation",)),
    ],
)
def test_who_may_not_shares_none(one, other):
    """Those who once spoke for a body, or only about it, and other bodies share no key."""
    assert not keys(*one) & keys(*other)


def test_a_person_without_a_telling_role_is_left_out():
    """Who speaks for nobody has no keys."""
    assert bodies([Identity("i", PERSON, "Anton Verek", ("m",))], authority()) == {}
