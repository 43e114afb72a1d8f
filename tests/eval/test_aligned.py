"""Alignment measured on newswcl50."""

from __future__ import annotations

from eval.aligned import scored_fields
from tests.align.telling import telling

from onrecord.align import align


def test_fields_are_those_of_the_scorer():
    """Every statement of an occasion has its id, and the ids of all its utterances."""
    words = "“We will build the harbour bridge before the winter of next year,”"
    alignment = align([telling(words, id="a"), telling(words, id="b")])
    fields = scored_fields(alignment)
    assert (
        fields["a"]
        == fields["b"]
        == {
            "occasion_id": alignment.occasions[0].id,
            "utterance": [alignment.utterances[0].id],
        }
    )
