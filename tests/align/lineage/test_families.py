import random
from itertools import combinations

import pytest
from tests.align.lineage.articles import OTHER, STRIKE, WIRE, article

from onrecord.align.lineage import families, kinship, prose, witnesses
from onrecord.record import DescentKind, Document, Family


def related(documents: list[Document]) -> tuple[Family, ...]:
    """Return the families of `documents`."""
    told = {document.id: prose(document) for document in documents}
    pairs = (kinship(a, b) for a, b in combinations(told.values(), 2))
    return families(told, [pair for pair in pairs if pair is not None])


def reprints() -> list[Document]:
    """Return a wire report, thirty reprints of it, an article that holds it, and an independent one."""
    dateline = f"PORT ILVANE (Meridian Wire) — {WIRE[0]}"
    wire = article(dateline, *WIRE[1:], outlet="Meridian Wire", published="2025-06-09T12:00:00Z")
    printed = [
        article(WIRE[0], *WIRE[1 : 3 + n % 2], f"Column {n}.", outlet=f"Paper {n}", published="2025-06-10")
        for n in range(30)
    ]
    longer = article(*OTHER, *WIRE[:2], outlet="The Lantern", published="2025-06-11")
    return [wire, *printed, longer, article(*OTHER[:2], outlet="Ostrel Today", published="2025-06-09")]


def test_thirty_reprints_are_one_witness():
    """The report and its reprints tell once what happened."""
    documents = reprints()[:31]
    assert witnesses([d.id for d in documents], related(documents)) == 1


def test_the_wire_is_the_origin_of_its_reprints():
    """Its own text comes before those that credit it, and the earliest before the rest."""
    documents = reprints()
    (family,) = (f for f in related(documents) if len(f.documents) > 30)
    assert (family.origin_id, family.agency) == (documents[0].id, "meridian wire")


def test_an_article_that_holds_wire_copy_is_of_its_family_with_its_share():
    """It owes a part of its words to the wire."""
    documents = reprints()
    (family,) = (f for f in related(documents) if len(f.documents) > 30)
    (held,) = (d for d in family.descents if d.kind is DescentKind.CONTAINS)
    assert held.document_id == documents[31].id
    assert 0.3 < held.of_document < 0.6


def test_independent_reports_are_as_many_witnesses():
    """A document without relatives is in no family and is counted."""
    documents = [article(*WIRE), article(*OTHER)]
    assert related(documents) == ()
    assert witnesses([d.id for d in documents], ()) == 2


def test_an_article_that_holds_two_reports_does_not_make_one_of_them():
    """A round-up is of two families."""
    wire, other = article(*WIRE[:3], outlet="Meridian Wire"), article(*OTHER, outlet="Tern News")
    both = article(*WIRE[:3], *STRIKE, *OTHER, outlet="The Lantern")
    found = related([wire, other, both])
    assert {f.origin_id for f in found} == {wire.id, other.id}
    assert all(f.documents[1:] == (both.id,) for f in found)


def test_a_reprint_alone_stands_for_its_family():
    """Where the origin is not among the documents asked about, one of its family is the witness."""
    documents = reprints()
    found = related(documents)
    assert witnesses([d.id for d in documents[1:5]], found) == 1


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_arrival_changes_nothing(seed: int):
    """The same documents make the same families."""
    documents = reprints()[::3]
    shuffled = random.Random(seed).sample(documents, len(documents))
    assert related(shuffled) == related(documents)
