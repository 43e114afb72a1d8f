from tests.align.lineage.articles import OTHER, WIRE, article

from onrecord.align.lineage import passages


def test_passages_are_places_in_both_texts():
    """What stands there is the same in both."""
    a, b = article("Dam stays open", *WIRE[:2]), article("No water", *OTHER, WIRE[1])
    (found,) = passages(a, b)
    assert a.text[slice(*found.a)] == b.text[slice(*found.b)] == WIRE[1].rstrip(".")
