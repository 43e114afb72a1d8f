"""Verification finds every alteration of a record."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from tests import fakes
from tests.store.filled import ARTICLES, RELAYED, fill, made

from onrecord.errors import InputError
from onrecord.record import OffsetMap, Segment
from onrecord.run.verification import Verification, verify
from onrecord.run.wayback import leads_back
from onrecord.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a record of three articles."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        fill(store)
    return tmp_path / "r.onrecord"


def verified(path: Path) -> Verification:
    """Return the verification of the record at `path`."""
    with Store.open(path) as store:
        return verify(store)


def alter(path: Path, sql: str) -> None:
    """Change the record behind onrecord's back."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


def test_an_untouched_record_holds(path: Path) -> None:
    """Nothing is found wrong in what was just read, and every span is counted."""
    result = verified(path)
    assert result.findings == []
    assert (result.captures, result.documents, result.statements) == (3, 3, 4)
    assert result.share == f"{4 * 3 + 4} of {4 * 3 + 4} spans verified (100 %)"


def test_an_empty_record_holds(tmp_path: Path) -> None:
    """A record without articles has nothing wrong."""
    Store.open(tmp_path / "r", create=True).close()
    assert verified(tmp_path / "r").share == "0 of 0 spans verified (100 %)"


ALTERATIONS = [
    (
        "UPDATE spans SET words = 'We will rebuild no harbour' WHERE words LIKE 'We%'",
        "statement",
        "the record says 'We will re",
    ),
    ("UPDATE spans SET start = start + 1, end = end + 1 WHERE role = 'cue'", "statement", "the record says 'said'"),
    ("DELETE FROM spans WHERE role = 'content' AND words LIKE 'Never%'", "statement", "has no content"),
    ("DELETE FROM spans WHERE role = 'source' AND words = 'Ada Mott'", "statement", "its id does not follow"),
    ("UPDATE mentions SET words = 'Bo Lind' WHERE words = 'Bo Lund'", "actor", "the record says 'Bo Lind'"),
    ("UPDATE documents SET text = replace(text, 'reopen', 'demolish')", "document", "its text is not"),
    ("UPDATE documents SET outlet = 'The Gull' WHERE outlet = 'The Tern'", "document", "its outlet is not"),
    ("UPDATE documents SET published = '2031-03-03' WHERE outlet = 'The Tern'", "document", "published is not"),
    ("UPDATE regions SET kind = 'caption' WHERE kind = 'headline'", "document", "its regions is not"),
    ("UPDATE captures SET data = x'724f74686572'", "capture", "its bytes have SHA-256"),
    ("UPDATE captures SET data = x'7a00'", "capture", "cannot be checked: compressed bytes are damaged"),
    ("DELETE FROM documents WHERE outlet = 'The Tern'", "record", "lacks its documents"),
    ("UPDATE actors SET name = 'Eve Mott' WHERE name = 'Ada Mott'", "statement", "index does not hold"),
    ("DELETE FROM search WHERE speaker = 'Ada Mott'", "statement", "index does not hold"),
    ("INSERT INTO search (statement_id, content) VALUES ('f', 'x')", "statement", "the record does not"),
]


@pytest.mark.parametrize(("sql", "noun", "wrong"), ALTERATIONS)
def test_an_alteration_is_found(path: Path, sql: str, noun: str, wrong: str) -> None:
    """Whatever is changed in the file is named, with the noun and what does not hold."""
    alter(path, sql)
    result = verified(path)
    assert not result.ok
    assert any(finding.noun == noun and wrong in finding.wrong for finding in result.findings), result.findings


