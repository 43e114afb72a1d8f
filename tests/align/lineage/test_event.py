import pytest
from tests.align.lineage.articles import OTHER, STRIKE, WIRE, article

from onrecord.align.lineage import Index, descent, keys, kinship, prose, same_event
from onrecord.record import DescentKind, Document

AGAIN = (
    *OTHER,
    "Verek, the president, left the upper dam on the River Asel open; so Tolmark's engineers will get no rest.",
)


def on(day: str | None, *paragraphs: str) -> Document:
    """Return an article published on `day`."""
    return article("Of the day", *paragraphs, **({"published": day} if day else {}))


@pytest.mark.parametrize(
    ("first", "second"), [("2025-06-09", "2025-06-09"), ("2025-06-09", "2025-06-10"), ("2025-06-10", "2025-06-09")]
)
def test_reports_of_the_same_days_about_the_same_are_of_one_event(first: str, second: str):
    """No common text is needed."""
    a, b = prose(on(first, *WIRE)), prose(on(second, *AGAIN))
    assert kinship(a, b) is None
    found = descent(a, b)
    assert found is not None
    assert found.kind is DescentKind.EVENT


@pytest.mark.parametrize("second", ["2025-06-11", "2025-07-09", None])
def test_other_days_are_another_event(second: str | None):
    """Nor is one called the same whose day is not known."""
    assert same_event(prose(on("2025-06-09", *WIRE)), prose(on(second, *AGAIN))) is None


def test_other_names_are_another_event():
    """Much happens on one day."""
    assert same_event(prose(on("2025-06-09", *WIRE)), prose(on("2025-06-09", *STRIKE))) is None


def test_the_order_of_the_two_changes_nothing():
    """The earlier report is the origin."""
    a, b = prose(on("2025-06-09", *WIRE)), prose(on("2025-06-10", *AGAIN))
    assert same_event(a, b) == same_event(b, a)


@pytest.mark.parametrize("second", ["2025-06-09", "2025-06-10"])
def test_reports_of_one_event_find_one_another(second: str):
    """They share keys of their days and words."""
    index, a, b = Index(), prose(on("2025-06-09", *WIRE)), prose(on(second, *AGAIN))
    index.add(a.document_id, keys(a))
    assert index.add(b.document_id, keys(b)) == (a.document_id,)
