"""Statements assigned to concepts, from a codebook alone or with coded texts."""

import pytest

from onrecord.classify.issues import CodedText, Coder
from onrecord.errors import InputError
from onrecord.record import Codebook, Concept, Stance

BOOK = Codebook(
    (
        Concept("ferry service", "Boats between Lorn and the mainland, their timetable and fares."),
        Concept("school meals", "What children eat at school and who pays for it."),
    )
)
CODED = (
    CodedText("The ferry must run on Sundays.", "ferry service", Stance.SUPPORT, "Greens"),
    CodedText("Nobody needs more boats to Lorn.", "ferry service", Stance.OPPOSE, "Farmers"),
    CodedText("Fares on the boats are far too high.", "ferry service", Stance.OPPOSE, "Farmers"),
    CodedText("Every child deserves a warm lunch.", "school meals", Stance.SUPPORT, "Greens"),
    CodedText("Free lunches at school cost too much.", "school meals", Stance.OPPOSE, "Farmers"),
    CodedText("Pupils need a good meal to learn.", "school meals", Stance.SUPPORT, "Greens"),
)


@pytest.mark.parametrize("coded", [(), CODED])
@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("The boats to Lorn need a new timetable.", "ferry service"),
        ("Children should eat warm meals at school.", "school meals"),
    ],
)
def test_text_is_about_the_concept(text: str, concept: str, coded: tuple[CodedText, ...]) -> None:
    """With and without coded texts, what is said of boats is about the ferry."""
    (found,) = Coder(BOOK, coded).assign([text])
    assert found.concept == concept


@pytest.mark.parametrize("coded", [(), CODED])
def test_text_may_be_about_none(coded: tuple[CodedText, ...]) -> None:
    """What has to do with no concept is about none."""
    (found,) = Coder(BOOK, coded).assign(["Inflation rose to 3 %."])
    assert found.concept is None


def test_none_can_be_taught() -> None:
    """Coded texts of none make none an answer like the others."""
    coder = Coder(BOOK, (*CODED, CodedText("The ferry museum opens at nine.", None)))
    (found,) = coder.assign(["The ferry museum opens at ten."])
    assert found.concept is None


def test_order_of_coded_texts_changes_nothing() -> None:
    """Reversed, they teach the same."""
    texts = ["Boats are late.", "Lunch is cold.", "It rains."]
    assert Coder(BOOK, CODED).assign(texts) == Coder(BOOK, CODED[::-1]).assign(texts)


def test_texts_do_not_depend_on_one_another() -> None:
    """A text alone gets what it gets among others."""
    coder = Coder(BOOK, CODED)
    assert coder.assign(["Boats are late.", "Lunch is cold."])[1:] == coder.assign(["Lunch is cold."])


def test_stance_is_learnt() -> None:
    """Who asks for a meal supports it."""
    ((stance, _),) = Coder(BOOK, CODED).stances(["Pupils deserve a good warm meal."])
    assert stance is Stance.SUPPORT


def test_side_counts() -> None:
    """The same words of two sides are read as the sides mostly stand."""
    told = Coder(BOOK, CODED).stances(["We have spoken of this."] * 2, ["Greens", "Farmers"])
    assert [stance for stance, _ in told] == [Stance.SUPPORT, Stance.OPPOSE]


def test_stance_needs_something_to_learn_from() -> None:
    """Without any coded stance there is none to tell."""
    with pytest.raises(InputError, match="nothing to learn"):
        Coder(BOOK).stances(["Boats are late."])


def test_as_many_sides_as_texts() -> None:
    """A side too few is told."""
    with pytest.raises(InputError, match="2 texts, but 1 sides"):
        Coder(BOOK, CODED).stances(["a", "b"], ["Greens"])


def test_unknown_concept_is_refused() -> None:
    """A coded text of a concept that the codebook lacks is told."""
    with pytest.raises(InputError, match="'tax'"):
        Coder(BOOK, [CodedText("Taxes fall.", "tax")])


@pytest.mark.parametrize("texts", [[], [""], ["…"]])
def test_nothing_is_about_nothing(texts: list[str]) -> None:
    """No texts give no answers; texts without words are about none."""
    assert [found.concept for found in Coder(BOOK, CODED).assign(texts)] == [None] * len(texts)
