"""Days as people write them, what judgements say, and what they come to."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.record import Field, Interval, Judgement, JudgementKind, Status, canonical, interval_of, verdict

DAYS = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-02-29~", "2024-02-29", "2024-02-29"),
    ("2024-02/2024-03-05", "2024-02-01", "2024-03-05"),
    ("2024?/2025%", "2024-01-01", "2025-12-31"),
]


@pytest.mark.parametrize(("edtf", "start", "end"), DAYS)
def test_days_in_the_extended_format(edtf: str, start: str, end: str) -> None:
    """A year, month or day covers its days; about it covers the same; two cover all between them."""
    assert interval_of(edtf) == Interval(start, end)


@pytest.mark.parametrize(
    "wrong", ["", "soon", "2023-02-29", "2024-13", "0000", "2025/2024", "1/2/3", "2024-1-1", "20240101"]
)
def test_what_is_no_day_is_refused(wrong: str) -> None:
    """Anything else is told, with what could be given."""
    with pytest.raises(InputError):
        interval_of(wrong)


def of(kind: JudgementKind, seen: int, **more: Any) -> Judgement:
    """Return a judgement of one statement."""
    return Judgement("ann", "2031-01-01", kind, ("s" * 24,), seen=seen, **more)


WRONG: list[dict[str, Any]] = [
    {"kind": JudgementKind.ACCEPTED, "subjects": ("a", "b"), "seen": 0},
    {"kind": JudgementKind.ACCEPTED, "subjects": ("a",)},
    {"kind": JudgementKind.ACCEPTED, "subjects": ("a",), "seen": -1},
    {"kind": JudgementKind.ACCEPTED, "subjects": ("a",), "seen": 0, "value": "1"},
    {"kind": JudgementKind.ACCEPTED, "subjects": ("a",), "seen": 0, "field": Field.FORM},
    {"kind": JudgementKind.CORRECTED, "subjects": ("a",), "seen": 0, "value": "1"},
    {"kind": JudgementKind.CORRECTED, "subjects": ("a",), "seen": 0, "field": Field.FORM},
    {"kind": JudgementKind.REJECTED, "subjects": (), "seen": 0},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_judgement_says_what_its_kind_needs_and_no_more(wrong: dict[str, Any]) -> None:
    """One statement, the version that was seen, and field and value only where one is corrected."""
    with pytest.raises(InputError):
        Judgement("ann", "2031-01-01", **wrong)


def test_the_same_said_of_another_version_is_another_judgement() -> None:
    """The version is part of the id: accepting twice is two judgements."""
    assert of(JudgementKind.ACCEPTED, 0).id != of(JudgementKind.ACCEPTED, 1).id


def test_the_log_s_order_decides_not_the_clock() -> None:
    """A later judgement with an earlier time holds against one before it."""
    first = Judgement("ann", "2031-01-02", JudgementKind.ACCEPTED, ("s",), seen=0)
    second = Judgement("ben", "2031-01-01", JudgementKind.REJECTED, ("s",), seen=1)
    assert verdict([(2, second), (1, first)]).status is Status.REJECTED


def test_a_correction_of_what_is_rejected_leaves_it_rejected() -> None:
    """Only accepting, or an undo, brings a rejected statement back."""
    value = canonical(Field.FORM, "mixed")
    fixed = of(JudgementKind.CORRECTED, 1, field=Field.FORM, value=value)
    come = verdict([(1, of(JudgementKind.REJECTED, 0)), (2, fixed)])
    assert (come.status, come.corrections) == (Status.REJECTED, {Field.FORM: "mixed"})
