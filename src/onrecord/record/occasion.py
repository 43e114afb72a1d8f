"""Where and on which occasion something was said, as the text tells it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from onrecord.errors import InternalError
from onrecord.record.span import Span

_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)")
_CAPITAL = re.compile(r"\b([A-Z](?:[\w&-]|[’'](?!s\b))*)")
_INITIALS = 3
"""Words of a name from which it is compared by their initials."""
_LEFT_OUT = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.month_name))


class SettingKind(StrEnum):
    """What kind of occasion a setting is."""

    SPEECH = "speech"
    INTERVIEW = "interview"
    NEWS_CONFERENCE = "news conference"
    MEETING = "meeting"
    SUMMIT = "summit"
    POST = "post"
    LETTER = "letter"
    STATEMENT = "statement"
    HEARING = "hearing"
    COURT = "court"
    BROADCAST = "broadcast"
    DEBATE = "debate"
    CALL = "call"
    PAPER = "paper"
    RALLY = "rally"
    EVENT = "event"


class SettingBasis(StrEnum):
    """Whether the clause of the statement itself tells the setting, or one before it does."""

    STATED = "stated"
    CARRIED = "carried over"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and on which occasion something was said: "during a meeting with Hedda Lorn in Tarsk".

    `spans` are the words that tell it, in order of the text; they may stand before the statement.
    `counterpart` are the words of with or to whom ("Hedda Lorn"), `place` those of the place
    ("Tarsk"). `medium` is the name of the outlet, platform or programme in a form that is equal
    wherever the same one is meant ("Twitter" for a tweet). Raises InternalError when no span tells it,
    or spans are out of order.
    """

    document_id: str
    kind: SettingKind
    spans: tuple[Span, ...]
    counterpart: Span | None = None
    place: Span | None = None
    medium: str | None = None
    basis: SettingBasis = SettingBasis.STATED

    def __post_init__(self) -> None:
        if not self.spans:
            raise InternalError(f"a setting of {self.document_id} has no words that tell it")
        if any(a.end > b.start for a, b in pairwise(self.spans)):
            raise InternalError(f"spans {self.spans} are out of order or overlap")

    @property
    def name(self) -> str:
        """The proper name of the occasion in a form that is equal for its other forms; "" without one.

        The acronym where it is told or three words or more make one: "SCO" for "the Shanghai Cooperation
        Organisation summit". Fewer words stand as they are, case folded. Places, people and days are left out, and so
        is everything where there is a medium, which then names it.
        """
        if self.medium:
            return ""
        told = self.spans[0].words[: self._own - self.spans[0].start]
        bracketed = _ACRONYM.search(told)
        if bracketed:
            return bracketed[1].casefold()
        words = [
            w for w in _CAPITAL.findall(told)[told[:1].isupper() :] if w.casefold() not in _LEFT_OUT | {self.kind.value}
        ]
        return "".join(word[0] for word in words).casefold() if len(words) >= _INITIALS else " ".join(words).casefold()

    @property
    def _own(self) -> int:
        """Where the occasion's own words end, and those of place and counterpart begin."""
        return min([self.spans[0].end, *(span.start for span in (self.place, self.counterpart) if span is not None)])

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """The kind, medium, name, place and counterpart, case folded; "" where not told. For comparing settings."""
        place, counterpart = (span.words.casefold() if span else "" for span in (self.place, self.counterpart))
        return self.kind.value, (self.medium or "").casefold(), self.name, place, counterpart
