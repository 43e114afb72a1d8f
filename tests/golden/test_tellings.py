"""The examples, from raw text to who tells what how: reprints, cuts, alterations, paraphrases; the seeds apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.query.tellings import ShownUtterance
from onrecord.record import DescentKind, DifferenceKind, Relation

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "summit"
SEEDS = ROOT.parent / "shared" / "cases" / "seeds"
WIRE, COURIER, TRIBUNE = "meridian-wire.txt", "harbour-courier.html", "valden-tribune.html"
LANTERN, NORTHMARK = "the-lantern.txt", "northmark-post-0610"
SUNDIAL, OSTREL = "sundial-review.txt", "ostrel-today-17"
WORD_FOR_WORD = {Relation.FULL, Relation.VERBATIM}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[onrecord.Record]:
    """Give the examples as a record."""
    with onrecord.open(tmp_path_factory.mktemp("told") / "summit.onrecord", processes=1) as record:
        record.read(EXAMPLES)
        yield record


def told(record: onrecord.Record, article: str, beginning: str) -> list[tuple[Relation, ShownUtterance]]:
    """Return what the article's statement of these first words is to the fullest telling, in each utterance of it."""
    [one] = [s for s in record.statements() if named(s.heading.articles, article) and s.words.startswith(beginning)]
    found = record.tellings_of(one)
    return [(each.relation, shown) for shown in found for each in shown.tellings if each.reported.id == one.id]


def named(articles: tuple[str, ...], name: str) -> bool:
    """Return whether one of the articles has this name, whatever the folder."""
    return any(each.endswith(name) for each in articles)


def words(found: list[tuple[Relation, ShownUtterance]]) -> set[str]:
    """Return the first words of all tellings of utterances, without marks."""
    return {each.words.lstrip('“"')[:20] for _, shown in found for each in shown.tellings}


def test_a_reprint_is_known_by_its_text(record: onrecord.Record) -> None:
    """The Courier prints what the wire sent."""
    compared = record.compare(str(EXAMPLES / WIRE), str(EXAMPLES / COURIER))
    wire, courier = (each.document_id for each in compared.articles)
    assert [(d.document_id, d.origin_id, d.kind) for d in compared.descents] == [(courier, wire, DescentKind.REPRINT)]


def test_a_reprint_is_no_second_witness(record: onrecord.Record) -> None:
    """Two articles of one text count as one witness, beside each outlet of its own."""
    counts = [(len(shown.tellings), shown.witnesses) for _, shown in told(record, COURIER, "“We have lived")]
    assert counts == [(4, 3), (4, 3)]


@pytest.mark.parametrize(
    "beginning",
    [
        "“We have lived",
        "“Tolmark decides",
        "experts from both",
        "that an agreement was",
        "Sarnovia will",
        "the condition",
    ],
)
def test_a_reprint_tells_word_for_word(record: onrecord.Record, beginning: str) -> None:
    """Whatever the Courier reprints, quoted or not, one of the two tells in full and the other verbatim."""
    found = told(record, COURIER, beginning)
    of = {each.relation for _, shown in found for each in shown.tellings if named(each.reported.heading.articles, WIRE)}
    assert found
    assert {relation for relation, _ in found} | (of & WORD_FOR_WORD) == WORD_FOR_WORD


def test_a_shortening_is_named(record: onrecord.Record) -> None:
    """The Tribune quotes the end of the long quotation."""
    [(relation, shown)] = told(record, TRIBUNE, "“No government")
    assert relation is Relation.TRUNCATED
    assert shown.fullest.words.lstrip('“"').startswith("We have lived by this river")


def test_an_alteration_is_named(record: onrecord.Record) -> None:
    """The Lantern drops a "not", and so turns what was said into its opposite."""
    [shown] = [shown for relation, shown in told(record, LANTERN, '"We do not ask') if relation is Relation.ALTERED]
    [telling] = [each for each in shown.tellings if each.relation is Relation.ALTERED]
    assert words([(telling.relation, shown)]) >= {"We have lived by thi", "We do not ask for fa"}
    assert ("drops “not”", DifferenceKind.NEGATION) in [(d.reason.split(":")[0], d.kind) for d in telling.differences]


