"""The fields of a statement that a person can judge."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """A field of a statement that can be corrected."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    VIA = "via"
    SPEAKER = "speaker"
    RELAY = "relay"
    ADDRESSEE = "addressee"
    SAID = "said"
    SETTING = "setting"
    FORM = "form"
    ACT = "act"
    STATED = "stated"


SPAN_FIELDS = (Field.SOURCE, Field.CUE, Field.CONTENT, Field.VIA)
"""Fields that are places in the text."""
ACTOR_FIELDS = (Field.SPEAKER, Field.RELAY, Field.ADDRESSEE)
"""Fields that are somebody."""
