"""Two statements compared: whether they are of one occasion, and whether they tell the same passage of it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.align.attachment import ATTACHED
from onrecord.align.circumstances import speakers
from onrecord.align.features import longest, of_occasion, of_words
from onrecord.align.prepared import QUOTED, Prepared
from onrecord.align.scorer import shipped
from onrecord.record import LinkBasis, Told


@dataclass(frozen=True, slots=True, order=True)
class Compared:
    """A pair of statements, the smaller id first: the chances that they are of one occasion and tell one passage.

    It depends on the two statements alone. `basis` is what the link would rest on.
    """

    a: str
    b: str
    occasion: float
    link: float
    basis: LinkBasis = LinkBasis.PROPOSITION

    @property
    def joins(self) -> bool:
        """Whether the pair may be of one occasion: no occasion has two parts that no such pair joins."""
        return self.occasion >= min(shipped("occasion").least, ATTACHED)

    @property
    def links(self) -> bool:
        """Whether the pair, if it is of one occasion, is linked."""
        return self.link >= shipped("link").least


def compare(one: Told, other: Told) -> Compared | None:
    """Return how two statements compare, in whichever order they are given; None where they cannot be aligned.

    They can where one speaker is the other or may stand for the other; where one of them is vague, a group or unnamed,
    only if both hold a run of `QUOTED` words between quotation marks. One that lies within the other cannot.
    """
    return None if share_text(one, other) else compare_prepared(Prepared(one), Prepared(other))


def compare_prepared(one: Prepared, other: Prepared) -> Compared | None:
    """Return what `compare` does by their looks alone (`faces.looks`), for statements prepared before."""
    if one.told.statement_id > other.told.statement_id:
        one, other = other, one
    if not admissible(one, other):
        return None
    words = of_words(one, other)
    circumstances = of_occasion(one, other, words)
    return Compared(
        one.told.statement_id,
        other.told.statement_id,
        shipped("occasion").chance(circumstances),
        0.0 if "apart" in words else shipped("link").chance(words),
        LinkBasis.QUOTED if "quoted" in words else LinkBasis.PROPOSITION,
    )


def admissible(one: Prepared, other: Prepared) -> bool:
    """Return whether two statements can be aligned, as `compare` says, as far as their looks tell."""
    stand = speakers(one.told, other.told)
    if stand == "vague":
        return longest(one.quoted, other.quoted) >= QUOTED
    return stand != "other"


def share_text(one: Told, other: Told) -> bool:
    """Return whether two different statements share words of one document: one is told within the other."""
    if one.document_id != other.document_id or one.statement_id == other.statement_id:
        return False
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)
