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
    TYPE = "type"
    CONDITION = "condition"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    ISSUE = "issue"
    STANCE = "stance"


SPAN_FIELDS = (Field.SOURCE, Field.CUE, Field.CONTENT, Field.VIA)
"""Fields that are places of an attribution in the text."""
PLACE_FIELDS = (*SPAN_FIELDS, Field.CONDITION)
"""Fields that are places in the text: those, and the words under which alone a statement holds."""
ABOUT_FIELDS = (Field.ISSUE, Field.STANCE)
"""Fields that a statement has beside it: what it is about, and where it stands towards that."""
YES_OR_NO = (Field.STATED, Field.NEGATED, Field.HYPOTHETICAL)
"""Fields that are yes or no."""
ACTOR_FIELDS = (Field.SPEAKER, Field.RELAY, Field.ADDRESSEE)
"""Fields that are somebody."""
