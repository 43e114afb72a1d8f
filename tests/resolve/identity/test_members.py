"""Bodies under the names of those whose they are."""

import time

import pytest
from tests.resolve.identity.made import met, of

from onrecord.record import Actor, ActorKind, Span
from onrecord.resolve.identity import identities
from onrecord.resolve.identity.members import of_members

BODY = ActorKind.ORGANISATION


def called(text: str, name: str, kind: ActorKind = BODY) -> str | None:
    """Return what the last mention of `name` in the text is called."""
    at = text.rindex(name)
    return of_members(Actor("d", kind, name, (Span(at, at + len(name), name),)), text)


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("The head of the dock workers' union came. It was late, the union said.", "the union", "dock workers' union"),
        ("The anglers’ society met. On Monday the society said no.", "the society", "anglers’ society"),
        ("Village bakers are angry. “Nobody asked us,” their guild said.", "their guild", "village bakers’ guild"),
        ("Bus drivers in Kurn will stop work on Sunday, their union said.", "their union", "bus drivers’ union"),
    ],
)
def test_the_members_are_told_in_the_text(text: str, name: str, full: str) -> None:
    """A bare noun is the one body of it whose members the text tells; "their" leads to the subject before it."""
    assert called(text, name) == full


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dock workers' union met the bus drivers' union. It was late, the union said.", "the union"),
        ("The dock workers' union met. The council said no.", "The council"),
        ("It rained in Kurn. “Bakers are angry,” he said. So their guild met.", "their guild"),
        ("Village bakers are angry. So their wives met.", "their wives"),
        ("The dock workers' Union of Kurn met. It was late, Union of Kurn said.", "Union of Kurn"),
    ],
)
def test_where_none_or_several_are_told_the_name_stays(text: str, name: str) -> None:
    """Of two such bodies, of none, and for what is no body, the text tells nothing."""
    assert called(text, name) is None


def test_a_group_is_left_alone() -> None:
    """Only bodies are called so."""
    assert called("The dock workers' union met, the union said.", "the union", ActorKind.GROUP) is None


def test_the_name_by_its_members_is_the_body_named_in_full() -> None:
    """A union under its members' name is the one that another document names in full."""
    company = ("Hedda Lorn", "Boro Tann")
    found = identities(
        [
            met("Union of Dock Workers", actor="full", kind=BODY, company=company),
            met("dock workers’ union", actor="short", kind=BODY, company=company),
        ]
    )
    assert of(found, "full") is of(found, "short")


def test_hostile_text_takes_linear_time() -> None:
    """100 kB made to be read again and again are read in a blink."""
    for text in ("a-" * 50_000, "s" * 100_000, "as " * 33_000, "Bakers " * 14_000):
        start = time.process_time()
        of_members(Actor("d", BODY, "their union", (Span(99_000, 99_011, "their union"),)), text)
        of_members(Actor("d", BODY, "the union", (Span(99_000, 99_009, "the union"),)), text)
        assert time.process_time() - start < 0.05
