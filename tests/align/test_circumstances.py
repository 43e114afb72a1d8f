"""What two statements' circumstances say of one another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.align.telling import telling

from onrecord.align.circumstances import days, is_perfect, relayed, settings, speakers, too_late, topic
from onrecord.record import ActorKind, Interval, SaidBasis

ONE = telling("that the bridge would be built")
BOARD = frozenset({"body:harbour board"})
POST, LETTER, COURT = (("post", "twitter", "", "", ""), ("letter", "", "", "", ""), ("court", "", "", "", ""))
STATED = SaidBasis.STATED


@pytest.mark.parametrize(
    ("changes", "stand"),
    [
        ({}, "same"),
        ({"speaker": "lorn"}, "other"),
        ({"speaker": None}, "other"),
        ({"speaker": "lorn", "speaker_kind": ActorKind.UNNAMED}, "vague"),
        ({"speaker": "board", "speaker_kind": ActorKind.ORGANISATION, "stands_for": BOARD}, "officer"),
        ({"speaker": "lorn", "stands_for": BOARD}, "other"),
    ],
    ids=["same", "another person", "nobody known", "unnamed", "body", "another officer of the body"],
)
def test_speakers(changes, stand):
    """Speakers are the same, stand for one another, may be one another, or are others."""
    assert speakers(replace(ONE, stands_for=BOARD), replace(ONE, **changes)) == stand


@pytest.mark.parametrize(
    ("one", "other", "lie"),
    [
        (telling("x"), telling("y"), "same"),
        (telling("x", basis=STATED), telling("y"), "same half"),
        (telling("x", basis=STATED), telling("y", day="2031-05-13", basis=STATED), "next sure"),
        (telling("x"), telling("y", day="2031-05-20"), "far"),
        (telling("x", day=None), telling("y"), "unknown"),
        (telling("x", day=None), telling("y", day=None), "both unknown"),
        (replace(telling("x"), said=Interval("2031-05-01", "2031-05-31")), telling("y"), "same coarse"),
    ],
)
def test_days(one, other, lie):
    """Days are the same, follow one another or lie apart, each with how sure that is."""
    assert days(one, other) == days(other, one) == lie


@pytest.mark.parametrize(
    ("one", "other", "stand"),
    [
        (None, None, "none"),
        (POST, None, "one-sided"),
        (POST, ("letter", "", "twitter", "", ""), "equal"),
        (LETTER, ("statement", "", "", "", ""), "like"),
        (("written", "", "", "", ""), POST, "like"),
        (COURT, LETTER, "other"),
        (POST, ("interview", "", "", "", ""), "other"),
    ],
)
def test_settings(one, other, stand):
    """Settings are equal, alike or different acts."""
    assert settings(one, other) == settings(other, one) == stand


def test_what_a_person_relays_is_of_another_occasion():
    """What one tells that somebody said is not what that one said before all; an outlet that relays tells nothing."""
    person = replace(ONE, relay="lorn", relay_kind=ActorKind.PERSON)
    outlet = replace(ONE, relay="tern", relay_kind=ActorKind.ORGANISATION)
    assert relayed(ONE, person) and not relayed(ONE, outlet)


def test_what_was_said_after_publication_is_too_late():
    """An article cannot tell what its text dates after it."""
    assert too_late(telling("x", day="2031-05-13", basis=STATED), ONE)
    assert not too_late(telling("x", day="2031-05-13"), ONE)


def test_topic_is_the_share_of_what_both_articles_are_about():
    """Articles of one event are about the same."""
    assert topic(replace(ONE, about=frozenset("abcd")), replace(ONE, about=frozenset("abxy"))) == 0.5
    assert topic(ONE, ONE) == 0.0


@pytest.mark.parametrize(("cue", "perfect"), [("has repeatedly denied", True), ("denied", False)])
def test_the_perfect_leaves_the_day_open(cue, perfect):
    """What somebody has said is of no day."""
    assert is_perfect(replace(ONE, cue=cue)) is perfect