@pytest.fixture
def relayed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a record with a nested statement and with quotations that are part of none."""
    fakes.put_accounts_in(monkeypatch)
    with Store.open(tmp_path / "relayed.onrecord", create=True) as store:
        fill(store, RELAYED)
    return tmp_path / "relayed.onrecord"


def test_relays_and_quotations_hold(relayed: Path) -> None:
    """The spans of who relays and of unattributed quotations are verified with the others."""
    result = verified(relayed)
    assert result.findings == []
    assert result.spans == (3 + 4 + 3) + 3 + 3


@pytest.mark.parametrize(
    ("sql", "noun", "wrong"),
    [
        ("UPDATE spans SET words = 'Bern News' WHERE role = 'via'", "statement", "the record says 'Bern News'"),
        ("DELETE FROM spans WHERE role = 'via'", "statement", "its id does not follow"),
        ("UPDATE statements SET relay_id = NULL", "statement", "index does not hold"),
        ("UPDATE unattributed SET words = '“meal”' WHERE words = '“deal”'", "quotation", "the record says '“meal”'"),
        ("UPDATE unattributed SET start = start + 1 WHERE words = '“deal”'", "document", "does not hold together"),
        ("UPDATE unattributed SET id = 'f' WHERE words = '“deal”'", "quotation", "its id does not follow"),
        ("UPDATE unattributed SET reason = 'title'", "quotation", "listed as title, its text gives scare quotes"),
        ("UPDATE unattributed SET reason = 'boredom'", "document", "does not hold together"),
        ("DELETE FROM unattributed WHERE reason = 'title'", "quotation", "is part of no statement and not listed"),
        ("UPDATE documents SET quotations = 9", "document", "has 5 quotations, the record says 9"),
        ("UPDATE documents SET quotations = 2", "document", "3 of 2 quotations cannot be unattributed"),
    ],
)
def test_an_alteration_of_relays_or_quotations_is_found(relayed: Path, sql: str, noun: str, wrong: str) -> None:
    """What is changed, left out or added is named."""
    alter(relayed, sql)
    findings = verified(relayed).findings
    assert any(finding.noun == noun and wrong in finding.wrong for finding in findings), findings


def test_a_quotation_that_a_statement_holds_is_not_unattributed(relayed: Path) -> None:
    """A quotation listed though a statement holds it is named."""
    words = "“the ferry sails”"
    start = made(RELAYED).document.text.index(words)
    alter(
        relayed,
        "INSERT INTO unattributed SELECT 'f', document_id, "
        f"{start}, {start + len(words)}, '{words}', 'title' FROM unattributed LIMIT 1",
    )
    wrong = [finding.wrong for finding in verified(relayed).findings]
    assert (
        f"[{start}, {start + len(words)}) is listed as unattributed, which its text and statements do not give" in wrong
    )


def test_one_wrong_span_is_not_rounded_away(path: Path) -> None:
    """The share is never given as 100 % when a span fails."""
    result = Verification(spans=1_000_000, verified=999_999)
    assert result.share == "999999 of 1000000 spans verified (99.99 %)"


@pytest.mark.parametrize(
    ("text", "source", "segments", "holds"),
    [
        ("a & b", "a &amp; b", [(0, 2, 0, 2), (2, 1, 2, 5), (3, 2, 7, 2)], True),
        ("a b", "a \n\t b", [(0, 1, 0, 1), (1, 1, 1, 4), (2, 1, 5, 1)], True),
        ("a\nb", "<p>a</p><p>b</p>", [(0, 1, 3, 1), (1, 1, 4, 0), (2, 1, 11, 1)], True),
        ("a b", "a\u00a0b", [(0, 3, 0, 3)], True),
        ("a\nb", "a<BR/>b", [(0, 1, 0, 1), (1, 1, 1, 5), (2, 1, 6, 1)], True),
        ("a b", "a<i>x</i>b", [(0, 1, 0, 1), (1, 1, 1, 8), (2, 1, 9, 1)], False),
        ("a x", "a b", [(0, 3, 0, 3)], False),
        ("a < b", "a &amp; b", [(0, 2, 0, 2), (2, 1, 2, 5), (3, 2, 7, 2)], False),
        ("axb", "a b", [(0, 1, 0, 1), (1, 1, 1, 0), (2, 1, 2, 1)], False),
    ],
)
def test_the_way_back_is_followed(
    text: str, source: str, segments: list[tuple[int, int, int, int]], holds: bool
) -> None:
    """White space and character references lead back; altered words do not."""
    document = made(ARTICLES[0]).document
    way = OffsetMap(tuple(Segment(*segment) for segment in segments))
    changed = replace(document, text=text, regions=(), offsets=way, published=None, updated=None)
    assert leads_back(changed, 0, len(text), source) is holds


def test_progress_is_told(path: Path) -> None:
    """The caller hears of every capture."""
    told: list[tuple[int, int]] = []
    with Store.open(path) as store:
        verify(store, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_capture_that_no_longer_makes_a_document_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that its bytes do not give any more is a finding, not an end."""

    def refuse(capture: object) -> None:
        raise InputError("no more")

    monkeypatch.setattr("onrecord.clean.document", refuse)
    assert "cannot be made again: no more" in {finding.wrong for finding in verified(path).findings}
