"""What courts and inquiries found."""

from __future__ import annotations

import pytest

from onrecord.classify import is_public, stated
from onrecord.classify.findings import is_finding
from onrecord.record import Attribution, Form, Span, Statement


def made(source: str, cue: str, content: str) -> Attribution:
    """Return the attribution of a sentence of these words."""
    text = f"{source} {cue} {content}."
    first, second = len(source) + 1, len(source) + len(cue) + 2
    spans = ((0, len(source)), (first, first + len(cue)), (second, second + len(content)))
    return Attribution("d", *((Span.of(text, *span),) for span in spans), Form.INDIRECT, 0.9)


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The court", "found", "that the ferry line had known of the leak"),
        ("A court of appeal in Lorn", "has found", "the fee was never owed"),
        ("The inquiry", "finds", "that nobody had checked the doors"),
    ],
)
def test_a_finding_is_public(source: str, cue: str, content: str) -> None:
    """A court that finds something says so in public."""
    found = made(source, cue, content)
    assert is_finding(found)
    assert is_public(stated([Statement(found, None, "")])[0].stated)


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("A jury", "found", "the captain guilty on three counts"),
        ("The inquiry", "found", "nothing that had not been known"),
        ("The captain", "found", "that the door was open"),
        ("A member of the court", "found", "that the door was open"),
        ("The court", "found", "a new home by the river"),
        ("The court", "founded", "that the door was open"),
    ],
)
def test_others_are_none(source: str, cue: str, content: str) -> None:
    """Verdicts, empty hands, and those who only come upon something."""
    assert not is_finding(made(source, cue, content))
