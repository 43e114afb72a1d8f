"""Plain statements of each type are told for what they are."""

import time

import pytest
from tests.classify.attributed import attributed

from onrecord.classify import typed
from onrecord.record import Statement


def told(marked: str) -> Statement:
    """Return the statement marked, classified."""
    text, statement = attributed(marked)
    return typed([statement], text)[0]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[s Verek] [c said] [x the bridge was closed on Monday].", "assertion"),
        ("[s Brandt] [c accused] [x the board of hiding the accounts].", "assertion"),
        ("[s The bank] [c said] [x prices would rise again before winter].", "prediction"),
        ("[s Farmers] [c fear] [x that the river will flood].", "prediction"),
        ("[s Oduya] [c praised] [x the nurses for their patience].", "evaluation"),
        ('[s Brandt] [c called] [x the ruling "a disgrace"].', "evaluation"),
        ("[s Harrow] [c called on] [x the council to lower the toll].", "demand"),
        ("[s The union] [c said] [x the board must resign].", "demand"),
        ("[s The guild] [c rejected] [x the proposal].", "refusal"),
        ("[s Lorn] [c considers] [x the terms unacceptable].", "refusal"),
        ("[s The rebels] [c said] [x they were willing to talk].", "offer"),
        ("[s Verek] [c agreed] [x to meet the envoys].", "offer"),
        ("[s The minister] [c said] [x the ministry would build a second bridge].", "promise"),
        ("[x “We will open the border in May,”] [s Oduya] [c said].", "promise"),
        ("[s Harrow] [c threatened] [x to sue the paper].", "threat"),
        ("[s The minister] [c denied] [x any wrongdoing].", "denial"),
        ("[s A reporter] [c asked] [x whether he had read the letter].", "question"),
        ("[x “Who paid for the trip?”] [s Quill] [c asked].", "question"),
    ],
)
def test_plain_statements(marked: str, kind: str) -> None:
    """The likeliest type is the one that a reader would give."""
    assert told(marked).type == kind


def test_a_type_has_its_probability() -> None:
    """The probability is that of the likeliest of ten types."""
    chance = told("[s Harrow] [c threatened] [x to sue the paper].").type_chance
    assert chance is not None
    assert 0.1 <= chance <= 1


def test_a_conditional_threat_is_both() -> None:
    """Type and condition are told of one statement."""
    found = told("[s Harrow] [c threatened] [x to sue the paper if it did not apologise].")
    assert (found.type, found.conditional) == ("threat", True)


def test_twenty_thousand_a_minute() -> None:
    """One core classifies more than 20,000 statements a minute."""
    text, statement = attributed("[s Verek] [c said] [x he would sign the accord with Valden if the ships withdrew].")
    started = time.process_time()
    typed([statement] * 500, text)
    assert time.process_time() - started < 500 / 20_000 * 60
