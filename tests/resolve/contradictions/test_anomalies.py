"""What the page itself contradicts."""

from __future__ import annotations

import time

import pytest
from tests.resolve.marked import document, marked

from onrecord.record import Document
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.resolve import statements
from onrecord.resolve.authority import authority
from onrecord.resolve.contradictions import anomalies
from onrecord.resolve.when import times


def flags(doc: Document) -> list[Anomaly]:
    """Return the flags of a document without statements."""
    return list(anomalies(doc, (), times(doc), authority()))


def kinds(text: str, published: str | None = None, headline: bool = False) -> list[AnomalyKind]:
    """Return the kinds of the flags of a text."""
    return [flag.kind for flag in flags(document(text, published, headline))]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers on 29/9 threatened to close the dam.",
        "On 29/9, the ministers met in Tarsk.",
        "The ministers met on 29 September 2025 in Tarsk.",
        "The ministers met on September 29 in Tarsk.",
    ],
)
def test_future_told_as_past(text: str) -> None:
    """A day after publication that a verb in the past stands beside is flagged, with both days in the reason."""
    (flag,) = flags(document(text, "2025-09-02"))
    assert flag.kind is AnomalyKind.FUTURE
    assert "2025-09-29" in flag.reason
    assert "2025-09-02" in flag.reason


@pytest.mark.parametrize(
    "text",
    [
        "The ministers will meet on 29/9 in Tarsk.",
        "The meeting was scheduled on 29 September.",
        "The ministers agreed to have met on 29/9.",
        "The film, released on 29 September, is by Orla Brandt.",
        "The vote is to be held on 29/9.",
        "The ministers met on 29 August in Tarsk.",
        "The ministers met on Saturday in Tarsk.",
        "A message that Lorn posted on January 3 was read.",
        "“We met on 29/9,” she said.",
    ],
)
def test_no_future(text: str) -> None:
    """What is to come, what was, and what may be of the year before is not flagged."""
    assert kinds(text, "2025-09-02") == []


def test_undated_page() -> None:
    """Without a date of publication the day that the first sentence tells is the page's."""
    doc = document("Speaking in Tarsk on 1/9, Lorn said it rains.\nThe ministers on 29/9 threatened to close the dam.")
    (flag,) = flags(doc)
    assert flag.kind is AnomalyKind.FUTURE
    assert [span.words for span in flag.spans] == ["1/9", "29/9"]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("They met on Monday, 3 September 2025.", True),
        ("They met on Wednesday, 3 September 2025.", False),
        ("They met on Monday, September 3, 2025.", True),
        ("They met on Tue, Sept. 3.", True),
        ("They met on Wed, Sept. 3.", False),
        ("They met on Monday, March 3.", False),
        ("On Monday 12 people met.", False),
    ],
)
def test_weekday(text: str, flagged: bool) -> None:
    """A weekday that its date does not have is flagged; far from publication the year is not known."""
    assert kinds(text, "2025-09-05") == [AnomalyKind.WEEKDAY] * flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Lorn spoke on 1/9. It was on January 9 that she spoke.", True),
        ("Speaking in Tarsk, Lorn said on January 9 that it rains.", True),
        ("They met on 13/8 and on 8/14.", True),
        ("They met on 1/9 and on 2/9.", False),
        ("It rains.\nLorn was born on January 9.", False),
        ("The rate is 1/9 of 8/14.", False),
    ],
)
def test_day_and_month(text: str, flagged: bool) -> None:
    """Figures of two orders, and a date in letters that was read the other way round, are flagged."""
    assert (AnomalyKind.DAY_MONTH in kinds(text, "2025-09-02")) is flagged


@pytest.mark.parametrize(
    ("text", "published", "flagged"),
    [
        ("They agreed with former U.S. President Donald Trump.", "2025-09-02", True),
        ("They agreed with Donald Trump, the former US president.", "2025-09-02", True),
        ("They agreed with ex-President Trump.", "2025-09-02", True),
        ("They agreed with former U.S. President Donald Trump.", "2023-09-02", False),
        ("They agreed with former U.S. President Barack Obama.", "2025-09-02", False),
        ("They agreed with President Barack Obama.", "2025-09-02", False),
        ("He may lose once he is former President Trump.", "2025-09-02", False),
        ("U.S. President Donald Trump met them.", "2015-09-02", True),
        ("A President Donald Trump would be loud.", "2015-09-02", False),
        ("U.S. President-elect Donald Trump met them.", "2016-12-02", False),
        ("U.S. President Barack Obama said on Monday that it rains.", "2025-09-02", True),
        ("In 2015 U.S. President Barack Obama said on a Monday that it rains.", "2025-09-02", False),
        ("U.S. Vice President Donald Trump met them.", "2025-09-02", False),
        ("Former Sarnovian President Ilan Verek met them.", "2025-09-02", False),
    ],
)
def test_office(text: str, published: str, flagged: bool) -> None:
    """A sitting president called former, and an office not yet or no longer held, are flagged; courtesy is not."""
    assert kinds(text, published) == [AnomalyKind.OFFICE] * flagged


