"""Made-up reprints are what they are said to be."""

from __future__ import annotations

from random import Random

import pytest
from eval.reprinting import HELD, MAKINGS, TIMES, dressed, edited, paragraphs, plain, words

TEXT = "\n".join(" ".join(f"Sentence {m} of paragraph {n} says a little." for m in range(4)) for n in range(9))
REST = "\n".join(f"Another article says {n} times that the dam stays open. It says so again." for n in range(400))


@pytest.mark.parametrize("made", MAKINGS)
def test_what_is_made_has_the_length_that_was_asked_for(made: str) -> None:
    """Some three tenths gone, added, or both; or five times as long."""
    told = paragraphs(TEXT)
    found = words(MAKINGS[made](told, paragraphs(REST), Random(1))) / words(told)
    wanted = TIMES if made in HELD else 1 - 0.3 * ("cut" in made) + 0.3 * ("added" in made)
    assert abs(found - wanted) < 0.1


@pytest.mark.parametrize("made", sorted(HELD))
def test_what_is_held_is_held_whole(made: str) -> None:
    """Every paragraph of the report stands in the longer article."""
    told = paragraphs(TEXT)
    found = MAKINGS[made](told, paragraphs(REST), Random(1))
    assert all(sentences in found for sentences in told)


def test_the_same_chance_gives_the_same_text() -> None:
    """A collection is the same on every machine."""
    made = {dressed(edited(plain(paragraphs(TEXT)), Random(3)), Random(4)) for _ in range(3)}
    assert len(made) == 1
