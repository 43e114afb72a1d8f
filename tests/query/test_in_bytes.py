"""Where a statement's words stand in the bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests import fakes
from tests.present.rooms import article

from onrecord.query import find, show
from onrecord.query.in_bytes import in_bytes
from onrecord.record import Capture, Given, MediaType
from onrecord.store import Store

TEXT = "Überschrift 😀\n\n“Wir warten – noch,” said Ada Mott.\n"
PAGE = "<!doctype html><p>An ampersand &amp; more.</p><p>“We wait,” said <b>Ada</b> Mott, and so on and on.</p>"


def capture(data: bytes, kind: MediaType, charset: str | None = None) -> Capture:
    """Return bytes as a capture."""
    return Capture(data, kind, "a.txt", "a.txt", Given(charset=charset))


def keep(store: Store, one: Capture) -> None:
    """Leave a capture of any kind in the record."""
    made = article(one)
    with store.writing() as connection:
        store.add(connection, one, made.document, made.statements, made_by=fakes.MADE_BY)


@pytest.mark.parametrize(
    "one",
    [
        capture(TEXT.encode(), MediaType.PLAIN),
        capture(("\ufeff" + TEXT).encode(), MediaType.PLAIN),
        capture(("\ufeff" + TEXT * 5).encode("utf-16-le"), MediaType.PLAIN),
        capture(TEXT.replace("😀", "x").encode("cp1252"), MediaType.PLAIN, "cp1252"),
        capture(PAGE.encode(), MediaType.HTML),
    ],
)
def test_bytes_decode_to_the_source(tmp_path: Path, one: Capture) -> None:
    """The bytes at each range decode to the words, or to the markup that they come from."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        keep(store, one)
        shown = show(store, next(find(store)).id)
    places = in_bytes(shown)
    assert set(places) == {span for _, span in shown.roles}
    for span, (start, end) in places.items():
        told = one.data[start:end].decode(shown.document.charset)
        assert told.replace("<b>", "").replace("</b>", "") == span.words


def test_a_row_has_none(tmp_path: Path) -> None:
    """Between a row's bytes and its text stand escapes: no range is told."""
    row = json.dumps({"id": "1", "text": TEXT}).encode()
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        keep(store, capture(row, MediaType.JSON_ROW))
        assert in_bytes(show(store, next(find(store)).id)) == {}
