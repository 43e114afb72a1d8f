"""The glossary: one word per idea."""

from __future__ import annotations

import pytest

from onrecord import record
from onrecord.glossary import TERMS
from onrecord.record import Outcome, RegionKind


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_is_explained(outcome: Outcome) -> None:
    """What can become of an input stands in the glossary."""
    assert outcome.value in TERMS


@pytest.mark.parametrize(
    "noun",
    ["Act", "Actor", "Attribution", "Capture", "Document", "Region", "Reason", "Span", "Statement", "Unattributed"],
)
def test_every_noun_is_explained(noun: str) -> None:
    """What the package names stands in the glossary."""
    assert hasattr(record, noun)
    assert noun.lower() in TERMS


@pytest.mark.parametrize("term", list(TERMS))
def test_meanings_are_sentences(term: str) -> None:
    """A term is in lower case and its meaning ends like a sentence."""
    assert term == term.lower()
    assert TERMS[term][0].isupper()
    assert TERMS[term].endswith(".")


def test_regions_are_no_terms_of_their_own() -> None:
    """The kinds of regions are explained with the region."""
    assert not TERMS.keys() & {kind.value for kind in RegionKind}
