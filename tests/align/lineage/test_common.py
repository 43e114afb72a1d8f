from hypothesis import given
from hypothesis import strategies as st
from tests.align.lineage.articles import OTHER, SPEECH, WIRE, article

from onrecord.align.lineage import common, kinship, prose

LINES = st.lists(
    st.sampled_from([*WIRE, *OTHER, SPEECH, "a b a b a b a b a b a b a b a b a b a b a b a b."]), max_size=8
)


@given(LINES, LINES)
def test_shares_are_shares_and_do_not_depend_on_the_order(first: list[str], second: list[str]):
    """Whatever two texts of one outlet repeat, leave out and move."""
    a, b = (prose(article("Of the dam", *lines, outlet="Tern News")) for lines in (first, second))
    shared = common(a, b)
    assert 0 <= shared.of_a <= 1
    assert 0 <= shared.of_b <= 1
    assert a.document_id == b.document_id or kinship(a, b) == kinship(b, a)


def test_quotations_are_counted_apart():
    """What stands in marks in both is none of their own words."""
    shared = common(prose(article(WIRE[0], SPEECH)), prose(article(OTHER[0], SPEECH)))
    assert shared.own < 10
    assert shared.quoted > 50
    assert max(shared.of_a, shared.of_b) < 0.3


def test_a_text_that_is_nearly_all_common_is_so_quotations_and_all():
    """Then it does not matter what is quotation."""
    shared = common(prose(article(SPEECH)), prose(article(OTHER[0], SPEECH)))
    assert shared.of_a > 0.95
