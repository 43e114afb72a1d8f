"""Tellings as pages show them."""

from __future__ import annotations

import pytest

from onrecord.present.telling_words import letter, rebuilt
from onrecord.present.web.tellings import beside, sign, untold
from onrecord.query import Filter
from onrecord.query import utterances as query
from onrecord.query.tellings import ShownUtterance
from onrecord.record import Difference, DifferenceKind, Relation
from onrecord.store import Store


@pytest.fixture
def found(retold: Store) -> ShownUtterance:
    """Give an utterance with an altered telling."""
    [one] = query.page(retold, Filter(), relation=Relation.ALTERED).utterances
    return query.show(retold, one.id)


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "A1"), (52, "A2")])
def test_letter(place: int, name: str) -> None:
    """Letters go from A to Z, then with a number."""
    assert letter(place) == name


@pytest.mark.parametrize(
    ("fuller", "other", "told"),
    [((0, 3), (0, 4), "changed"), ((0, 3), None, "dropped"), ((0, 3), (2, 2), "dropped"), (None, (0, 1), "added")],
)
def test_sign(fuller: tuple[int, int] | None, other: tuple[int, int] | None, told: str) -> None:
    """What was done with words follows from where they are."""
    assert sign(Difference(DifferenceKind.REPLACED, fuller, other, True, "x")) == told


def test_sign_of_circumstances() -> None:
    """Another speaker is nothing that was done with words."""
    assert sign(Difference(DifferenceKind.SPEAKER, None, None, True, "x")) == ""


def test_beside_keeps_the_words(found: ShownUtterance) -> None:
    """On either side the words together are those of the telling."""
    for each in beside(found.tellings):
        if each.telling.relation is not Relation.FULL:
            assert "".join(one.words for one in each.own) == each.telling.words
            assert "".join(one.words for one in each.fuller) == found.fullest.words


def test_beside_of_the_same_words(found: ShownUtterance) -> None:
    """Words that are the same need not be read twice."""
    assert [each.same for each in beside(found.tellings)] == [True, True, True, False]


def test_rebuilt(found: ShownUtterance) -> None:
    """Each part of the reconstruction names who tells it: not the one that dropped it."""
    told = {each.words: each.letters for each in rebuilt(found)}
    assert told["not"] == ("A", "B", "C")


@pytest.mark.parametrize(
    ("fuller", "other", "left"),
    [
        ("We go at dawn, not before.", "We go at dawn", [", not before."]),
        ("We go at dawn, not before.", "not before", ["We go at dawn,", "."]),
        ("We go of old at dawn, not before.", "speaking of not before", ["We go of old at dawn,", "."]),
        ("the same", "the same", []),
    ],
)
def test_untold(fuller: str, other: str, left: list[str]) -> None:
    """What a shorter telling leaves aside is told, though it may share a word by chance."""
    assert [fuller[start:end] for start, end in untold(fuller, other)] == left
