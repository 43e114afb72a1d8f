"""What was not said, or may be said, is told from what was."""

import pytest
from tests.classify.attributed import attributed

from onrecord.classify.reality import hypothetical, negated


@pytest.mark.parametrize(
    "marked",
    [
        "[s Verek] [c did not say] [x that Lorn would leave].",
        "[s Oduya] [c never promised] [x to close the mine].",
        "[s Nobody] [c claimed] [x that the vote was stolen].",
        "He did not apologise, nor did [s he] [c say] [x that he was sorry].",
    ],
)
def test_what_was_not_said_is_marked(marked: str) -> None:
    """A negated act of saying is marked."""
    text, statement = attributed(marked)
    assert negated(text, statement.attribution)


@pytest.mark.parametrize(
    "marked",
    [
        "[s Verek] [c said] [x Lorn would not leave].",
        "[s Quill] [c does not think] [x the board will yield].",
        "[s Verek] [c would not rule out] [x a meeting].",
        "[s The guild] [c will not accept] [x the offer].",
        "[s Falk] [c not only said] [x that it was late].",
        "[s Verek] [c denied] [x the charge].",
    ],
)
def test_what_was_said_is_not_marked(marked: str) -> None:
    """A denial, a refusal or the negation of a belief is an act of its own."""
    text, statement = attributed(marked)
    assert not negated(text, statement.attribution)


@pytest.mark.parametrize(
    "marked",
    [
        "[s Critics] [c might say] [x that it costs too much].",
        "If [s Verek] [c says] [x that the pact is dead], the markets will fall.",
        "[s Verek] [c is expected to announce] [x that he will run].",
        "[s The premier] [c is expected] [x to say that he will run].",
    ],
)
def test_what_may_be_said_is_marked(marked: str) -> None:
    """What is not told as having been said is marked."""
    text, statement = attributed(marked)
    assert hypothetical(text, statement.attribution)


@pytest.mark.parametrize(
    "marked",
    [
        "[s Verek] [c said] [x he might go].",
        "[s I] [c must say] [x that I am proud].",
        "[s The poet] [c could only say] [x that he was sorry].",
        "[s The bank] [c is expected] [x to raise rates].",
        "[x It rained], [c according to] [s Falk].",
    ],
)
def test_what_is_told_as_said_is_not(marked: str) -> None:
    """A modal of the content, a set phrase or a deed to come makes no hypothetical."""
    text, statement = attributed(marked)
    assert not hypothetical(text, statement.attribution)
