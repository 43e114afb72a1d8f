"""The commands that show tellings side by side, on the examples as they are read in earnest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.present.conftest import Command

import onrecord
from onrecord.record import pair_id

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
    assert lantern["documents"] - lantern["witnesses"] == 1


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


def test_a_former_id_leads_to_the_utterance(command: Command, summit: str) -> None:
    """An id that the utterance had once shows it, and what id it has now is said."""
    utterance = altered(command, summit)
    [shown] = rows(command("compare", utterance, "--record", summit, "--json").out)
    *_, one, other = (each["statement"] for each in shown["tellings"])
    ended = command("compare", pair_id(one, other)[:8], "--record", summit, "--json")
    assert ended.code == 0 and rows(ended.out) == [shown]
    assert f"is now {utterance}" in ended.err


def test_what_is_told_apart_is_explained(command: Command, summit: str) -> None:
    """An id made of statements that no utterance holds both tells which they are."""
    [one, other] = [
        rows(command("statements", "--words", words, "--record", summit, "--json").out)[0]["id"]
        for words in ("frank but useful", "close our sluices")
    ]
    ended = command("compare", pair_id(one, other), "--record", summit)
    assert ended.code == 4
    assert all(each[:8] in ended.err for each in (one, other)) and "are told apart now" in " ".join(ended.err.split())


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


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["meridian-wire"], "'meridian-wire' is one article: give 2 to 6 articles"),
        (["meridian-wire", "meridian-wire"], "'meridian-wire' was given before"),
        (["nothing"], "no utterance's id begins with 'nothing'"),
        (["meridian-wire", *("the-lantern", "valden-tribune", "harbour-courier", "northmark-post-0610")] * 2, "before"),
    ],
)
def test_what_cannot_be_compared_is_told(command: Command, summit: str, words: list[str], told: str) -> None:
    """One article, the same one twice, and what is no article: the message says what to do."""
    ended = command("compare", *words, "--record", summit)
    assert ended.code == 4
    assert told in ended.err


def test_a_list_names_all_who_tell_it_and_the_one_that_differs(command: Command, summit: str) -> None:
    """An article of unknown outlet is named, too, in order of time; what nobody quotes has its cue."""
    out = command("utterances", "--record", summit).out
    assert "altered: " in out and "rejected: the condition" in out
    [found] = rows(command("utterances", "--relation", "altered", "--record", summit, "--json").out)
    assert (found["told_by"][0], found["told_by"][-1]) == ("meridian-wire", "the-lantern")


def test_parts_of_one_quotation_are_told_apart_in_a_list(command: Command, summit: str) -> None:
    """Two outlets quote two parts of it: each utterance shows its part."""
    found = rows(command("utterances", "--words", '"nine hundred years"', "--record", summit, "--json").out)
    parts = {each["passage"] for each in found}
    assert "… no government of mine will sign away a single summer," in parts and len(parts) > 1


def test_an_utterance_is_put_together_with_its_witnesses(command: Command, summit: str) -> None:
    """Each part of what was said names the tellings that have it, and each telling what it descends from."""
    out = " ".join(command("compare", altered(command, summit), "--record", summit).out.split())
    assert "] not [A B] close our sluices to anyone," in out
    assert "B Harbour Courier 2025-06-09 18:40 +02:00: verbatim, descends from A" in out


def test_each_article_is_told_with_what_it_alters(command: Command, summit: str) -> None:
    """Who tells something otherwise is named with the reason, and how much each leaves out."""
    out = " ".join(command("compare", "meridian-wire", "the-lantern", "--record", summit).out.split())
    assert "alone tells 5, leaves out 9 that the other tells, tells 1 so that the meaning may change: ! Ilan" in out
    assert "negation: drops “not”: what is said becomes its opposite" in out


def test_parts_of_one_quotation_are_rows_of_their_own(command: Command, summit: str) -> None:
    """Two outlets quote two parts of it: each row shows its part, and who leaves that out."""
    articles = ("meridian-wire", "harbour-courier", "the-lantern", "valden-tribune", "ostrel-today-17")
    out = " ".join(command("compare", *articles, "--record", summit).out.split())
    assert "… no government of mine will sign away a single summer, full A; verbatim B; truncated D; not in C E" in out


def test_two_articles_of_one_quotation_have_one_row(command: Command, summit: str) -> None:
    """What both tell whole is one row, however many parts of it others tell."""
    [found] = rows(command("compare", "meridian-wire", "harbour-courier", "--record", summit, "--json").out)
    assert len([row for row in found["rows"] if "nine hundred years" in row["words"]]) == 1


def test_a_page_holds_all_utterances_of_a_statement(command: Command, summit: str, tmp_path: Path) -> None:
    """A long quotation is a telling of several utterances: the page has them all."""
    found = rows(command("statements", "--words", '"nine hundred years"', "--record", summit, "--json").out)
    command("compare", found[0]["id"], "--record", summit, "--html", str(tmp_path / "page.html"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count("<h2>Who told it, in order of time</h2>") == len(found[0]["utterances"]) == 2


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


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        (("--type", "threat"), "type", "threat"),
        (("--conditional",), "conditional", True),
        (("--stance", "oppose"), "stance", "oppose"),
    ],
)
def test_statements_are_filtered_by_what_they_are(
    command: Command, summit: str, options: tuple[str, ...], field: str, value: object
) -> None:
    """Type, condition and stance are conditions, and stand in the data."""
    found = rows(command("statements", *options, "--record", summit, "--json").out)
    assert {each[field] for each in found} == {value}


def test_statements_are_filtered_by_issue(command: Command, summit: str) -> None:
    """By the name of the issue, as `onrecord issues` lists it."""
    first = rows(command("issues", "--record", summit, "--json").out)[0]
    found = rows(command("statements", "--issue", first["name"], "--record", summit, "--json").out)
    assert len(found) == first["statements"]
    assert {each["issue"]["id"] for each in found} == {first["id"]}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "yesterday"), "--from is 'yesterday'; give a day"),
        (("--said-to", "x"), "--said-to is 'x'"),
        (("--limit", "0"), "--limit is 0"),
    ],
)
def test_a_wrong_value_is_told_by_its_option(
    command: Command, summit: str, options: tuple[str, ...], told: str
) -> None:
    """By what was typed, not by what the filter calls it."""
    assert f"onrecord: {told}" in command("utterances", *options, "--record", summit).err


@pytest.mark.parametrize("options", [("--type", "rant"), ("--stance", "angry"), ("--issue", "no such thing")])
def test_a_filter_that_is_none_is_told(command: Command, summit: str, options: tuple[str, ...]) -> None:
    """What is no type, stance or issue ends the command."""
    ended = command("statements", *options, "--record", summit)
    assert ended.code == 4
    assert ended.out == ""


def test_scorers_get_types_and_tellings(command: Command, summit: str) -> None:
    """The tellings of one passage share an utterance and an occasion."""
    line = ("export", "--words", '"close our sluices"', "--format", "statements-jsonl")
    found = rows(command(*line, "--record", summit).out)
    assert len({each["occasion_id"] for each in found}) == 1
    assert set.intersection(*(set(each["utterance"]) for each in found))
    assert all(each["type"] and each["conditional"] is not None for each in found)


def test_showing_tells_what_else_tells_it(command: Command, summit: str) -> None:
    """A statement's type, issue and utterance stand in its provenance."""
    [*_, last] = rows(command("statements", "--words", '"close our sluices"', "--record", summit, "--json").out)
    shown = command("show", last["id"], "--record", summit).out
    assert f"type        {last['type']}" in shown
    assert f"see onrecord compare {last['utterances'][0][:8]}" in shown
