"""What labelled coverage says follows from its marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.coverage import Event, quoted_runs, shares_quotation
from eval.marks import read
from tests.eval.test_marks import coverage

FULL = "{v1.f|“We build a wide bridge of stone, and we build it before the first snow of the year,”} Verek said."
FIRST = "{v1.t|“We build a wide bridge of stone,”} Verek said."
LAST = "{v1.t|“We build it before the first snow of the year,”} Verek said."
INDIRECT = "{v1.p|There would be a bridge}, Verek said."
ARTICLES = [
    f"=== {name} | {name} | 2031-05-12\n{text}\n"
    for name, text in zip("abcd", (FULL, FIRST, LAST, INDIRECT), strict=True)
]
HEAD = "event: a bridge in Lorn\noccasion v: Ilan Verek; council, 2031-05-12\n\n"


@pytest.fixture
def event(tmp_path: Path) -> Event:
    """Return an event of one passage in four tellings."""
    return read("seen", coverage(tmp_path, *ARTICLES, head=HEAD))[0]


def test_tellings_of_a_passage_are_linked(event: Event) -> None:
    """All pairs but one."""
    sure, _ = event.links()
    assert sorted("".join(sorted(one[0] for one in pair)) for pair in sure) == ["ab", "ac", "ad", "bd", "cd"]


def test_two_details_of_a_quotation_are_unsure(event: Event) -> None:
    """Its first and its last part share no words."""
    _, unsure = event.links()
    assert unsure == {frozenset({"b 1", "c 1"})}


def test_every_other_telling_has_the_fullest_beside_it(event: Event) -> None:
    """What a telling is, it is to the fullest one."""
    assert [(fullest.id, other.id) for fullest, other, _ in event.tellings()] == [
        ("a 1", "b 1"),
        ("a 1", "c 1"),
        ("a 1", "d 1"),
    ]


def test_quoted_words_are_those_within_the_content() -> None:
    """Words outside the marks, and quotations outside the content, do not count."""
    text = "He said “one two” and then “Three, four”."
    assert quoted_runs(text, [(17, len(text))]) == [["three", "four"]]


@pytest.mark.parametrize(
    ("other", "shared"),
    [("b c d e x", True), ("b c d x y", False), ("c d", True), ("c x", False)],
    ids=["four words", "three words", "a whole shorter one", "half a shorter one"],
)
def test_four_words_or_a_whole_quotation_are_shared(other: str, shared: bool) -> None:
    """As the guidelines say what shows that quoted words are the same."""
    assert shares_quotation([["a", "b", "c", "d", "e"]], [other.split()]) is shared
