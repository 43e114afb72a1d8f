from tests.align.lineage.articles import OTHER, WIRE, article

from onrecord.align.lineage import prose
from onrecord.align.lineage.order import came_first, likeliest_origin


def test_nothing_tells_which_of_two_undated_texts_was_first():
    """It is not guessed."""
    assert came_first(prose(article(*WIRE)), prose(article(*OTHER, published="2025-06-09"))) is None


def test_the_longest_of_undated_texts_is_taken_for_the_origin():
    """What was cut was longer before."""
    whole, part = prose(article(*WIRE)), prose(article(*WIRE[:2]))
    assert likeliest_origin([part, whole]) is whole
