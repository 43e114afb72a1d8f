"""Transcripts: paragraphs that begin with a speaker's label in capitals."""

from __future__ import annotations

import pytest
from eval.measures import tagger

from onrecord.extract.transcript import with_transcript
from onrecord.text.quotations import lines, quotations

DIALOGUE = (
    "MOTT: When will the harbour be open again?\n\nLUND: We cannot tell you that before the spring.\n\n"
    "MOTT (interrupting): But the ferries have to sail.\n\nLUND: The ferries will wait with us."
)


def spoken(text: str) -> list[tuple[str, str]]:
    """Return source and content of what the rule alone finds in a text."""
    found = with_transcript(text, "d", lines(text), quotations(text), [])
    return [(a.source[0].words, a.content[0].words) for a in found]


def test_every_speech_of_a_dialogue_is_its_speaker_s() -> None:
    """The label is the source, the colon the cue, the rest of the paragraph the content."""
    assert spoken(DIALOGUE) == [
        ("MOTT", "When will the harbour be open again?"),
        ("LUND", "We cannot tell you that before the spring."),
        ("MOTT", "But the ferries have to sail."),
        ("LUND", "The ferries will wait with us."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The harbour is open again today.",
        "UPDATE: The harbour is open again today.\n\nUPDATE: It is closed again, the council said.",
        "WATCH: The ferry leaves the harbour.\n\nREAD: What the council decided on Monday.",
        "Mott: We are open all winter.\n\nLund: We are closed all winter.\n\nMott: So it goes on.\n\nLund: It does.",
    ],
    ids=["one label", "one label twice", "two labels once", "no capitals"],
)
def test_labels_alone_make_no_transcript(text: str) -> None:
    """It takes two labels in capitals, each twice."""
    assert spoken(text) == []


def test_what_the_model_found_stays_and_the_rest_is_added() -> None:
    """Each speech is there once."""
    found = tagger().attributions_of_text(DIALOGUE, "d", nested=False)
    colons = [a.cue[0].start for a in found if a.cue[0].words == ":"]
    assert len(colons) == len(set(colons)) == 4
