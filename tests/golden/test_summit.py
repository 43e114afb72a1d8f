"""Whole articles in, whole records out."""

from tests.golden.summit import GOLDEN, lines


def test_the_examples_give_the_golden_record() -> None:
    """Regions, times, statements, speakers and ids of the examples are what the golden file holds.

    After a change that is meant: ``python -m tests.golden.summit > tests/golden/summit.jsonl``, and read
    the difference line by line before it is committed.
    """
    assert list(lines()) == GOLDEN.read_text(encoding="utf-8").splitlines()
