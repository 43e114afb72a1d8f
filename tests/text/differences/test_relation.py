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
        ("she said that “we will sign the treaty if Lorn agrees to the terms.”", Relation.VERBATIM),
        ("“[The country] will sign the treaty if Lorn agrees to the terms.”", Relation.VERBATIM),
        ("“We will sign the treaty if Lorn agrees to the terms,” || “unless we will not.”", Relation.ALTERED),
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


@pytest.mark.parametrize(
    ("fuller", "other"),
    [("Is the dam safe for us?", "Is the dam safe for us."), ("It leaks. … It holds.", "It leaks. It holds.")],
)
def test_equal_words_are_altered_by_a_mark(fuller: str, other: str) -> None:
    """A question made a statement, and words that an ellipsis parted, are not the same."""
    assert relation(telling(fuller), telling(other, "b")) is Relation.ALTERED


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("the port had looked at “three places”", Relation.PARAPHRASE),
        ("there were talks at “very high levels of trust”", Relation.ALTERED),
    ],
)
def test_words_that_the_fuller_telling_does_not_quote_paraphrase_it(other: str, expected: Relation) -> None:
    """They tell what it tells in its own words, unless they are those that it quotes."""
    fuller = telling("that there were talks at “extremely high levels of trust” and the port looked at three sites")
    assert relation(fuller, telling(other, "b")) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("“All of us agree with it.”", Relation.ALTERED),
        ("“all of us agree with it.”", Relation.TRUNCATED),
        ("we heard that “All of us agree with it.”", Relation.TRUNCATED),
    ],
)
def test_a_cut_that_a_capital_hides_alters(other: str, expected: Relation) -> None:
    """A quotation that begins like a sentence, where one within a clause was cut off what denies or limits it."""
    assert relation(telling("Not all of us agree with it."), telling(other, "b")) is expected


def test_a_cut_before_a_clause_truncates() -> None:
    """Whose words they are falls, but the clause is whole."""
    fuller = telling("Odo Brand claims that the dam is safe for us.")
    assert relation(fuller, telling("“The dam is safe for us.”", "b")) is Relation.TRUNCATED
