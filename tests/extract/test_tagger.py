"""The shipped tagger on sentences of our own."""

import multiprocessing
from collections.abc import Callable

import pytest

from onrecord.extract import Tagger
from onrecord.record import Attribution, Form

TEXTS = [
    "Sarnovia will keep its sluices open, President Ilan Verek said on Monday.",
    '"We have lived by this river for nine hundred years," Verek said. "We will stay."',
    "Hedda Lorn, the Tolmarkian prime minister, told reporters that the dam would stay shut.",
    "According to Lorn, stored water has a price.",
    "Verek denied that he had seen a map, adding that “a fair price” had to be found.",
]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """Load the shipped tagger."""
    return Tagger.load()


def words(attribution: Attribution) -> tuple[str, str, str]:
    """Return the words of source, cue and content."""
    roles = (attribution.source, attribution.cue, attribution.content)
    return tuple(" … ".join(span.words for span in spans) for spans in roles)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "expected", "form"),
    [
        (TEXTS[0], ("President Ilan Verek", "said", "Sarnovia will keep its sluices open"), Form.INDIRECT),
        (
            TEXTS[1],
            ("Verek", "said", '"We have lived by this river for nine hundred years," … "We will stay."'),
            Form.DIRECT,
        ),
        (TEXTS[3], ("Lorn", "According to", "stored water has a price"), Form.INDIRECT),
    ],
)
def test_plain_cases(tagger: Tagger, text: str, expected: tuple[str, str, str], form: Form) -> None:
    """The forms that make up most of news are found to the character."""
    (found,) = tagger.attributions_of_text(text, "document")
    assert (*words(found), found.form) == (*expected, form)


def test_mixed_form(tagger: Tagger) -> None:
    """A content that is quoted in part is mixed."""
    found = tagger.attributions_of_text(TEXTS[4], "document")
    assert [a.form for a in found][-1] is Form.MIXED


def _answers(order: list[int]) -> dict[int, tuple[Attribution, ...]]:
    tagger = Tagger.load()
    return {i: tagger.attributions_of_text(TEXTS[i] * 3, str(i)) for i in order}


def test_order_and_processes_change_nothing() -> None:
    """The answer for a text is the same bit for bit, whatever was read before it and in whichever process."""
    orders = [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]]
    here = _answers(orders[0])
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert all(answers == here for answers in pool.map(_answers, orders[1:]))


@pytest.mark.parametrize("text", ["", " \n\t", "…", "\u200b\ufeff", "“", "said", "a" * 10_000, "\x00\x01 said"])
def test_odd_texts_are_survived(tagger: Tagger, text: str) -> None:
    """Texts without words, or of one endless word, give no error."""
    assert isinstance(tagger.attributions_of_text(text, "document"), tuple)


def test_spans_hold_their_words(tagger: Tagger) -> None:
    """Every span's words stand at its offsets."""
    text = "\r\n\r\n".join(TEXTS)
    found = tagger.attributions_of_text(text, "document")
    assert found
    assert all(span.check(text) for a in found for span in a.spans)


def test_changed_model_is_refused(tmp_path: object, changed_model: Callable[[str, int], object]) -> None:
    """A model file with one bit changed, or cut, is refused by name."""
    from onrecord.errors import ModelError

    for name, position in [("tagger.onnx", 0), ("tagger.onnx", 1 << 20), ("tokenizer.json", 100)]:
        with pytest.raises(ModelError, match=name):
            Tagger.load(changed_model(name, position))  # type: ignore[arg-type]
