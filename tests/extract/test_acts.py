"""Whether a cue communicates or ascribes a thought."""

from pathlib import Path

import pytest
from eval.measures import ROOT, SHARED, rows

from onrecord.extract.acts import act_of, telling_word, words
from onrecord.extract.form import form_of
from onrecord.record import Act, Form, Span
from onrecord.text.quotations import quotations

CUES = [line.split("\t") for line in (Path(__file__).parent / "cues.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    "cue",
    [
        "said",
        "was told by",
        "declined to say",
        "seemed to suggest",
        "appeared to blame",
        "tried to explain",
        "expressed hope",
        "made it clear",
        "pushed back",
        "issued a statement saying",
        "voted against",
        "promises",
        ":",
        "according to",
        "bloviated",
        "is also known as",
        "went on to say",
        "has it",
        "was convincing",
    ],
)
def test_communicated(cue: str) -> None:
    """What is said, written, shown, promised or voted is communicated, and so is what no word tells of."""
    assert act_of(cue) is Act.COMMUNICATED


@pytest.mark.parametrize(
    "cue",
    [
        "thinks",
        "is widely expected to",
        "was seen as",
        "don’t really believe",
        "has never wanted",
        "'d like",
        "are not convinced",
        "was hoping",
        "worries",
        "studied memories of",
        "a strong belief",
        "is trying to",
        "seems",
        "looks like",
        "is determined to",
        "REGRETTED",
        "planned",
        "opposition to",
        "had foreseen",
    ],
)
def test_thought(cue: str) -> None:
    """Beliefs, wishes, feelings, perceptions and plans are thoughts."""
    assert act_of(cue) is Act.THOUGHT


@pytest.mark.parametrize(
    ("cue", "form", "act"),
    [
        ("worried", Form.DIRECT, Act.COMMUNICATED),
        ("worried", Form.MIXED, Act.THOUGHT),
        ("wondered", Form.DIRECT, Act.COMMUNICATED),
        ("wanted", Form.DIRECT, Act.THOUGHT),
        ("said", Form.DIRECT, Act.COMMUNICATED),
    ],
)
def test_quoted_words_were_said(cue: str, form: Form, act: Act) -> None:
    """A content quoted throughout was said, if the cue can mean that."""
    assert act_of(cue, form) is act


@pytest.mark.parametrize(("source", "act"), [("her view", Act.THOUGHT), ("a letter", Act.COMMUNICATED)])
def test_source_of_a_preposition(source: str, act: Act) -> None:
    """“In her view” is a thought, “in a letter” is none."""
    assert act_of("in", Form.INDIRECT, source) is act


def test_words_tell_one_thing() -> None:
    """No word is listed for both acts, none that tells is left aside."""
    table = words()
    assert not set(table.acts) & table.skipped
    assert table.ambiguous <= set(table.acts)
    assert "seem" in table.raising & set(table.acts)


@pytest.mark.parametrize(("act", "cue"), CUES)
def test_common_cues(act: str, cue: str) -> None:
    """The 400 commonest cues of PolNeAR, labelled by reading, are told."""
    assert act_of(cue) == act


def test_common_cues_are_known() -> None:
    """A listed word tells in nine of ten of them; colons, dashes and prepositions have none."""
    assert sum(telling_word(cue) is not None for _, cue in CUES) >= 0.94 * len(CUES)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the corpus lies beside the checkout")
@pytest.mark.parametrize("sample", ["drafting", "held out"])
def test_read_attributions(sample: str) -> None:
    """Of 200 attributions labelled by reading, 95 in 100 are told right."""
    texts = {row["id"]: row["text"] for row in rows(SHARED / "corpora" / "polnear" / "dev.jsonl.gz")}
    labelled = [row for row in rows(ROOT / "eval" / "gold" / "acts-dev.jsonl") if row["sample"] == sample]
    right = 0
    for row in labelled:
        text = texts[row["article"]]
        source, cue = (" ".join(text[start:end] for start, end in row[role]) for role in ("source", "cue"))
        content = [Span.of(text, start, end) for start, end in row["content"]]
        right += act_of(cue, form_of(content, text, quotations(text)), source) == row["act"]
    assert len(labelled) == 200
    assert right >= 0.95 * len(labelled)
