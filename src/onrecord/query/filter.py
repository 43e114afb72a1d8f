"""What statements are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.errors import SettingsError
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Stance, StatementType, Status

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that a statement must all meet; None asks nothing.

    `speaker`, `outlet` and `words` are words of the speaker's name, of the outlet's, and of the
    statement, its source, speaker or headline: without case and accents, all must occur; ``"…"`` is a
    phrase, ``word*`` a beginning. `since` and `until` are days of publication as the outlet dates them
    (YYYY, YYYY-MM or YYYY-MM-DD), both included; a statement of unknown date meets neither.
    `relay` are words of the name of who relays a nested statement, or of the text where it names them.
    A statement whose `act` an earlier version did not tell has neither. `min_confidence` is the least
    probability, 0 to 1, that the statement is right. `addressee` are words of the name of whom it was said to,
    or of the text that tells. `said_since` and `said_until` are days on which it was said; a statement whose day
    is not known meets neither, one said on a day between two meets both if all of these days do. `setting` is
    the kind of occasion. `below_confidence` is the probability that it is not to reach. `actor` is the id of its
    speaker across documents, `outlet_name` the whole name of its outlet, `flag` a kind of anomaly that its
    document has. With `everything`, attributions that are likely no public statements count too: deeds,
    perceptions, mentions without content. What people corrected counts as they corrected it. `status` is where
    their judgements leave it; by default all but those that are rejected. `type` is what the speaker does by it;
    `conditional` asks for those that hold only under a condition, or for those that hold without. `issue` is the id
    of what it is about, `stance` where it stands towards that. `limit` is the most statements wanted.
    Raises SettingsError for a value that is none of these.
    """

    speaker: str | None = None
    outlet: str | None = None
    words: str | None = None
    since: str | None = None
    until: str | None = None
    form: Form | None = None
    act: Act | None = None
    relay: str | None = None
    min_confidence: float | None = None
    addressee: str | None = None
    said_since: str | None = None
    said_until: str | None = None
    setting: SettingKind | None = None
    below_confidence: float | None = None
    actor: str | None = None
    outlet_name: str | None = None
    flag: AnomalyKind | None = None
    status: Status | None = None
    everything: bool = False
    type: StatementType | None = None
    conditional: bool | None = None
    issue: str | None = None
    stance: Stance | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        for name, day in (("said_since", self.said_since), ("said_until", self.said_until)):
            check_day(name, day)
        if self.setting is not None and self.setting not in list(SettingKind):
            raise SettingsError(f"setting is {self.setting!r}; give one of {', '.join(SettingKind)}")
        check_limit(self.limit)
        if self.form is not None and self.form not in list(Form):
            raise SettingsError(f"form is {self.form!r}; give one of {', '.join(Form)}")
        if self.act is not None and self.act not in list(Act):
            raise SettingsError(f"act is {self.act!r}; give one of {', '.join(Act)}")
        if self.status is not None and self.status not in list(Status):
            raise SettingsError(f"status is {self.status!r}; give one of {', '.join(Status)}")
        if self.type is not None and self.type not in list(StatementType):
            raise SettingsError(f"type is {self.type!r}; give one of {', '.join(StatementType)}")
        if self.stance is not None and self.stance not in list(Stance):
            raise SettingsError(f"stance is {self.stance!r}; give one of {', '.join(Stance)}")
        if self.flag is not None and self.flag not in list(AnomalyKind):
            raise SettingsError(f"flag is {self.flag!r}; give one of: {', '.join(AnomalyKind)}")
        for name, value in (("min_confidence", self.min_confidence), ("below_confidence", self.below_confidence)):
            if value is not None and not 0.0 <= value <= 1.0:
                raise SettingsError(f"{name} is {value}; give a probability from 0 to 1")


def check_days(since: str | None, until: str | None) -> None:
    """Raise SettingsError for a day that is none."""
    check_day("since", since)
    check_day("until", until)


def check_day(name: str, day: str | None) -> None:
    """Raise SettingsError for a day that is none."""
    if day is not None and not _DAY.fullmatch(day):
        raise SettingsError(f"{name} is {day!r}; give a day as YYYY-MM-DD")


def check_limit(limit: int | None) -> None:
    """Raise SettingsError for a limit below 1."""
    if limit is not None and limit < 1:
        raise SettingsError(f"limit is {limit}; give at least 1")
