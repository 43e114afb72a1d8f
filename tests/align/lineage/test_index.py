import random

import pytest

from onrecord.align.lineage import HUBS, Index
from onrecord.store import lineages

PRINTS = range(100, 104)


def test_documents_that_share_fingerprints_are_compared():
    """Two shared ones are enough."""
    index = Index()
    index.add("a", [1, 2, 3])
    assert index.add("b", [2, 3, 4]) == ("a",)


def test_one_shared_fingerprint_is_not_enough():
    """A turn of phrase relates nothing."""
    index = Index()
    index.add("a", [1, 2, 3])
    assert index.add("b", [3, 4, 5]) == ()


def test_a_document_added_again_is_not_compared_with_itself():
    """Adding twice changes nothing."""
    index = Index()
    index.add("a", PRINTS)
    assert index.add("a", PRINTS) == ()


def test_what_very_many_hold_leads_to_the_least_of_them_alone():
    """Furniture costs an article no more in a large record."""
    index = Index()
    for number in range(3 * HUBS):
        index.add(f"{number:04}", PRINTS)
    assert index.add("9999", PRINTS) == tuple(f"{number:04}" for number in range(HUBS))


@pytest.mark.parametrize("seed", range(20))
def test_who_is_linked_does_not_depend_on_the_order_of_arrival(seed: int):
    """The same documents give the same pairs."""
    chance = random.Random(1)
    documents = {f"{n:03}": chance.sample(range(60), 12) + list(PRINTS) for n in range(3 * HUBS)}
    index, other = Index(), Index()
    for document in documents:
        index.add(document, documents[document])
    for document in random.Random(seed).sample(sorted(documents), len(documents)):
        other.add(document, documents[document])
    assert all(index.linked(d, documents[d]) == other.linked(d, documents[d]) for d in documents)


def test_a_store_holds_as_many_first_ones_as_are_looked_up():
    """The store may not import the stage, so it has the number too."""
    assert lineages.FIRST == HUBS
