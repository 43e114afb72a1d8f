"""Where to look for other tellings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.align.telling import telling

from onrecord.align import buckets
from onrecord.record import Interval

ONE = telling("that the bridge would be built", id="a")


def shared(one, other):
    """Return the keys that two statements share."""
    return set(buckets(one)) & set(buckets(other))


@pytest.mark.parametrize(
    ("other", "near"),
    [
        (telling("something else", day="2031-05-12"), True),
        (telling("something else", day="2031-05-13"), True),
        (telling("something else", day="2031-05-14"), False),
        (telling("something else", speaker="lorn"), False),
        (replace(telling("x", day=None), published="2031-05-12"), True),
        (replace(telling("x", day="2031-01-01"), said=Interval("2031-01-01", "2031-12-31"), published=None), False),
        (replace(telling("x"), said=Interval("2031-01-01", "2031-12-31"), published="2031-05-13"), True),
    ],
    ids=["same day", "next day", "two days", "other speaker", "published", "a year", "a year, published that day"],
)
def test_speaker_and_day(other, near):
    """Statements of one speaker meet where their days may be the same."""
    assert bool(shared(ONE, other)) is near


def test_a_body_and_its_spokesperson_meet():
    """Who speaks for one body shares a key with all who do."""
    body = frozenset({"body:harbour board"})
    one = replace(ONE, speaker="board", stands_for=body)
    other = replace(ONE, statement_id="b", speaker="lorn", stands_for=body)
    assert shared(one, other)


def test_an_occasion_with_a_name_is_met_in_any_year():
    """Who speaks at the Lake States summit is found without a day; at some summit he is not."""
    named, unnamed = ("summit", "", "lake states", "", ""), ("summit", "", "", "calvenia", "")
    assert shared(telling("x", setting=named), telling("y", day=None, setting=named))
    assert not shared(telling("x", setting=named), telling("y", speaker="lorn", day=None, setting=named))
    assert not shared(telling("x", setting=unnamed), telling("y", day=None, setting=unnamed))


def test_quoted_words_meet_on_any_day_and_with_any_speaker():
    """A run of quoted words is a key by itself, unless anybody might say it."""
    words = "“taxes on fishing boats are far too high”"
    assert shared(telling(words), telling(words, speaker="lorn", day="2033-01-01"))
    common = "“and then it was as it is”"
    assert not shared(telling(common), telling(common, speaker="lorn", day="2033-01-01"))


def test_keys_are_few_however_long_the_words():
    """A speech of ten thousand words has no more keys than a sentence of fifty."""
    speech = "“" + " ".join(f"word{n} bridge{n} harbour{n}" for n in range(3000)) + "”"
    assert len(buckets(telling(speech))) < 50


def test_a_hearing_is_found_within_its_month():
    """Tellings of a speaker's hearing meet though their days differ."""
    hearing = ("hearing", "", "", "", "")
    assert shared(telling("x", setting=hearing, day="2031-05-03"), telling("y", setting=hearing, day="2031-05-20"))
