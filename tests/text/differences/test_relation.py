"""What one telling is to the fuller one."""

from dataclasses import replace

import pytest
from tests.text.differences.tellings import telling

from onrecord.record import Form, Relation
from onrecord.text.differences import relation

FULL = "“We will sign the treaty if Lorn agrees to the terms. The talks went well.”"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (FULL, Relation.VERBATIM),
        ("“The talks went well,”", Relation.VERBATIM),
        ("the talks “went well” in Tarsk", Relation.TRUNCATED),
        ("“We will sign the treaty,”", Relation.TRUNCATED),
        ("“We will not sign the treaty if Lorn agrees to the terms.”", Relation.ALTERED),
        ("her country would “throw away the paper”", Relation.ALTERED),
    ],
)
def test_relation_names_what_a_telling_is_to_the_fuller_one(other: str, expected: Relation) -> None:
    """Whole sentences are verbatim, parts truncated, other words altered."""
    assert relation(telling(FULL), telling(other, "b")) is expected


def test_a_telling_is_the_full_one_to_itself() -> None:
    """Of two tellings with one id neither is less full."""
    assert relation(telling(FULL), telling(FULL)) is Relation.FULL


def test_a_reprint_of_an_outlets_own_words_is_verbatim() -> None:
    """The same words in an outlet's own sentence are verbatim; without the marks of quotation they paraphrase."""
    first, *others = (
        replace(telling(words, id), form=Form.INDIRECT)
        for id, words in [
            ("a", "“Enough,” and that the treaty, she thought, would be signed"),
            ("b", "“Enough”, and that the treaty she thought would be signed."),
            ("c", "Enough, and that the treaty, she thought, would be signed"),
        ]
    )
    assert [relation(first, other) for other in others] == [Relation.VERBATIM, Relation.PARAPHRASE]
