"""The commands that show tellings side by side, on the examples as they are read in earnest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.present.conftest import Command

import onrecord

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "summit"


@pytest.fixture(scope="module")
def summit(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the record of the examples."""
    path = tmp_path_factory.mktemp("summit") / "summit.onrecord"
    with onrecord.open(path, processes=1) as record:
        record.read(EXAMPLES)
    return str(path)


def rows(out: str) -> list[dict[str, Any]]:
    """Return the JSON objects, one a line."""
    return [json.loads(line) for line in out.splitlines()]


def altered(command: Command, summit: str) -> str:
    """Return the id of the utterance with the altered quotation."""
    [found] = rows(command("utterances", "--relation", "altered", "--record", summit, "--json").out)
    return str(found["id"])


LISTS = (
    ("utterances",),
    ("documents",),
    ("anomalies", "--across"),
    ("compare", "meridian-wire", "the-lantern", "valden-tribune"),
    ("compare", "meridian-wire", "the-lantern", "valden-tribune", "harbour-courier", "northmark-post-0610"),
)


@pytest.mark.parametrize("words", LISTS)
def test_tables_fit_80_columns(command: Command, summit: str, words: tuple[str, ...]) -> None:
    """No table for people is wider than 80 columns where there is no terminal."""
    ended = command(*words, "--record", summit)
    assert ended.code == 0
    assert max(map(len, ended.out.splitlines())) <= 80


def test_utterances_count_independent_texts(command: Command, summit: str) -> None:
    """The wire's report and its reprint are one witness."""
    found = rows(command("utterances", "--words", "sluices", "--record", summit, "--json").out)
    [lantern] = [each for each in found if each["relations"].get("altered")]
    assert (lantern["documents"], lantern["witnesses"]) == (3, 2)


def test_a_dropped_negation_is_shown_in_brackets_and_told(command: Command, summit: str) -> None:
    """What the fuller telling has and the other lacks is marked without colour, and explained."""
    out = command("compare", altered(command, summit), "--record", summit).out
    assert "[−1! not]" in " ".join(out.split())
    assert "drops “not”: what is said becomes its opposite" in " ".join(out.split())


def test_a_statement_leads_to_its_tellings(command: Command, summit: str) -> None:
    """The id of a statement will do."""
    utterance = altered(command, summit)
    [shown] = rows(command("compare", utterance, "--record", summit, "--json").out)
    statement = shown["tellings"][-1]["statement"]
    found = rows(command("compare", statement, "--record", summit, "--json").out)
    assert utterance in [each["id"] for each in found]


def test_differences_are_ranges_of_the_words(command: Command, summit: str) -> None:
    """In JSON a difference says where it is in either telling."""
    [shown] = rows(command("compare", altered(command, summit), "--record", summit, "--json").out)
    [full] = [each for each in shown["tellings"] if each["relation"] == "full"]
    [other] = [each for each in shown["tellings"] if each["relation"] == "altered"]
    [negation] = [d for d in other["differences"] if d["reason"].startswith("drops “not”")]
    start, end = negation["fuller"]
    assert full["words"][start:end].strip() == "not"


def test_articles_side_by_side(command: Command, summit: str) -> None:
    """A row tells for each article what its telling is, or that it leaves it out."""
    [found] = rows(command("compare", "meridian-wire", "the-lantern", "--record", summit, "--json").out)
    told = {tuple(cell["relation"] for cell in row["cells"]) for row in found["rows"]}
    assert {("full", "altered"), ("full", None), (None, "full")} <= told


def test_one_article_cannot_be_compared(command: Command, summit: str) -> None:
    """An article's name alone is no utterance: the message says what to do."""
    ended = command("compare", "meridian-wire", "--record", summit)
    assert ended.code != 0
    assert "onrecord utterances" in ended.err


def test_an_unknown_article_is_told(command: Command, summit: str) -> None:
    """A name that no article has is an error that names it."""
    ended = command("compare", "meridian-wire", "no-such-paper", "--record", summit)
    assert ended.code != 0
    assert "no-such-paper" in ended.err


@pytest.mark.parametrize("of", ["utterance", "articles"])
def test_a_page_of_its_own(command: Command, summit: str, tmp_path: Path, of: str) -> None:
    """The HTML needs no script, no style sheet and no network."""
    words = [altered(command, summit)] if of == "utterance" else ["meridian-wire", "the-lantern"]
    ended = command("compare", *words, "--record", summit, "--html", str(tmp_path / "page.html"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert ended.code == 0
    assert "reported as said" in page
    assert not any(mark in page for mark in ("<script", "http://", "https://", "@import", "<link"))


def test_altered_quotations_are_anomalies(command: Command, summit: str) -> None:
    """Across articles, a quotation that lost its negation is listed with the reason."""
    [found] = rows(command("anomalies", "--across", "--record", summit, "--json").out)
    assert found["kind"] == "altered quotation"
    assert found["telling"]["document"] != found["fullest"]["document"]


def test_across_goes_without_kinds(command: Command, summit: str) -> None:
    """Kinds of pages' own anomalies cannot be asked for across articles."""
    assert command("anomalies", "--across", "--csv", "--record", summit).code != 0
