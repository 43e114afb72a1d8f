"""Clashes: the same quoted words given to different speakers, addressees or days."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.align.telling import telling

from onrecord.align import clashes
from onrecord.record import DifferenceKind, SaidBasis

WORDS = "“The harbour bridge will stand before the winter of next year,”"
ONE = replace(telling(WORDS, id="a", basis=SaidBasis.STATED), outlet="Tern News", addressee="Lorn")
OTHER = replace(ONE, statement_id="b", document_id="d b", outlet="Meridian Wire")


@pytest.mark.parametrize(
    ("other", "kind", "reason"),
    [
        (
            replace(OTHER, speaker="lorn", name="Hedda Lorn"),
            DifferenceKind.SPEAKER,
            "the same words are verek's in Tern News and Hedda Lorn's in Meridian Wire",
        ),
        (
            replace(OTHER, said=telling(WORDS, day="2031-06-02").said),
            DifferenceKind.DATE,
            "the same words are dated 2031-05-12 in Tern News and 2031-06-02 in Meridian Wire",
        ),
        (
            replace(OTHER, addressee="the fishers' union"),
            DifferenceKind.ADDRESSEE,
            "the same words are said to Lorn in Tern News and the fishers' union in Meridian Wire",
        ),
    ],
)
def test_what_differs_is_told(other, kind, reason):
    """The same words with another speaker, day or addressee clash, and the reason says who gives what."""
    (clash,) = clashes([other, ONE])
    assert (clash.a, clash.b, clash.kind, clash.reason) == ("a", "b", kind, reason)


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        replace(OTHER, addressee="Hedda Lorn"),
        replace(OTHER, speaker="lorn", name="Lorn", stands_for=frozenset({"body:works"}), speaker_kind=None),
        replace(OTHER, speaker="lorn", document_id="d a"),
        replace(OTHER, speaker="lorn", relay="verek"),
        replace(OTHER, speaker="another", name="Ilan Verek"),
        replace(OTHER, said=telling(WORDS, day="2031-06-02").said, said_basis=SaidBasis.INFERRED),
    ],
    ids=["equal", "longer name", "vague speaker", "one document", "relayed", "name within a name", "day not stated"],
)
def test_what_may_be_the_same_does_not_clash(other):
    """Nothing clashes where the two may well be one: a fuller name, a speaker unknown, an inferred day."""
    assert clashes([ONE, other]) == ()


def test_few_or_common_words_do_not_clash():
    """Words that anybody might say are given to several people without a clash."""
    short = telling("“We will do what it takes for as long as it takes,”", id="a")
    assert clashes([short, replace(short, statement_id="b", document_id="d b", speaker="lorn")]) == ()
