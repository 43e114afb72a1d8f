"""Laws of differences, and how they are told."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.differences.tellings import telling

from onrecord.record import DifferenceKind, Form, Part, Told
from onrecord.text.differences import differences, relation

SAID = "The council of Osk will not open the harbour, unless 900 ships come. We wait until May. It's late."
WORDS = st.sampled_from([*SAID.split(), "…", "[sic]", "$5", "“no”", "—", "won't", "1,000"])


@given(st.lists(WORDS, max_size=20), st.lists(WORDS, max_size=20))
def test_offsets_lie_within_both_tellings(fuller: list[str], other: list[str]) -> None:
    """Every range is one of the words it is of."""
    one, two = (Told("a", "d", None, None, None, Form.DIRECT, (Part(" ".join(w)),), "said") for w in (fuller, other))
    for difference in differences(one, two):
        for place, told in ((difference.fuller, one), (difference.other, two)):
            assert place is None or 0 <= place[0] <= place[1] <= len(told.words)


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_a_telling_does_not_differ_from_itself(words: list[str]) -> None:
    """The same words have no difference."""
    told = telling(" ".join(words).replace("“", "").replace("”", ""))
    assert differences(told, told) == ()


def test_a_reason_names_the_words() -> None:
    """Who reads it needs not look for the place."""
    (found,) = differences(telling("We will not sign it."), telling("We will sign it.", "b"))
    assert found.reason == "drops “not”: what is said becomes its opposite"


def test_ranges_lead_to_the_words() -> None:
    """Offsets count from the beginning of all parts, the mark between them included."""
    one, two = telling("We wait, || and 900 ships come."), telling("We wait, || and 90 ships come.", "b")
    (found,) = differences(one, two)
    assert (one.words[slice(*found.fuller or ())], two.words[slice(*found.other or ())]) == ("900", "90")


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("The Neighbours wait.", DifferenceKind.CASE),
        ("The neighbors wait.", DifferenceKind.SPELLING),
        ("The neighbours, wait.", DifferenceKind.MARKS),
        ("The [neighbours] wait.", DifferenceKind.BRACKETS),
        ("The [rich] neighbours wait.", DifferenceKind.BRACKETS),
    ],
)
def test_harmless_differences_are_named(other: str, kind: DifferenceKind) -> None:
    """Case, spelling, punctuation and brackets are told with their kind."""
    found = {d.kind for d in differences(telling("The neighbours wait."), telling(other, "b"))}
    assert found == {kind}


def test_5000_words_are_compared_in_a_second() -> None:
    """A whole speech with one word in twenty left out."""
    words = [f"word{k * 7919 % 1500}" + "." * (k % 17 == 0) for k in range(5000)]
    one, two = telling(" ".join(words)), telling(" ".join(w for k, w in enumerate(words) if k % 20), "b")
    start = time.process_time()
    differences(one, two)
    assert time.process_time() - start < 2


def test_relation_does_not_depend_on_the_circumstances_of_a_run() -> None:
    """Compared twice, two tellings are the same to each other."""
    one, two = telling(SAID), telling("“We wait until May”", "b")
    assert relation(one, two) is relation(one, two)
