"""The Python API reads well and shows well."""

from __future__ import annotations

import pickle
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests import fakes
from tests.store.filled import RELAYED

import onrecord
from onrecord.errors import SettingsError, StoreError
from onrecord.record import Outcome

NEWS = "Harbour & <ferry>\n\n“We <script>alert(1)</script> wait,” said Ada Mott.\n"


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> onrecord.Record:
    """Give a record of one article with markup in its words."""
    fakes.put_in(monkeypatch)
    (tmp_path / "a.txt").write_text(NEWS)
    opened = onrecord.open(tmp_path / "r.onrecord", processes=1)
    opened.read(tmp_path / "a.txt")
    return opened


def test_reading_returns_what_became_of_the_inputs(record: onrecord.Record, tmp_path: Path) -> None:
    """The summary counts by outcome."""
    told: list[object] = []
    summary = record.read(tmp_path, told=told.append)
    assert summary.outcomes[Outcome.DUPLICATE] == 1
    assert summary.inputs == len(told)


def test_statements_are_found_by_name(record: onrecord.Record) -> None:
    """Filters are arguments, statements tell speaker, words and article."""
    [statement] = record.statements(speaker="Mott")
    assert (statement.speaker, statement.words) == ("Ada Mott", "We <script>alert(1)</script> wait,")
    assert str(statement) == "Ada Mott (a.txt): We <script>alert(1)</script> wait,"
    assert record.statements(speaker="Nobody") == ()


def test_an_unknown_filter_is_told(record: onrecord.Record) -> None:
    """A condition that does not exist is an error of the caller's."""
    with pytest.raises(TypeError):
        record.statements(colour="red")


def test_a_statement_is_shown_by_itself(record: onrecord.Record) -> None:
    """What a list gave leads to the document and the bytes."""
    [statement] = record.statements()
    shown = record.show(statement)
    assert shown.capture.data == NEWS.encode()
    assert shown.paragraphs[0].words == "“We <script>alert(1)</script> wait,” said Ada Mott."


def test_a_record_verifies(record: onrecord.Record) -> None:
    """Verification and digest are one call each."""
    assert record.verify().ok
    assert len(record.digest()) == 64


class Tags(HTMLParser):
    """Collects the tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Remember the tag."""
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        """Remember the text."""
        self.text += data


def test_notebooks_get_no_markup_of_an_article(record: onrecord.Record) -> None:
    """An article's own tags are text in every representation."""
    statements = record.statements()
    shown = record.show(statements[0])
    article = onrecord.read_text(NEWS)
    for page in (statements._repr_html_(), statements[0]._repr_html_(), shown._repr_html_(), article._repr_html_()):
        found = Tags(page)
        assert "<script>alert(1)</script>" in found.text
        assert found.tags <= {"p", "b", "i", "q", "small", "mark", "div", "table", "tr", "th", "td", "h4"}


def test_a_text_is_read_without_any_file(record: onrecord.Record) -> None:
    """A plain text gives a document and its statements."""
    article = onrecord.read_text(NEWS)
    assert article.document.text == NEWS
    assert [s.speaker.name for s in article.statements if s.speaker] == ["Ada Mott"]


def test_a_record_that_must_exist_is_not_made(tmp_path: Path) -> None:
    """Opening without leave to create raises."""
    with pytest.raises(StoreError):
        onrecord.open(tmp_path / "r.onrecord", create=False)


def test_settings_are_checked(tmp_path: Path) -> None:
    """A setting out of range raises before any file is made."""
    with pytest.raises(SettingsError):
        onrecord.open(tmp_path / "r.onrecord", processes=0)
    assert list(tmp_path.iterdir()) == []


def test_the_context_closes(record: onrecord.Record) -> None:
    """A record is a context."""
    with record as opened:
        assert "r.onrecord" in repr(opened)


def test_names_are_listed() -> None:
    """The package's names are found by dir() though they are loaded late."""
    assert {"open", "read_text", "Record"} <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="no attribute 'opem'"):
        _ = onrecord.opem  # type: ignore[attr-defined]


@pytest.fixture
def quoting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> onrecord.Record:
    """Give a record of one article with quotations that are part of no statement."""
    fakes.put_in(monkeypatch)
    (tmp_path / "a.txt").write_bytes(RELAYED.data)
    opened = onrecord.open(tmp_path / "r.onrecord", processes=1)
    opened.read(tmp_path / "a.txt")
    return opened


def test_quotations_are_listed_and_add_up(quoting: onrecord.Record) -> None:
    """Those that are part of no statement, by reason, with the sum of all."""
    found = quoting.quotations(reason="title")
    assert [quoted.words for quoted in found] == ["“The Long Tide”"]
    assert (found.tally.quotations, found.tally.attributed, found.tally.unattributed) == (5, 2, 3)
    assert quoting.verify().ok


def test_quotations_survive_pickling(quoting: onrecord.Record) -> None:
    """The tally goes along."""
    found = quoting.quotations()
    again = pickle.loads(pickle.dumps(found))
    assert (again, again.tally) == (found, found.tally)


def test_acts_and_relays_are_conditions(quoting: onrecord.Record) -> None:
    """Filters of the command line are arguments."""
    [thought] = quoting.statements(act="thought")
    [relayed] = quoting.statements(relay="Tern", min_confidence=0.7)
    assert (thought.act, thought.relay) == ("thought", None)
    assert (relayed.act, relayed.relay) == ("communicated", "Tern News")


def test_notebooks_show_quotations(quoting: onrecord.Record) -> None:
    """The sum, and each quotation marked in its paragraph."""
    page = quoting.quotations()._repr_html_()
    assert "5 quotations in the body = 2 in statements + 3 unattributed" in page
    assert "<mark>“deal”</mark>" in page


def test_an_article_carries_its_quotations(quoting: onrecord.Record) -> None:
    """A text read without a file has its account too."""
    article = onrecord.read_text(RELAYED.data.decode())
    assert [quotation.span.words for quotation in article.unattributed] == [
        "“deal”",
        "“The Long Tide”",
        "“Who would have thought it.”",
    ]
    assert article.accounts is not None
    assert article.accounts.attributed == 2
