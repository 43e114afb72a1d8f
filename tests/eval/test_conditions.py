"""Traps for conditions are read, and what becomes of them is told right."""

from pathlib import Path

import pytest
from eval.conditions import Trap, outcome, read

from onrecord.record import Attribution, Form, Span, Statement


def test_there_are_at_least_two_hundred() -> None:
    """The bundled traps are many, of all four marks."""
    traps = list(read())
    assert len(traps) >= 200
    assert {trap.mark for trap in traps} == set("C-NH")


def test_brackets_become_the_condition(tmp_path: Path) -> None:
    """The text is without brackets; the condition is where they stood."""
    path = tmp_path / "traps.txt"
    path.write_text("# a comment\n\nC He goes [if it rains].\n", encoding="utf-8")
    (trap,) = read(path)
    assert trap == Trap(3, "C", "He goes if it rains.", (8, 19))


@pytest.mark.parametrize("line", ["C He goes.", "- He goes [if it rains].", "X He goes.", "He goes."])
def test_what_is_no_trap_is_refused(line: str, tmp_path: Path) -> None:
    """A line with a wrong mark, or brackets that do not fit it, names itself."""
    path = tmp_path / "traps.txt"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=":1: no trap"):
        list(read(path))


def _statement(*, condition: bool = False, negated: bool = False) -> Statement:
    span = Span.of("He goes if it rains.", 0, 19)
    attribution = Attribution("d", (), (), (span,), Form.INDIRECT, 0.9)
    return Statement(attribution, None, "", condition=(span,) if condition else (), negated=negated, stated=0.9)


@pytest.mark.parametrize(
    ("mark", "found", "became"),
    [
        ("C", (_statement(condition=True),), "right"),
        ("C", (_statement(),), "wrong"),
        ("C", (), "missed"),
        ("-", (_statement(),), "right"),
        ("-", (_statement(condition=True),), "wrong"),
        ("N", (_statement(negated=True),), "right"),
        ("H", (_statement(),), "wrong"),
    ],
)
def test_outcomes(mark: str, found: tuple[Statement, ...], became: str) -> None:
    """A trap is right, wrong, or missed where no statement was found."""
    trap = Trap(1, mark, "He goes if it rains.", (8, 19) if mark == "C" else None)
    assert outcome(trap, found) == became
