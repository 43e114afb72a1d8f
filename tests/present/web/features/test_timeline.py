"""The line of who told it first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.present.web.features.utterances.timeline import LEFT, WIDTH, timeline
from onrecord.present.web.tellings import Beside, beside
from onrecord.query import Filter
from onrecord.query import utterances as query
from onrecord.record import Relation
from onrecord.store import Store


@pytest.fixture
def pairs(retold: Store) -> tuple[Beside, ...]:
    """Give the tellings of an utterance."""
    [one] = query.page(retold, Filter(), relation=Relation.ALTERED).utterances
    return beside(query.show(retold, one.id).tellings)


def at(each: Beside, time: str | None) -> Beside:
    """Return a telling as published at another time."""
    reported = each.telling.reported
    heading = replace(reported.heading, published=time)
    return replace(each, telling=replace(each.telling, reported=replace(reported, heading=heading)))


def test_from_the_first_to_the_last(pairs: tuple[Beside, ...]) -> None:
    """The first telling stands at one end of the line, the last one at the other."""
    line = timeline(pairs)
    assert line is not None
    assert (line.marks[0].x, line.marks[-1].x) == (LEFT, WIDTH - LEFT)
    assert [mark.letter for mark in line.marks] == ["A", "B", "C", "D"]


def test_marks_stand_apart(pairs: tuple[Beside, ...]) -> None:
    """Tellings of one moment stand in rows of their own."""
    a, b, c, _ = pairs
    line = timeline([at(a, "2031-03-04"), at(b, "2031-03-04"), at(c, "2031-03-05")])
    assert line is not None
    assert line.marks[0].y != line.marks[1].y


@pytest.mark.parametrize("times", [("2031-03-04", "2031-03-04"), (None, "2031-03-04"), ("2031", None)])
def test_no_line(pairs: tuple[Beside, ...], times: tuple[str | None, ...]) -> None:
    """Without two times there is no line."""
    assert timeline([at(each, time) for each, time in zip(pairs, times, strict=False)]) is None
