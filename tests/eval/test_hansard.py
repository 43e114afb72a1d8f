"""The coded debate is cut into folds that share no speaker and no words."""

import pytest
from eval.hansard import FOLDS, Speech, commonest, nearest, right
from eval.measures import SHARED

from onrecord.classify.issues import CodedText

HERE = [
    Speech(CodedText("The ferry is late.", "ferry"), 0),
    Speech(CodedText("The ferry is far too late.", "ferry"), 1),
    Speech(CodedText("Lunch is cold.", "meals"), 2),
    Speech(CodedText("Our lunch is cold and late.", "meals"), 3),
    Speech(CodedText("No ferry on Sundays.", "ferry"), 4),
]


def _concept(coded: CodedText) -> object:
    return coded.concept


def test_commonest_answer_is_of_the_other_folds() -> None:
    """What is commonest elsewhere is answered."""
    assert right(HERE, commonest(_concept), _concept) == pytest.approx(3 / 5)


def test_nearest_example_answers() -> None:
    """Each statement is answered as the nearest of the other folds has it."""
    assert right(HERE, nearest(_concept), _concept) == pytest.approx(1)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
def test_folds_share_no_words() -> None:
    """The same words are never both taught and tested, and every fold has statements."""
    from eval.hansard import speeches

    given = speeches()
    folds: dict[str, set[int]] = {}
    for speech in given:
        folds.setdefault(speech.coded.text, set()).add(speech.fold)
    assert all(len(each) == 1 for each in folds.values())
    assert {speech.fold for speech in given} == set(range(FOLDS))
