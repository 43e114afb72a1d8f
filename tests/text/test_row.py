"""Rows of JSON Lines as fields."""

from __future__ import annotations

import json

import pytest

from onrecord.errors import InputError
from onrecord.text.row import parse_row


def test_fields_of_a_row() -> None:
    """Fields are taken as they are; blank ones count as absent; text goes before html."""
    row = parse_row(b'\xef\xbb\xbf{"id": 7, "url": " ", "outlet": "Post", "text": " Poe said no. ", "html": "<p>x"}')
    assert (row.id, row.url, row.outlet, row.source_field, row.source) == ("7", None, "Post", "text", " Poe said no. ")
    assert row.flags == ()


def test_field_of_a_wrong_kind_is_flagged() -> None:
    """A field that is no string is left out, and said so."""
    assert parse_row(b'{"text": "Poe said no.", "url": 5, "id": true}').flags == ("row-id-ignored", "row-url-ignored")


def test_half_a_character_is_replaced() -> None:
    """Half a surrogate pair becomes U+FFFD of the same length, so that offsets hold and files take it."""
    row = parse_row(b'{"text": "a\\ud83db\\ud83d\\ude00"}')
    assert (row.source, row.flags) == ("a\ufffdb😀", ("row-surrogate-replaced",))


@pytest.mark.parametrize("value", [1, [1], "a", None, {"id": "x"}, {"text": None}])
def test_row_without_article(value: object) -> None:
    """What is no object with an article is refused."""
    with pytest.raises(InputError):
        parse_row(json.dumps(value).encode())
