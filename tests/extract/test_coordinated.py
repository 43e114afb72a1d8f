"""A second cue of one speaker, joined by "and" or "but" within what the tags take for one content."""

from __future__ import annotations

import numpy as np
import pytest
from eval.measures import tagger

from onrecord.extract.coordinated import JOINED, with_joined
from onrecord.extract.decode import decode
from onrecord.extract.scores import Scores
from onrecord.extract.tags import CONTENT, CUE

O, B, I, V = 0, 2 * CONTENT + 1, 2 * CONTENT + 2, 2 * CUE + 1  # noqa: E741 (as tags are named)


def chances(units: int, cue: dict[int, float]) -> np.ndarray:
    """Return chances in which the units of `cue` may be cues, as far as it says."""
    found = np.zeros((units, 7), np.float32)
    for unit, chance in cue.items():
        found[unit, V] = chance
    return found


def test_a_verb_after_a_conjunction_cuts_the_content() -> None:
    """The conjunction belongs to nothing, the verb is a cue, what follows is its content."""
    tags = [B, I, I, I, I, I]
    assert with_joined(tags, chances(6, {3: 0.3}), [3]) == ([B, I, O, V, B, I], {4: 3})


@pytest.mark.parametrize(
    ("tags", "cue"),
    [
        ([B, I, I, I, I], {3: JOINED / 2}),
        ([B, I, I, I], {3: 0.9}),
        ([B, I, O, O, B], {3: 0.9}),
    ],
    ids=["hardly a cue", "nothing follows", "outside of a content"],
)
def test_others_stay(tags: list[int], cue: dict[int, float]) -> None:
    """A verb that is hardly a cue, has nothing to say, or lies in no content changes nothing."""
    assert with_joined(tags, chances(len(tags), cue), [3]) == (tags, {})


def test_an_empty_text_has_none() -> None:
    """No units, no verbs."""
    nothing = np.zeros((0, 7), np.float32)
    assert decode(Scores(nothing, np.zeros(0, np.int64), (), ()), np.zeros(0, np.bool_)) == []


def test_both_sayings_are_the_speaker_s() -> None:
    """The second attribution takes the source of the first."""
    text = "Mayor Ada Mott said the bridge was safe and warned that the ferry would not sail before the spring."
    found = tagger().attributions_of_text(text, "d")
    assert [(a.source[0].words, a.cue[0].words) for a in found] == [
        ("Mayor Ada Mott", "said"),
        ("Mayor Ada Mott", "warned"),
    ]
