"""How values are written on the pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.present.web.words import address, day, days, finalize, instant, many, number, percent


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "date unknown"),
        ("2025", "2025"),
        ("2025-06", "June 2025"),
        ("2025-06-09", "9 June 2025"),
        ("2025-06-09T18:40", "9 June 2025, 18:40"),
        ("2025-06-09T18:40:00Z", "9 June 2025, 18:40 UTC"),
        ("2025-06-09T18:40:00.5+00:00", "9 June 2025, 18:40 UTC"),
        ("2025-06-09T18:40:00-05:00", "9 June 2025, 18:40 -05:00"),
        ("2025-13-09", "9 13 2025"),
        ("last week", "last week"),
    ],
)
def test_day(value: str | None, told: str) -> None:
    """A time is told as far as it is known; what is none stays as it is."""
    assert day(value) == told


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        (None, "day unknown"),
        ("2018-04-19", "19 April 2018"),
        ("2018-04-19~", "about 19 April 2018"),
        ("2018?", "perhaps 2018"),
        ("2018-04%", "perhaps about April 2018"),
        ("2018-04-09/2018-04-15", "9 April 2018 to 15 April 2018"),
        ("../2018-04-15", "open to 15 April 2018"),
    ],
)
def test_days(edtf: str | None, told: str) -> None:
    """Times in the Extended Date/Time Format are told in words, with how sure they are."""
    assert days(edtf) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, "unknown"), (0.0, "under 1 %"), (0.5, "50 %"), (0.996, "over 99 %"), (1.0, "over 99 %"), (0.98, "98 %")],
)
def test_percent(value: float | None, told: str) -> None:
    """A probability is never rounded to never or always."""
    assert percent(value) == told


def test_numbers() -> None:
    """Numbers have their thousands apart, nouns their plural."""
    assert number(1234567) == "1\u202f234\u202f567"
    assert (many(1, "article"), many(2, "article"), many(0, "story", "stories")) == (
        "1 article",
        "2 articles",
        "0 stories",
    )


def test_instants() -> None:
    """A time of the record's clock is told to the second; what is none stays as it is."""
    assert instant("2031-03-09T12:00:00.123456+00:00") == "2031-03-09 12:00:00 UTC"
    assert (instant(None), instant("soon")) == ("unknown", "soon")


@given(st.text(st.characters()))
def test_addresses_hold_any_text(text: str) -> None:
    """Any text makes a part of an address, in letters that every address may hold."""
    assert address(text).isascii()
    assert not set(address(text)) & set("&?#/ \"'<>")


def test_finalize() -> None:
    """What templates write has hidden characters written out; markup and numbers stay."""
    assert finalize("a\u202eb") == "a⟨U+202E⟩b"
    assert finalize(Markup("<b>")) == Markup("<b>")
    assert finalize(3) == 3
