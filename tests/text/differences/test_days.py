"""Days of a month in one form."""

import pytest
from tests.text.differences.tellings import telling

from onrecord.text.differences.tokens import words_of


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("on the fifth of November", "on #5 november"),
        ("on November 5th", "on november #5"),
        ("on 1st May", "on #1 may"),
        ("the second of them", "the #2. of them"),
        ("the second may wait", "the #2. may wait"),
        ("March 1. The second man waits", "march #1 the #2. man waits"),
        ("May", "may"),
    ],
)
def test_days_beside_months_are_counted(line: str, keys: str) -> None:
    """Ordinals elsewhere are left."""
    assert " ".join(word.key for word in words_of(telling(line))) == keys


def test_a_day_of_several_words_stands_where_they_do() -> None:
    """From the article to the number."""
    told = telling("On the fifth of November we wait.")
    assert told.words[slice(*next((w.start, w.end) for w in words_of(told) if w.key == "#5"))] == "the fifth"
