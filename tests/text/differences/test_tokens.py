"""A telling's words one by one."""

import pytest
from tests.text.differences.tellings import telling

from onrecord.text.differences.tokens import words_of
from onrecord.text.differences.words import Bracket, Break


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("We won’t go.", "we will not go"),
        ("The U.S. paid $5 million", "the united states paid #5000000 dollars"),
        ("Tell US troops about us", "tell united states troops about us"),
        ("nine per cent", "#9 percent"),
        ("re-elect Odo’s friend", "re elect odo's friend"),
        ("It’s [t]he dam", "it is the dam"),
        ("on Jan. 5", "on january #5"),
        ("30km or 30 km", "#30 kilometers or #30 kilometers"),
        ("5pm is 5 p.m.", "#5 pm is #5 pm"),
        ("10 000 men", "#10000 men"),
        ("in 2018 500 men", "in #2018 #500 men"),
        ("US$40 or 40 U.S. dollars", "#40 dollars or #40 dollars"),
        ("No. 4 at No 10", "number #4 at number #10"),
        ("No, 10 men", "no #10 men"),
        ("the 1990’s", "the #1990s"),
        ("World War II", "world war #2"),
        ("a g------ sh*t", "a g------ sh*t"),
        ("Tarsk & Osk", "tarsk and osk"),
    ],
)
def test_words_have_keys(line: str, keys: str) -> None:
    """Contractions and short forms are apart, numbers together."""
    assert " ".join(word.key for word in words_of(telling(line))) == keys


def test_marks_behind_a_word_are_bounded() -> None:
    """A line drawn is not copied again with each of its dashes."""
    (word,) = words_of(telling("wait " + "– " * 50))
    assert word.mark == "–" * 8


def test_words_know_their_place() -> None:
    """Offsets count over the mark between parts."""
    told = telling("“We wait,” || “900 ships come.”")
    assert [told.words[w.start : w.end] for w in words_of(told)] == ["We", "wait", "900", "ships", "come"]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("We wait. They go.", [0, 0, 1, 1]),
        ("Mr. Brand waits.", [0, 0, 0]),
        ("The U.S. waits.", [0, 0, 0, 0]),
        ("No. 4 waits.", [0, 0, 0]),
        ("“We wait,” || “if asked.”", [0, 0, 0, 0]),
        ("“We wait.” || “They go.”", [0, 0, 1, 1]),
    ],
)
def test_sentences_are_counted(line: str, sentences: list[int]) -> None:
    """A stop behind an abbreviation ends none, a cue within one does not either."""
    assert [word.sentence for word in words_of(telling(line))] == sentences


def test_breaks_stand_before_their_words() -> None:
    """An ellipsis within a range, and the end of a range."""
    assert [w.before for w in words_of(telling("“We … wait,” || “too”"))] == [
        Break.NONE,
        Break.ELLIPSIS,
        Break.RANGE,
    ]


def test_brackets_hold_their_words() -> None:
    """The first and the last of them are known."""
    inside = Bracket.INSIDE
    assert [w.bracket for w in words_of(telling("We [the old council] wait"))] == [
        Bracket.NONE,
        inside | Bracket.FIRST,
        inside,
        inside | Bracket.LAST,
        Bracket.NONE,
    ]


def test_unquoted_words_are_known() -> None:
    """What stands outside the marks is the outlet's."""
    assert [w.quoted for w in words_of(telling("she would “wait” long"))] == [False, False, True, False]