def test_a_body_and_its_secretary_tell_one_thing(record: onrecord.Record) -> None:
    """What the council's secretary said is shortened, in an article without a day, to what the council said."""
    [(relation, shown)] = told(record, SUNDIAL, "Lorn did not rule out")
    assert relation is Relation.TRUNCATED
    assert named(shown.fullest.reported.heading.articles, OSTREL)


def test_a_headline_tells_what_the_article_quotes(record: onrecord.Record) -> None:
    """Ostrel Today shortens in its headline what the council's secretary said."""
    [(relation, shown)] = told(record, OSTREL, "“Let the engineers")
    assert relation is Relation.TRUNCATED
    assert words([(relation, shown)]) >= {"We need to let the e", "Let the engineers sp"}


@pytest.mark.parametrize(
    ("article", "beginning", "of"),
    [
        (TRIBUNE, "stored water has a price", 'that "a fair price f'),
        (NORTHMARK, "Sarnovia's president is willing", "I am ready to come b"),
        (NORTHMARK, "that Sarnovia had relied", "We have lived by thi"),
        (NORTHMARK, "that his country would", "We have lived by thi"),
        (NORTHMARK, "that his country would", "No government of min"),
        (LANTERN, "to close his country's sluices", "We do not ask for fa"),
        (LANTERN, "to shut the river", "to close his country"),
        (SUNDIAL, "an accord on the River Asel", "that an agreement wa"),
    ],
)
def test_a_paraphrase_is_named(record: onrecord.Record, article: str, beginning: str, of: str) -> None:
    """What an outlet tells in its own words is beside the words that were said."""
    found = [(relation, shown) for relation, shown in told(record, article, beginning) if relation is not Relation.FULL]
    assert [relation for relation, _ in found] == [Relation.PARAPHRASE]
    assert of in words(found)


@pytest.mark.parametrize(
    ("article", "beginning"),
    [(LANTERN, "to close his country's sluices"), (NORTHMARK, "that Sarnovia had relied")],
)
def test_other_claims_are_not_grouped(record: onrecord.Record, article: str, beginning: str) -> None:
    """To close the sluices, to keep them open and to sign no treaty are three things."""
    assert "Sarnovia will not si" not in words(told(record, article, beginning))


def test_a_condition_left_out_of_a_paraphrase_is_named(record: onrecord.Record) -> None:
    """The Sundial's accord is within reach, whatever Tolmark does; Verek's agreement is not."""
    [(_, shown)] = told(record, SUNDIAL, "an accord on the River Asel")
    [telling] = [each for each in shown.tellings if each.relation is Relation.PARAPHRASE]
    [one] = telling.differences
    assert (one.kind, one.changes_meaning) == (DifferenceKind.CONDITION, True)
    assert "if Tolmark kept the upper dam open" in one.reason


def test_a_threat_is_not_beside_its_denial(record: onrecord.Record) -> None:
    """What the Lantern tells is what it quotes, not what the wire has: that the sluices stay open."""
    for beginning in ("to close his country's sluices", "to shut the river"):
        assert "We have lived by thi" not in words(told(record, LANTERN, beginning))


def test_a_comparison_shows_what_is_left_out(record: onrecord.Record) -> None:
    """The Lantern leaves out what both the wire and the Courier tell of the dam."""
    compared = record.compare(*(str(EXAMPLES / name) for name in (WIRE, COURIER, LANTERN)))
    left_out = compared.left_out(compared.articles[2].document_id)
    assert any("Tolmark decides" in row.words for row in left_out)


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared")
def test_two_occasions_on_one_matter_stand_side_by_side(tmp_path: Path) -> None:
    """What one politician said of one matter on two occasions is not merged, and yet compared row by row."""
    with onrecord.open(tmp_path / "seeds.onrecord", processes=1) as record:
        record.read(SEEDS)
        articles = sorted({name for s in record.statements() for name in s.heading.articles})
        compared = record.compare(*articles)
    ids = [each.document_id for each in compared.articles]
    of_him = [row for row in compared.rows if "Vladimir Putin" in {each.name for each in row.speakers}]
    on_nato = [row.told_by for row in of_him if "NATO" in row.words]
    assert not compared.shared
    assert {(each,) for each in ids} == set(on_nato)
