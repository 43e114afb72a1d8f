"""Which statements count: filters, time, duplicates; and the account of those that do not."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.networks.coded import said

from onrecord.errors import InputError, SettingsError
from onrecord.networks import Aggregation, Coded, Design, Duplicates, Events, Mode, network


def counted(statements: list[Coded], **choices: object) -> int:
    """Return how many statements count."""
    design = Design(rows="actor", columns="issue", qualifier="agree", **choices)  # type: ignore[arg-type]
    return network(statements, design).counted


def twice(first: str, second: str, **more: object) -> list[Coded]:
    """Return one statement on two days."""
    return [said(1, "Verek", "toll", True, first, **more), said(2, "Verek", "toll", True, second, **more)]


@pytest.mark.parametrize(
    ("rule", "first", "second", "wanted"),
    [
        (Duplicates.WEEK, "2024-12-30", "2025-01-05", 1),
        (Duplicates.WEEK, "2025-01-05", "2025-01-06", 2),
        (Duplicates.WEEK, "2024-03-04", "2025-03-04", 2),
        (Duplicates.MONTH, "2024-03-01", "2024-03-31", 1),
        (Duplicates.MONTH, "2024-03-01", "2025-03-01", 2),
        (Duplicates.YEAR, "2024-01-01", "2024-12-31", 1),
        (Duplicates.YEAR, "2024-12-31", "2025-01-01", 2),
        (Duplicates.ACROSS, "2020-01-01", "2025-01-01", 1),
        (Duplicates.DOCUMENT, "2020-01-01", "2025-01-01", 1),
        (Duplicates.INCLUDE, "2024-01-01", "2024-01-01", 2),
        (Duplicates.YEAR, "", "", 2),
    ],
)
def test_equal_statements_count_once(rule: Duplicates, first: str, second: str, wanted: int) -> None:
    """Within the same document, week, month, year or at all; of unknown days nobody knows that they are the same."""
    assert counted(twice(first, second), duplicates=rule) == wanted


@pytest.mark.parametrize(
    ("rule", "second"),
    [(Duplicates.MONTH, "2025-03-20"), (Duplicates.WEEK, "2025-02-26"), (Duplicates.WEEK, "2018-02-27")],
)
def test_dna_forgets_the_year(rule: Duplicates, second: str) -> None:
    """In DNA mode the same month or week of another year is the same."""
    assert counted(twice("2024-03-01", second), duplicates=rule, mode=Mode.DNA) == 1


@pytest.mark.parametrize(("number", "wanted"), [(127, 1), (128, 2), (-128, 1), (-129, 2)])
def test_dna_takes_large_numbers_for_different(number: int, wanted: int) -> None:
    """In DNA mode qualifiers that Java does not keep one object of are never equal."""
    statements = [said(1, "Verek", "toll", number), said(2, "Verek", "toll", number)]
    asked = {"duplicates": Duplicates.ACROSS, "aggregation": Aggregation.SUBTRACT, "mode": Mode.DNA}
    assert counted(statements, **asked) == wanted


def test_an_utterance_counts_once() -> None:
    """However many outlets reprint it, by default; each statement without an utterance counts."""
    reprinted = [
        said(n, "Verek", "toll", True, fullest_id="u", outlet=f"outlet {n // 2}", document=f"d{n}") for n in range(6)
    ]
    assert counted([*reprinted, said(7, "Verek", "toll", True)]) == 2


def test_an_utterance_counts_once_for_each_outlet() -> None:
    """Where that is asked for."""
    reprinted = [said(n, "Verek", "toll", True, fullest_id="u", outlet=f"outlet {n // 2}") for n in range(6)]
    assert counted(reprinted, duplicates=Duplicates.OUTLET) == 3


def test_duplicates_differ_by_qualifier_where_it_counts() -> None:
    """Agreement and disagreement in one document are two, unless the qualifier is ignored."""
    statements = [said(1, "Verek", "toll", True), said(2, "Verek", "toll", False)]
    rule = Duplicates.DOCUMENT
    found = [counted(statements, duplicates=rule, aggregation=a) for a in (Aggregation.SUBTRACT, Aggregation.IGNORE)]
    assert found == [2, 1]


def test_what_counts_once_opens_all() -> None:
    """An edge opens the statements that were taken for the same, too."""
    design = Design(rows="actor", columns="issue", duplicates=Duplicates.DOCUMENT)
    (edge,) = network(twice("2024-01-01", "2024-01-02"), design).edges()
    assert (edge.weight, edge.statements) == (1, ("s1", "s2"))


def test_the_numbers_add_up() -> None:
    """Every statement counts, or is left out for a reason that is told."""
    statements = [
        said(1, "Verek", "toll", True, "2024-01-01"),
        said(2, "Verek", "toll", True, "2024-01-01"),
        said(3, "", "toll", True, "2024-01-01"),
        said(4, "Lorn", "", True, "2024-01-01"),
        said(5, "Lorn", "toll", None, "2024-01-01"),
        said(6, "Osk", "toll", True, "2024-01-01"),
        said(7, "Lorn", "toll", True, ""),
        said(8, "Lorn", "toll", True, "2019-01-01"),
    ]
    design = Design(
        rows="actor",
        columns="issue",
        qualifier="agree",
        aggregation=Aggregation.SUBTRACT,
        duplicates=Duplicates.DOCUMENT,
        since=datetime(2024, 1, 1),
        exclude={"actor": frozenset({"Osk"})},
    )
    found = network(statements, design)
    assert (found.counted, dict(found.left_out)) == (
        1,
        {
            "out of the time asked for": 2,
            "left out by a filter": 1,
            "without actor": 1,
            "without issue": 1,
            "without agree": 1,
            "repeated": 1,
        },
    )


def test_only_what_has_a_value_counts() -> None:
    """Yes and no are 1 and 0 in filters, as in DNA."""
    statements = [said(1, "Verek", "toll", True), said(2, "Lorn", "toll", False)]
    assert counted(statements, only={"agree": frozenset({"1"})}) == 1


def test_isolates_are_kept_where_wanted() -> None:
    """Nodes whose statements a filter leaves out stay, but not those out of the time."""
    statements = [
        said(1, "Verek", "toll", True, "2024-01-01"),
        said(2, "Lorn", "ferry", True, "2024-01-01"),
        said(3, "Osk", "toll", True, "2020-01-01"),
    ]
    design = Design(
        rows="actor",
        columns="issue",
        isolates=True,
        since=datetime(2023, 1, 1),
        only={"issue": frozenset({"toll"})},
    )
    found = network(statements, design)
    assert (found.rows, found.columns) == (("Lorn", "Verek"), ("ferry", "toll"))


def test_the_rows_with_the_most_statements_are_kept() -> None:
    """Of equally many the first by name."""
    statements = [said(n, name, "toll", True) for n, name in enumerate(["Verek", "Osk", "Lorn", "Lorn"])]
    assert network(statements, Design(rows="actor", columns="issue", top=2)).rows == ("Lorn", "Osk")


def test_an_unknown_variable_is_told() -> None:
    """With those that there are."""
    with pytest.raises(SettingsError, match="no variable 'party'; there are: actor, agree, issue"):
        network([said(1, "Verek", "toll", True)], Design(rows="party", columns="issue"))


def test_kinds_of_values_do_not_mix() -> None:
    """Yes is not 1, and neither is a word."""
    with pytest.raises(InputError, match="'agree' mixes kinds of values"):
        Events.of([said(1, "Verek", "toll", True), said(2, "Verek", "toll", 1)])


def test_ids_are_unique() -> None:
    """Two statements of one id are told, not counted as one."""
    with pytest.raises(InputError, match="the same id"):
        Events.of([said(1, "Verek", "toll", True), said(1, "Lorn", "toll", True)])


def test_nothing_makes_an_empty_network() -> None:
    """Statements that all are left out make a network without nodes."""
    found = network([said(1, "", "toll", True)], Design(rows="actor", columns="issue"))
    assert (found.rows, found.columns, len(found)) == ((), (), 0)


@pytest.mark.parametrize(
    "choices",
    [
        {"rows": "actor", "columns": "actor"},
        {"rows": "actor", "columns": "issue", "aggregation": Aggregation.SUBTRACT},
        {"rows": "actor", "columns": "issue", "qualifier": "actor"},
        {"rows": "actor", "columns": "issue", "top": 0},
        {"rows": "actor", "columns": "issue", "mode": Mode.DNA, "duplicates": Duplicates.UTTERANCE},
    ],
)
def test_choices_that_do_not_go_together_are_refused(choices: dict[str, object]) -> None:
    """Nothing is silently taken for something else."""
    with pytest.raises(SettingsError):
        Design(**choices)  # type: ignore[arg-type]
