import numpy as np

from onrecord.align.lineage import Run
from onrecord.align.lineage.hashing import codes_of
from onrecord.align.lineage.runs import runs

TEXT = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def told(*words: str) -> tuple[Run, ...]:
    """Return the runs that `TEXT` and the words share."""
    return runs(codes_of(TEXT), codes_of(words))


def test_equal_texts_are_one_run():
    """From the first word to the last."""
    assert told(*TEXT) == (Run(0, 12, 0, 12),)


def test_a_changed_word_does_not_part_a_run():
    """A light edit is bridged."""
    assert told(*TEXT[:5], "other", *TEXT[6:]) == (Run(0, 12, 0, 12),)


def test_a_run_that_moved_is_found():
    """The order of paragraphs does not matter."""
    assert told("x", "y", *TEXT[4:], "z", *TEXT[:4]) == (Run(4, 12, 2, 10),)


def test_a_few_common_words_are_no_run():
    """They are the language's."""
    assert told("x", *TEXT[:6], "y") == ()


def test_a_text_without_words_shares_none():
    """Nothing is common with nothing."""
    assert runs(codes_of(TEXT), np.zeros(0, np.uint64)) == ()
