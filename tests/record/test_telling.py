"""Utterances and occasions: by what they are known."""

from __future__ import annotations

import pytest

from onrecord.errors import InternalError
from onrecord.record import Occasion, Relation, Telling, Utterance, content_id, pair_id

A, B, C = sorted(content_id("statement", name) for name in "abc")


def uttered(*statements: str, known_by: tuple[str, str] = (A, B)) -> Utterance:
    """Return an utterance of these statements, the first of which is the fullest."""
    relations = [Relation.FULL, *[Relation.VERBATIM] * (len(statements) - 1)]
    return Utterance("o", tuple(map(Telling, statements, relations)), known_by)


def test_one_more_telling_leaves_an_utterance_its_id() -> None:
    """An utterance is known by two of its statements, however many tell it."""
    assert uttered(A, B).id == uttered(A, B, C).id == pair_id(A, B)


def test_one_more_statement_leaves_an_occasion_its_id() -> None:
    """An occasion is known by one of its statements, by no id that the statement itself has."""
    assert Occasion(("verek",), (A,), A).id == Occasion(("verek",), (A, B), A).id != A


@pytest.mark.parametrize("known_by", [(A, C), (A, A)])
def test_an_utterance_is_known_by_two_of_its_own(known_by: tuple[str, str]) -> None:
    """Statements of others, or one alone, do not name an utterance."""
    with pytest.raises(InternalError):
        uttered(A, B, known_by=known_by)


def test_an_occasion_is_known_by_one_of_its_own() -> None:
    """A statement of another occasion does not name it."""
    with pytest.raises(InternalError):
        Occasion(("verek",), (A, B), C)
