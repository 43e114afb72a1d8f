"""Figures that somebody puts on something."""

from __future__ import annotations

import time

import pytest

from onrecord.extract.estimates import with_estimates
from onrecord.record import Attribution, Form, Span
from onrecord.text.quotations import lines, quotations


def made(text: str, *before: Attribution) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each attribution that is added to `before`."""
    result = with_estimates(text, "d", lines(text), quotations(text), before)
    return [(a.source[0].words, a.cue[0].words, a.content[0].words) for a in result[len(before) :]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained. It put the cost at 310 million crowns.", ("It", "put", "the cost at 310 million crowns")),
        ("Tern Bank puts the loss at a tenth of sales.", ("Tern Bank", "puts", "the loss at a tenth of sales")),
        (
            "On Monday, the harbour board had put the price of a quay at about 1.5 million.",
            ("the harbour board", "had put", "the price of a quay at about 1.5 million"),
        ),
        ("She puts the chance at one in ten, he said.", ("She", "puts", "the chance at one in ten")),
        ("Police put the crowd at 20,000, others lower.", ("Police", "put", "the crowd at 20,000")),
        ("Officials put the number of dead at 42 on Friday", ("Officials", "put", "the number of dead at 42")),
        (
            "A report put the town’s debts at more than €3bn (for now).",
            ("A report", "put", "the town’s debts at more than €3bn"),
        ),
    ],
)
def test_an_estimate_is_found(text: str, wanted: tuple[str, str, str]) -> None:
    """Subject, verb, what the figure is put on, and the figure to the clause's end."""
    assert made(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The storm put the town at risk.",
        "He put the letter at 5 pm into the box.",
        "The trial is put at three weeks.",
        "A deal would put the cost at 3 million.",
        "If officials put the cost at 3 million, it fails.",
        "The board met and put the cost at 3 million.",
        "“It put the cost at 3 million,” said Lorn.",
        "Put the cost at 3 million.",
        "The town, which put the cost at 3 million, agreed.",
    ],
)
def test_others_are_none(text: str) -> None:
    """Other puttings, figures that nobody put yet, and what stands in quotation marks."""
    assert made(text) == []


def test_what_is_told_already_stays() -> None:
    """A clause within another attribution is that one's."""
    text = "It put the cost at 3 million."
    told = Attribution("d", (), (), (Span.of(text, 7, 28),), Form.INDIRECT, 0.9)
    assert made(text, told) == []


@pytest.mark.parametrize("piece", ["It put ", "It put the cost at 1", " put the the the cost at about about 1 "])
def test_long_texts_take_little_time(piece: str) -> None:
    """100 kB of clauses that never end."""
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()
    with_estimates(text, "d", lines(text), quotations(text), [])
    assert time.perf_counter() - start < 1
