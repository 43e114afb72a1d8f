"""Dates and times as pages write them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.clean.articles import html, read

from onrecord.clean.marks import time_line
from onrecord.clean.times import find_times, parse_moment
from onrecord.record import Basis, Given, MediaType


@pytest.mark.parametrize(
    ("written", "iso", "zone"),
    [
        ("2031-03-14", "2031-03-14", None),
        ("2031-03-14T10:15:00Z", "2031-03-14T10:15:00+00:00", "Z"),
        ("2031-03-14T10:15:00+02:00", "2031-03-14T10:15:00+02:00", "+02:00"),
        ("2031-03-14 10:15", "2031-03-14T10:15:00", None),
        ("09:46 GMT 02.09.2031", "2031-09-02T09:46:00+00:00", "GMT"),
        ("Published 12 March 2018, 10:15 am EDT", "2018-03-12T10:15:00-04:00", "EDT"),
        ("Sept. 3, 2025 at 9:15 a.m. ET", "2025-09-03T09:15:00-04:00", "ET"),
        ("Jan. 3, 2025 at 12:15 a.m. ET", "2025-01-03T00:15:00-05:00", "ET"),
        ("Tuesday, 2nd September 2031 | 4pm BST", "2031-09-02T16:00:00+01:00", "BST"),
        ("Tue, 02 Sep 2031 09:46:00 +0200", "2031-09-02T09:46:00+02:00", "+0200"),
        ("March 14, 2031", "2031-03-14", None),
        ("14 MARCH 2031 • 6:05pm", "2031-03-14T18:05:00", None),
        ("14/3/2031", "2031-03-14", None),
        ("3/14/2031", "2031-03-14", None),
        ("14 March 2031 10:00 IST", "2031-03-14T10:00:00", "IST"),
    ],
)
def test_forms(written: str, iso: str, zone: str | None) -> None:
    """Each common form is read; a zone that names several gives no offset."""
    assert parse_moment(written) == (iso, zone)


@pytest.mark.parametrize(
    "written", ["3/4/2018", "31.02.2031", "March 2031", "yesterday", "", "9:15 a.m.", "13/13/2031", "²/3/2031"]
)
def test_no_moment(written: str) -> None:
    """What is no full date, or not clear, gives none."""
    assert parse_moment(written) is None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        (
            "Published 10:11 a.m. ET April 18, 2018 | Updated 7:02 p.m. ET April 18, 2018",
            "2018-04-18T10:11:00-04:00",
            "2018-04-18T19:02:00-04:00",
        ),
        ("Updated: 14 March 2031", None, "2031-03-14"),
        ("First published on Fri 14 Mar 2031 10.15 GMT", "2031-03-14", None),
        ("Last modified on 14 March 2031", None, "2031-03-14"),
        ("Saturday, March 15, 2031.", "2031-03-15", None),
    ],
)
def test_time_line(line: str, published: str | None, updated: str | None) -> None:
    """A line of times alone tells publication from update."""
    found = time_line(line)
    assert found is not None
    assert (found.published.iso if found.published else None) == published
    assert (found.updated.iso if found.updated else None) == updated


@pytest.mark.parametrize(
    "line", ["Poe was born on 14 March 2031", "Published", "2031", "On 14 March 2031 Poe resigned."]
)
def test_no_time_line(line: str) -> None:
    """A line with a word beside the times is prose."""
    assert time_line(line) is None


def test_ambiguous_day_is_not_resolved() -> None:
    """A day that could be two gives no publication but a flag and a dateline."""
    doc = read("Fares stay\nPublished 3/4/2031\n\nThe board met.")
    assert doc.published is None
    assert doc.flags == ("published-ambiguous",)
    assert [r.kind.value for r in doc.regions] == ["headline", "dateline", "body"]


ROW = '{"id": "x", "published": "2031-03-13", "text": "Fares stay\\n14 March 2031\\n\\nPoe said no."}'


def test_given_goes_before_stated_before_text() -> None:
    """The user's date goes before the row's, the row's before the text's; the basis says so."""
    given = read(ROW, MediaType.JSON_ROW, Given(published="2031-03-12T08:00:00+01:00")).published
    stated = read(ROW, MediaType.JSON_ROW).published
    assert given is not None
    assert stated is not None
    assert (given.iso, given.basis, given.zone) == ("2031-03-12T08:00:00+01:00", Basis.GIVEN, "+01:00")
    assert (stated.iso, stated.basis) == ("2031-03-13", Basis.METADATA)


def test_unreadable_date_is_flagged() -> None:
    """A date nobody can read is flagged, and the next source is taken."""
    doc = read(ROW.replace("2031-03-13", "last week"), MediaType.JSON_ROW)
    assert "published-metadata-unreadable" in doc.flags
    assert doc.published is not None
    assert (doc.published.iso, doc.published.basis) == ("2031-03-14", Basis.TEXT)


@pytest.mark.parametrize("text", ["1" * 100_000, "1:" * 50_000, "1 March " * 12_000, "2031-" * 20_000, "(" * 100_000])
def test_time_is_linear(text: str) -> None:
    """Long lines of what dates are made of end at once."""
    assert time_line(text) is None
    assert parse_moment(text) is None


def test_metadata_of_page_dates() -> None:
    """A page's meta element gives its date where there is no JSON-LD."""
    page = (
        '<meta property="article:published_time" content="2031-03-14T10:05:00Z"><p>The board met, and Poe said no.</p>'
    )
    published = html(page).published
    assert published is not None
    assert (published.iso, published.basis) == ("2031-03-14T10:05:00+00:00", Basis.METADATA)


def test_found_spans_are_in_order() -> None:
    """Several dates of a line come in order and do not overlap."""
    found = find_times("1 May 2031, 2 May 2031 10:00, 3 May 2031")
    assert [item.iso for item in found] == ["2031-05-01", "2031-05-02T10:00:00", "2031-05-03"]
    assert all(a.end <= b.start for a, b in pairwise(found))
