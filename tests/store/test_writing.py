"""What is written is read back, and what does not hold is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests import fakes
from tests.store.filled import ARTICLES, RELAYED, fill, made

from onrecord.errors import InternalError
from onrecord.record import Accounts, Act, Capture, MediaType, Reason, Span, Statement
from onrecord.store import Store, nouns, record_digest
from onrecord.store.schema import PROPER, captures, spans, statements, unattributed


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give an empty record."""
    return Store.open(tmp_path / "r.onrecord", create=True)


def test_a_document_is_read_back_as_it_was(store: Store) -> None:
    """Text, regions, offsets, times and flags survive."""
    fill(store)
    document = made(ARTICLES[1]).document
    with store.reading() as connection:
        assert nouns.document_of(connection, document.id) == document


def test_a_capture_is_read_back_as_it_was(store: Store) -> None:
    """Bytes, locator and what the user gave survive."""
    fill(store)
    with store.reading() as connection:
        assert nouns.capture_of(connection, made(ARTICLES[0]).document.id) == ARTICLES[0]


def test_statements_are_read_back_as_they_were(store: Store) -> None:
    """Spans, speakers and confidences survive."""
    fill(store)
    expected = made(ARTICLES[0]).statements
    with store.reading() as connection:
        found = nouns.statements_by_id(connection, [s.id for s in expected])
    assert tuple(found[s.id] for s in expected) == expected


def test_acts_and_relays_are_read_back_as_they_were(store: Store) -> None:
    """Who relays, with which words, and what was only thought survive."""
    fill(store, RELAYED)
    outer, inner, thought = made(RELAYED).statements
    with store.reading() as connection:
        found = nouns.statements_by_id(connection, [outer.id, inner.id, thought.id])
    assert [found[s.id] for s in (outer, inner, thought)] == [outer, inner, thought]
    assert inner.relay == outer.speaker
    assert (outer.relay, thought.attribution.act) == (None, Act.THOUGHT)


def test_accounts_are_read_back_as_they_were(store: Store) -> None:
    """How many quotations there are, and which are unattributed for which reason, survives."""
    fill(store, RELAYED)
    article = made(RELAYED)
    with store.reading() as connection:
        assert nouns.accounts_of(connection, article.document.id) == article.accounts
    assert [(u.span.words, u.reason) for u in article.unattributed] == [
        ("“deal”", Reason.SCARE_QUOTES),
        ("“The Long Tide”", Reason.TITLE),
        ("“Who would have thought it.”", Reason.NO_SOURCE),
    ]


def test_a_remade_document_takes_its_quotations_along(store: Store) -> None:
    """Quotations that a later version attributes are listed no longer."""
    fill(store, RELAYED)
    article = made(RELAYED)
    with store.writing() as connection:
        fewer = Accounts(5, article.unattributed[:1])
        store.add(connection, RELAYED, article.document, article.statements, made_by="fake 2", accounts=fewer)
    with store.reading() as connection:
        assert connection.execute(select(unattributed.c.words)).scalars().all() == ["“deal”"]
        assert nouns.accounts_of(connection, article.document.id) == fewer


@pytest.mark.parametrize("wrong", [{"document_id": "x"}, {"span": Span(0, 6, "“deal”")}])
def test_a_quotation_that_the_text_does_not_hold_is_refused(store: Store, wrong: dict[str, object]) -> None:
    """A quotation of another document, or of other words, is never written."""
    article = made(RELAYED)
    accounts = Accounts(5, (replace(article.unattributed[0], **wrong),))
    with pytest.raises(InternalError, match="is not what the text says"), store.writing() as connection:
        store.add(connection, RELAYED, article.document, (), made_by=fakes.MADE_BY, accounts=accounts)
    assert counts(store) == [0] * len(PROPER)


