"""Countries that speak."""

import pytest
from tests.resolve.identity.lands import lands

from onrecord.resolve.identity.governments import government, government_named


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Sarnovia", "test:gov-sv"),
        ("Sarn", "test:gov-sv"),
        ("the Sarnovian government", "test:gov-sv"),
        ("government of Sarnovia", "test:gov-sv"),
        ("Government House", None),
        ("Sarnovia's government", "test:gov-sv"),
        ("Tolmark", "onrecord:government-tk"),
        ("the Lorn administration", "onrecord:government-tk"),
        ("Lorn's government", "onrecord:government-tk"),
        ("Sarnovian", None),
        ("Sarnovian Water Board", None),
        ("the Askel government", None),
        ("government", None),
        ("", None),
    ],
)
def test_whose_government(name: str, identifier: str | None) -> None:
    """A country, its capital, its adjective or head before "government": its government; any other name: none."""
    found = government_named(name, "2015-05-05", lands())
    assert (found.id if found else None) == identifier


def test_a_government_without_an_entry_is_named_by_its_adjective() -> None:
    """Where the authority has no entry of its own, there is one of the same form for every country."""
    found = government("tk", lands())
    assert found is not None
    assert (found.id, found.name) == ("onrecord:government-tk", "Tolmarkian government")


def test_no_government_of_nowhere() -> None:
    """A code that the authority does not know has no government."""
    assert government("xx", lands()) is None
