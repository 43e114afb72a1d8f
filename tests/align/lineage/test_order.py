import pytest
from tests.align.lineage.articles import OTHER, WIRE, article

from onrecord.align.lineage import prose
from onrecord.align.lineage.order import came_first, instant, likeliest_origin


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-06-09", "2025-06-10"),
        ("2025-06-09T23:30:00", "2025-06-09"),
        ("2025-06-09T10:00:00+02:00", "2025-06-09T09:00:00Z"),
        ("2025-06-10", None),
    ],
)
def test_times_are_put_in_order(earlier: str, later: str | None):
    """In UTC; a day alone stands at its end, no time at all last."""
    assert instant(earlier) < instant(later)


def test_nothing_tells_which_of_two_undated_texts_was_first():
    """It is not guessed."""
    assert came_first(prose(article(*WIRE)), prose(article(*OTHER, published="2025-06-09"))) is None


def test_the_longest_of_undated_texts_is_taken_for_the_origin():
    """What was cut was longer before."""
    whole, part = prose(article(*WIRE)), prose(article(*WIRE[:2]))
    assert likeliest_origin([part, whole]) is whole
