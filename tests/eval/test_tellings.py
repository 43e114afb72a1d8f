"""The figures of tellings, on an outcome that is made up."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from eval.marks import read
from eval.outcomes import Outcome
from eval.telling_errors import cause, errors
from eval.tellings import figures, siblings
from tests.align.telling import telling
from tests.eval.test_marks import coverage

from eval import tellings
from onrecord.record import Descent, DescentKind

HEAD = """event: a bridge in Lorn
occasion v: Ilan Verek; council, 2031-05-12
occasion w: Ilan Verek; council, 2031-06-12
descent b a: reprint
apart now later: two days

"""
WHOLE = "“We build a wide bridge of stone before the first snow,”"
ALTERED = "“We build no wide bridge of stone before the first snow,”"
ARTICLES = (
    f"=== a | A | 2031-05-12\n{{v1.f #now|{WHOLE}}} Verek said.\n",
    f"=== b | B | 2031-05-12\n{{v1.v|{WHOLE}}} Verek said.\n",
    f"=== c | C | 2031-06-13\n{{v1.a:negation|{ALTERED}}} he said. {{w1.f #later|There was no money}}, he said.\n",
)


@pytest.fixture
def made(tmp_path: Path) -> Outcome:
    """Return an outcome in which everything is right."""
    words = {"a 1": WHOLE, "b 1": WHOLE, "c 1": ALTERED, "c 2": "There was no money"}
    (event,) = read("seen", coverage(tmp_path, *ARTICLES, head=HEAD))
    found = {
        name: telling(each, id=name, day="2031-06-12" if name == "c 2" else "2031-05-12")
        for name, each in words.items()
    }
    occasions = {name: frozenset({"later" if name == "c 2" else "now"}) for name in words}
    utterances = {name: frozenset({"u"}) for name in ("a 1", "b 1", "c 1")}
    descents = {
        ("b", "a"): Descent("b", "a", DescentKind.REPRINT, 1.0, 1.0),
        ("c", "a"): Descent("c", "a", DescentKind.EVENT, 0.0, 0.0),
        ("c", "b"): Descent("c", "b", DescentKind.EVENT, 0.0, 0.0),
    }
    return Outcome([event], found, len(found), occasions, utterances, descents)


def values(made: Outcome) -> dict[str, float]:
    """Return the figures' values."""
    return {name: figure.value for name, figure in figures(made).items()}


def test_what_is_right_scores_one(made: Outcome) -> None:
    """Every figure of a faultless outcome is 1."""
    assert set(values(made).values()) == {1.0}


def test_another_day_is_wrong(made: Outcome) -> None:
    """One of four statements is given a day that is not its own."""
    wrong = replace(made, found={**made.found, "b 1": telling(WHOLE, id="b 1", day="2031-05-13")})
    assert str(figures(wrong)["days"]) == "0.750  3 of 4"


def test_links_are_counted_among_what_was_found(made: Outcome) -> None:
    """A statement that was not found takes no link with it."""
    without = replace(made, found={name: told for name, told in made.found.items() if name != "c 1"})
    assert values(without)["links"] == 1.0


def test_a_telling_that_was_not_found_was_not_named(made: Outcome) -> None:
    """The figure from end to end counts it."""
    without = replace(made, found={name: told for name, told in made.found.items() if name != "c 1"})
    assert values(without)["found_and_named"] == 0.5


def test_a_hard_pair_in_one_utterance_is_not_apart(made: Outcome) -> None:
    """Two days told as one passage."""
    joined = replace(made, utterances={**made.utterances, "c 2": frozenset({"u"})})
    assert values(joined)["hard_negatives_apart"] == 0.0


def test_a_missed_link_lowers_recall(made: Outcome) -> None:
    """Two of three links hang on one telling."""
    parted = replace(made, utterances={**made.utterances, "c 1": frozenset({"x"})})
    assert str(figures(parted)["links"]) == "0.500  precision 1.000, recall 0.333: 1 right of 3, 1 said"


def test_a_descent_the_wrong_way_round_is_not_named(made: Outcome) -> None:
    """It is found, but the origin is the other one."""
    descents = {("a", "b"): Descent("a", "b", DescentKind.REPRINT, 1.0, 1.0)}
    found = values(replace(made, descents=descents))
    assert (found["descents"], found["descents_named"]) == (1.0, 0.0)


def test_descendants_of_one_origin_share_its_text() -> None:
    """Their pair counts neither for nor against."""
    assert siblings([("b", "a"), ("c", "a"), ("e", "d")]) == {frozenset({"b", "c"})}


def test_errors_of_what_is_right_are_none(made: Outcome) -> None:
    """Headings alone."""
    assert [line for line in errors(made) if not line.startswith("==")] == []


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"speaker": None}, "speaker unknown"),
        ({"speaker": "lorn"}, "speakers differ"),
        ({"day": "2031-05-20"}, "days differ"),
        ({"day": None}, "no day"),
        ({}, "link too weak"),
    ],
)
def test_causes_are_told_in_the_order_of_the_data(made: Outcome, change: dict[str, str | None], name: str) -> None:
    """The first stage that goes wrong is the cause."""
    a, b, *_ = made.marked()
    changed = replace(made, found={**made.found, "b 1": telling(WHOLE, id="b 1", **change)})
    assert cause(changed, a, b) == name


def test_errors_of_the_unseen_part_are_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command refuses, with the usual exit status of wrong arguments."""
    monkeypatch.setattr(sys, "argv", ["tellings", "--part", "unseen", "--errors"])
    with pytest.raises(SystemExit, match="2"):
        tellings.main()
