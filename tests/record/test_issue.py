"""Codebooks hold together, and issues keep their ids."""

import pytest

from onrecord.errors import InputError, InternalError
from onrecord.record import Assignment, Codebook, Concept, Issue


def test_concept_has_a_name() -> None:
    """A blank name is refused."""
    with pytest.raises(InputError, match="no name"):
        Concept(" ")


def test_names_differ() -> None:
    """Two concepts of one name are refused."""
    with pytest.raises(InputError, match="more than one concept 'ferry'"):
        Codebook((Concept("ferry"), Concept("ferry")))


def test_parent_is_in_the_codebook() -> None:
    """A parent that is none of the concepts is refused."""
    with pytest.raises(InputError, match="parent 'transport'"):
        Codebook((Concept("ferry", parent="transport"),))


@pytest.mark.parametrize("parents", [("a",), ("b", "a"), ("b", "c", "a")])
def test_no_concept_is_above_itself(parents: tuple[str, ...]) -> None:
    """Circles of one, two and three are refused."""
    with pytest.raises(InputError, match="above itself"):
        Codebook(tuple(Concept(name, parent=parent) for name, parent in zip("abc", parents, strict=False)))


def test_above_are_the_parents_in_order() -> None:
    """The nearest comes first."""
    book = Codebook((Concept("ferry", parent="ships"), Concept("ships", parent="transport"), Concept("transport")))
    assert list(book.above("ferry")) == ["ships", "transport"]


def test_unknown_concept_is_refused() -> None:
    """A name that is none of the concepts is told."""
    with pytest.raises(InputError, match="'tax' is no concept"):
        Codebook((Concept("ferry"),)).concept("tax")


def test_id_follows_what_the_codebook_says() -> None:
    """Another description makes another codebook."""
    assert Codebook((Concept("ferry"),)).id != Codebook((Concept("ferry", "boats that carry cars"),)).id


@pytest.mark.parametrize("chance", [-0.1, 1.1])
def test_chance_is_a_probability(chance: float) -> None:
    """A value out of range is refused."""
    with pytest.raises(InternalError):
        Assignment("ferry", chance)


def test_issue_keeps_its_id_when_statements_come() -> None:
    """The id is of the words alone."""
    assert Issue("ferry", ("ferry",), ("s1",)).id == Issue("the ferry", ("ferry",), ("s1", "s2")).id


@pytest.mark.parametrize("words", [(), ("ferry", "bridge"), ("ferry", "ferry")])
def test_words_of_an_issue_are_sorted(words: tuple[str, ...]) -> None:
    """No words, or words out of order or twice, are refused."""
    with pytest.raises(InternalError):
        Issue("ferry", words, ("s1",))