@pytest.mark.parametrize("odd", ["Emoji 🙂 here", "Combining e\u0301 here", "Line\u2028end", "\ufeffmark"])
def test_odd_text_is_read_back_as_it_was(store: Store, odd: str) -> None:
    """Characters that databases like to alter survive."""
    capture = fakes.capture(f"Head\n\n{odd}. “Well {odd},” said Ada Mott.\n", odd)
    fill(store, capture)
    article = made(capture)
    with store.reading() as connection:
        assert nouns.document_of(connection, article.document.id) == article.document
        assert nouns.capture_of(connection, article.document.id) == capture
        assert list(nouns.statements_by_id(connection, [article.statements[0].id]).values()) == [*article.statements]


def test_a_locator_of_another_encoding_is_read_back(store: Store) -> None:
    """A file name that is not UTF-8 survives as Python gives it."""
    capture = fakes.capture("Head\n\n“Yes,” said Ada Mott.\n", "caf\udce9.txt")
    fill(store, capture)
    with store.reading() as connection:
        assert nouns.capture_of(connection, made(capture).document.id) == capture


def test_adding_twice_changes_nothing(store: Store) -> None:
    """The same articles added again leave the same rows."""
    fill(store)
    before = record_digest(store), counts(store)
    fill(store)
    assert (record_digest(store), counts(store)) == before


def counts(store: Store) -> list[int]:
    """Return the number of rows of each table."""
    with store.reading() as connection:
        return [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in PROPER]


def test_a_remade_document_takes_the_place_of_the_earlier_one(store: Store) -> None:
    """Statements that a later version no longer finds are gone, from the search index too."""
    fill(store, ARTICLES[0])
    article = made(ARTICLES[0])
    with store.writing() as connection:
        store.add(connection, ARTICLES[0], article.document, article.statements[:1], made_by="fake 2")
    with store.reading() as connection:
        ids = connection.execute(select(statements.c.id)).scalars().all()
        indexed = connection.exec_driver_sql("SELECT statement_id FROM search").scalars().all()
    assert ids == indexed == [article.statements[0].id]


def test_words_that_the_text_does_not_hold_are_refused(store: Store) -> None:
    """A statement whose span differs from the text is never written."""
    article = made(ARTICLES[0])
    statement = article.statements[0]
    content = statement.attribution.content[0]
    altered = Span(content.start, content.end, "x" * len(content.words))
    wrong = Statement(replace(statement.attribution, content=(altered,)), statement.speaker, "name")
    with pytest.raises(InternalError, match="is not what the text says"), store.writing() as connection:
        store.add(connection, ARTICLES[0], article.document, [wrong], made_by=fakes.MADE_BY)
    assert counts(store) == [0] * len(PROPER)


def test_a_statement_of_another_document_is_refused(store: Store) -> None:
    """A statement is written with its own document alone."""
    article = made(ARTICLES[0])
    wrong = [replace(article.statements[0], attribution=replace(article.statements[0].attribution, document_id="x"))]
    with pytest.raises(InternalError, match="belongs to another document"), store.writing() as connection:
        store.add(connection, ARTICLES[0], article.document, wrong, made_by=fakes.MADE_BY)


def test_an_error_within_a_transaction_leaves_nothing(store: Store) -> None:
    """What was written before the error is rolled back."""
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        article = made(ARTICLES[0])
        store.add(connection, ARTICLES[0], article.document, article.statements, made_by=fakes.MADE_BY)
        raise ZeroDivisionError
    assert counts(store) == [0] * len(PROPER)


def test_bytes_are_stored_compressed_where_that_is_shorter(store: Store) -> None:
    """A long text takes less room than its bytes, and its size is known without reading it."""
    capture = Capture(b"Head\n\n" + b"All is well. " * 5000, MediaType.PLAIN, "long.txt", "long.txt")
    fill(store, capture)
    with store.reading() as connection:
        stored = connection.exec_driver_sql("SELECT length(data), size FROM captures").one()
        assert stored[0] < 2000
        assert stored[1] == len(capture.data)
        assert connection.execute(select(captures.c.data)).scalar_one() == capture.data


def test_foreign_keys_hold(store: Store) -> None:
    """A span without its statement cannot be written."""
    from onrecord.errors import StoreError

    with pytest.raises(StoreError, match="FOREIGN KEY"), store.writing() as connection:
        connection.execute(spans.insert().values(statement_id="x", role="cue", start=0, end=1, words="x"))
