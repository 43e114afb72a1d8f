"""What words of a statement say that another telling puts otherwise."""

from __future__ import annotations

import pytest
from tests.align.telling import telling

from onrecord.align.prepared import Prepared
from onrecord.align.senses import OWN


def said(words: str) -> dict[str, set[str]]:
    """Return what the words of a statement say."""
    return {word: set(each) for word, each in Prepared(telling(words)).senses.items()}


@pytest.mark.parametrize(
    "words",
    ["he gives up the harbour", "they gave their old harbour up", "to sign away the harbour", "they ceded the harbour"],
)
def test_verbs_of_several_words_say_what_one_says(words: str) -> None:
    """Whoever gives something up relinquishes it, with the particle behind the verb or behind its object."""
    assert {"relinquish"} in said(words).values()


@pytest.mark.parametrize("words", ["he gives it to them", "they gave the people of the harbour up", "they sign it"])
def test_verbs_alone_do_not(words: str) -> None:
    """Without its particle, or far from it, the verb says what it says."""
    assert {"relinquish"} not in said(words).values()


def test_a_turn_of_phrase_says_what_one_word_says() -> None:
    """The word that tells most stands for it, and only where all of it is there."""
    assert said("a treaty is within reach") == {"reach": {"possibl"}}
    assert said("a treaty may reach them") == {}


@pytest.mark.parametrize("words", ["agreements were near", "the pact is near", "an accord is near"])
def test_words_that_reports_put_for_one_another(words: str) -> None:
    """An accord and a pact are agreements, and so are these."""
    assert {"agreement"} in said(words).values() or "agreement" in Prepared(telling(words)).claims


@pytest.mark.parametrize(
    "words",
    [
        "we decide",
        "our country decides",
        "no government of mine decides",
        "his country decides",
        "“our nation decides”",
    ],
)
def test_the_side_of_who_speaks(words: str) -> None:
    """What a speaker calls his own, and what a reporter calls it, is one side."""
    assert {OWN} in said(words).values()


@pytest.mark.parametrize("words", ["“his country decides”", "the country decides", "his harbour decides"])
def test_the_side_of_others(words: str) -> None:
    """In a speaker's own words "his country" is another one; a harbour is no side."""
    assert {OWN} not in said(words).values()


def test_a_side_is_nothing_that_is_claimed() -> None:
    """What tells only whose it is does not make two statements alike."""
    assert Prepared(telling("his country will close the sluices")).things == {"clos", "sluic"}
