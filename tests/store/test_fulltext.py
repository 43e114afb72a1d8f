"""Full-text terms are words, never syntax."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.filled import fill

from onrecord.query import Filter, find
from onrecord.store import Store, fulltext


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of a few statements."""
    folder: Path = tmp_path_factory.mktemp("record")
    with Store.open(folder / "r.onrecord", create=True) as opened:
        fill(opened)
        yield opened


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters()) | st.text(alphabet='"*()^:-+{}ANDORTE \x00\ud800', max_size=20))
def test_no_words_of_a_user_are_syntax(store: Store, words: str) -> None:
    """Any text whatever is answered without an error."""
    list(find(store, Filter(words=words, speaker=words, outlet=words)))


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("harbour", 3),
        ("HARBOUR", 3),
        ("harbour reopen", 1),
        ('"reopen the harbour"', 1),
        ('"harbour the reopen"', 0),
        ("harb", 0),
        ("harb*", 3),
        ("Ølgaard tonight", 1),
        ("?!", 0),
        ("tonight olgaard", 0),
        ("", 0),
        ("tides", 2),
    ],
)
def test_words_are_found(store: Store, words: str, count: int) -> None:
    """Words match without case; all must occur, in content, source, speaker or headline."""
    assert len(list(find(store, Filter(words=words)))) == count


def test_entries_of_the_index_are_numbered_by_id() -> None:
    """The row number follows from the statement's id and fits SQLite's 64 bits."""
    assert fulltext.rowid("f" * 24) == 2**60 - 1
