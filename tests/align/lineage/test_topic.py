import numpy as np
from tests.align.lineage.articles import OTHER, STRIKE, WIRE, article

from onrecord.align.lineage.topic import TERMS, nearness, topic


def test_a_topic_is_a_short_unit_vector():
    """No more words than are kept, the weightiest first."""
    found = topic(article(*WIRE, *OTHER, *STRIKE))
    assert len(found.codes) == TERMS
    assert abs(float(np.square(found.weights).sum()) - 1) < 0.01
    assert list(found.weights) == sorted(found.weights, reverse=True)


def test_texts_on_one_matter_are_nearer_than_others():
    """Names and rare words tell what a text is about."""
    wire, other, strike = (topic(article(*text)) for text in (WIRE, OTHER, STRIKE))
    assert nearness(wire, other) > 2 * nearness(wire, strike)


def test_a_text_without_words_is_near_to_nothing():
    """Its topic is empty."""
    assert nearness(topic(article("1.")), topic(article(*WIRE))) == 0
