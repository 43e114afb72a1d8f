"""Steps through time by units of the calendar, as java.time takes them, which DNA is built on."""

from __future__ import annotations

import calendar
from datetime import datetime, timedelta
from enum import StrEnum

from onrecord.errors import SettingsError


class Step(StrEnum):
    """What a time window is measured in."""

    EVENTS = "events"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


_SECONDS = {Step.SECONDS: 1, Step.MINUTES: 60, Step.HOURS: 3600, Step.DAYS: 86_400, Step.WEEKS: 604_800}
_MONTHS = {Step.MONTHS: 1, Step.YEARS: 12}


def shifted(moment: datetime, step: Step, number: int) -> datetime:
    """Return the time `number` steps later, or earlier where negative; the last day of a month that is too short.

    Raises SettingsError out of the years 1 to 9999.
    """
    try:
        if step in _SECONDS:
            return moment + timedelta(seconds=_SECONDS[step] * number)
        months = moment.year * 12 + moment.month - 1 + _MONTHS[step] * number
        year, month = divmod(months, 12)
        day = min(moment.day, calendar.monthrange(year, month + 1)[1])
        return moment.replace(year=year, month=month + 1, day=day)
    except (OverflowError, ValueError) as error:
        raise SettingsError(f"{number} {step.value} from {moment.isoformat()} lie out of the calendar") from error


def whole_steps(start: datetime, stop: datetime, step: Step) -> int:
    """Return how many whole steps lie between two times, towards zero; negative where `stop` is the earlier.

    Months and years are those between the two days, whatever the hours.
    """
    if step in _SECONDS:
        return int((stop - start).total_seconds() / _SECONDS[step])
    months = (stop.year - start.year) * 12 + stop.month - start.month
    if months > 0 and stop.day < start.day:
        months -= 1
    elif months < 0 and stop.day > start.day:
        months += 1
    return int(months / _MONTHS[step])