@pytest.mark.parametrize(
    ("headline", "body", "flagged"),
    [
        ("12 killed as dam breaks", "At least 21 people were killed when the dam broke.", False),
        ("12 killed as dam breaks", "Police said 21 people were killed when the dam broke.", True),
        ("12 killed as dam breaks", "Police said 12 people were killed and 21 injured.", False),
        ("12 killed as dam breaks", "Police said 21 people were injured when the dam broke.", False),
        ("Dam break kills 12", "Police said 13 people were killed when the dam broke.", True),
        ("Council sells five dams", "The council sold three dams.", True),
        ("Council sells five dams", "The council sold five of its eight dams.", False),
        ("Nearly 50 dams sold", "The council sold 30 dams.", False),
        ("50 dams sold", "The council sold 48 dams.", False),
        ("Council sells five dams", "The council sold three dams, and in May eight dams.", False),
        ("Dam shut for 3 days", "The dam was shut for 5 days.", False),
    ],
)
def test_number(headline: str, body: str, flagged: bool) -> None:
    """A number that the body gives otherwise, and only otherwise, of the same things or fate is flagged."""
    assert kinds(f"{headline}\n{body}", headline=True) == [AnomalyKind.NUMBER] * flagged


BODY = (
    "{2s|Hedda Lorn} {2c|said} {2x|that the dam must stay open for the farmers}.\n"
    "{3s|Lorn} {3c|said} {3x|water has a price}."
)


@pytest.mark.parametrize(
    ("headline", "flagged"),
    [
        ("{s|Lorn}{c|:} {x|Agreement Within Reach On Fishing Rights}", True),
        ("{s|Lorn}{c|:} {x|Dam Must Stay Open For Farmers}", False),
        ("{s|Lorn} {c|hails} {x|farmers' long fight to keep dam open}", False),
        ("{s|Lorn}{c|:} {x|No Deal}", False),
        ("{s|Verek}{c|:} {x|Agreement Within Reach On Fishing Rights}", False),
    ],
)
def test_unborne(headline: str, flagged: bool) -> None:
    """A headline that has the body's speaker say what nothing there bears out is flagged."""
    told = marked(f"{headline}\n{BODY}", headline=True)
    found = anomalies(told.document, statements(told.document, told.attributions), (), authority())
    assert [flag.kind for flag in found] == [AnomalyKind.UNBORNE] * flagged


LONG = "Prime Minister Hedda Lorn at the Asel summit in Tarsk on Monday."


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (f"{LONG}\nIt rains.\n{LONG} |", [2]),
        (f"{LONG}\n{LONG}\n{LONG}", [3]),
        ("Read more.\nIt rains.\nRead more.", []),
        ("\n".join([LONG, f"B {LONG}", "x", LONG, f"B {LONG}"]), [2]),
        ("\n".join(f"{i} {LONG}\nx" for i in [*range(5), *range(5)]), []),
        (f"5:55 p.m.\n{LONG}\n6 p.m.\n{LONG}\n7:10 p.m.\n{LONG}", []),
    ],
)
def test_repeated(text: str, spans: list[int]) -> None:
    """A paragraph printed twice is flagged once, with every printing; pages that repeat by their form are not."""
    assert [len(flag.spans) for flag in flags(document(text))] == spans


def test_order_and_ids() -> None:
    """Flags come in order of the text, each with an id of its own."""
    found = flags(document("They met on Monday, 3 September 2025.\nThe ministers on 29/9 met in Tarsk.", "2025-09-02"))
    assert [flag.kind for flag in found] == [AnomalyKind.WEEKDAY, AnomalyKind.FUTURE]
    assert len({flag.id for flag in found}) == 2


@pytest.mark.parametrize(
    "part", ["12 killed ", "Monday 3 May ", "former President A. ", "1/9 ", "on 29/9 ", "A B C D\n", "5 5 "]
)
def test_long(part: str) -> None:
    """A hundred thousand characters made to mislead are read in time."""
    doc = document("1 killed\n" + part * (100_000 // len(part)), "2025-09-02", headline=True)
    begun = time.perf_counter()
    anomalies(doc, (), (), authority())
    assert time.perf_counter() - begun < 20
