"""What words of a statement stand for: a thing pointed to, the speaker's own side, a round number of years."""

from __future__ import annotations

import pytest

from onrecord.align.references import Names, references
from onrecord.record import Actor, ActorKind, Span

ARTICLE = (
    "Tolmarkian Prime Minister Hedda Lorn spoke of the River Asel in Tolmark. The Bridge of Valden is old, and so is "
    "the Ostrin Bridge. Lorn's Harbour Party met at the Lake Hall."
)
NAMES = Names.of(ARTICLE)


def span(words: str) -> Span:
    """Return where the article says this first."""
    start = ARTICLE.index(words)
    return Span.of(ARTICLE, start, start + len(words))


LORN = Actor("d", ActorKind.PERSON, "Hedda Lorn", (span("Hedda Lorn"),), (span("Tolmarkian Prime Minister"),))
PARTY = Actor("d", ActorKind.ORGANISATION, "Harbour Party", (span("Harbour Party"),))


def meant(content: str, speaker: Actor | None = None) -> dict[str, tuple[str, ...]]:
    """Return what words of a content stand for in the article."""
    return dict(references([content], speaker, NAMES))


@pytest.mark.parametrize("content", ["this river is ours", "that old river", "our great grey river"])
def test_what_is_pointed_to_stands_for_the_only_name_that_holds_it(content: str) -> None:
    """A river that who speaks points to is the one that the article names."""
    assert meant(content) == {"river": ("asel",)}


@pytest.mark.parametrize("content", ["the river", "a river", "this bridge", "this dam", "River"])
def test_what_is_not_pointed_to_or_has_two_names_stands_for_nothing(content: str) -> None:
    """Any river, one of two bridges and what no name holds are left as they are."""
    assert meant(content) == {}


def test_we_are_whose_officer_speaks() -> None:
    """A prime minister's "we" is the country that her role names, in either form that the article has."""
    assert meant("we will pay", LORN) == {"we": ("tolmark", "tolmarkian")}


def test_we_are_the_body_that_speaks() -> None:
    """An organisation's "our" is its own."""
    assert meant("our price", PARTY) == {"our": ("harbour", "parti")}


def test_nobody_has_no_side() -> None:
    """Where no speaker is known, "we" stands for nobody."""
    assert meant("we will pay") == {}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("for two hundred years", "centuri"),
        ("over 300 years", "centuri"),
        ("for thirty years", "decad"),
        ("in 20 years", "decad"),
    ],
)
def test_round_numbers_of_years_are_centuries_and_decades(content: str, word: str) -> None:
    """Outlets round what was said."""
    assert word in meant(content)["year"]


@pytest.mark.parametrize("content", ["for three years", "years", "in the year", "33000 years"])
def test_other_numbers_of_years_are_not(content: str) -> None:
    """Three years are no decade."""
    assert "year" not in meant(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("the fifth of Sept.", {"fifth": ("5",), "sept": ("september",)}),
        ("ten boats", {"ten": ("10",)}),
        ("10 boats", {}),
    ],
)
def test_numbers_and_months_are_those_written_in_another_way(
    content: str, expected: dict[str, tuple[str, ...]]
) -> None:
    """Letters stand for digits and a shortened month for its name."""
    assert meant(content) == expected
