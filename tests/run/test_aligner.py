"""Under which keys statements are looked for: dated ones for some weeks, undated ones in all years."""

from __future__ import annotations

from dataclasses import replace

from tests.align.telling import telling

from onrecord.record import Told
from onrecord.run.aligner import Shipped
from onrecord.run.neighbourhood import _met
from onrecord.store.alignments import bucket_of

WORDS = "“We will open the northern harbour to all ships”"


def held(published: str | None, speaker: str = "verek") -> set[int]:
    """Return the buckets in which a statement is that is published on this day."""
    told: Told = replace(telling(WORDS, id=speaker, speaker=speaker), published=published)
    return {bucket_of(key) for key in Shipped().buckets(told)}


def meet(one: str | None, other: str | None) -> bool:
    """Return whether statements of two speakers, published on these days, are looked at together."""
    return bool({*_met(held(one), undated=one is None)} & held(other, "lorn"))


def test_the_same_words_meet_within_some_weeks() -> None:
    """A quotation of the same month is looked at, one of another year is not."""
    assert meet("2031-05-12", "2031-05-20")
    assert not meet("2031-05-12", "2033-05-12")


def test_undated_words_meet_those_of_all_years() -> None:
    """Whichever of the two arrives last finds the other."""
    assert meet(None, "2033-05-12")
    assert meet("2033-05-12", None)
    assert meet(None, None)
