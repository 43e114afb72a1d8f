"""Words written apart in one telling and together in the other."""

import pytest
from tests.text.differences.tellings import telling

from onrecord.text.differences.compounds import compounded
from onrecord.text.differences.tokens import words_of


@pytest.mark.parametrize(
    ("line", "beside", "keys"),
    [
        ("the coast guard waits", "the coastguard waits", "the coastguard waits"),
        ("we co-operate", "we cooperate", "we cooperate"),
        ("the coast, guard it", "the coastguard waits", "the coast guard it"),
        ("the coast guard and a coastguard", "the coastguard waits", "the coast guard and a coastguard"),
        ("we held in formal rooms", "we held informal talks", "we held in formal rooms"),
    ],
)
def test_two_words_are_one_where_the_other_telling_has_one(line: str, beside: str, keys: str) -> None:
    """Unless a mark parts them, they are common words, or both forms stand in one telling."""
    found = compounded(words_of(telling(line)), words_of(telling(beside)))
    assert " ".join(word.key for word in found) == keys
