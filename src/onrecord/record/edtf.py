"""Days written in the Extended Date/Time Format, as far as people write them by hand."""

from __future__ import annotations

import calendar
import re
from datetime import date

from onrecord.errors import InputError
from onrecord.record.timex import Interval

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")


def interval_of(edtf: str) -> Interval:
    """Return the days that `edtf` covers: a year, month or day, each of them or about it (``~``), or two with ``/``.

    That is ISO 8601-2 level 0 without times, with the qualifiers of level 1 at the end. Raises InputError for
    anything else.
    """
    parts = edtf.split("/")
    if len(parts) > 2:
        raise InputError(_refusal(edtf))
    days = [_days(part, edtf) for part in parts]
    first, last = days[0][0], days[-1][1]
    if first > last:
        raise InputError(f"{edtf!r} ends before it begins")
    return Interval(first.isoformat(), last.isoformat())


def _days(part: str, edtf: str) -> tuple[date, date]:
    match = _DAY.fullmatch(part)
    if match is None:
        raise InputError(_refusal(edtf))
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise InputError(_refusal(edtf)) from error
    if day:
        return first, first
    last_month = month or 12
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def _refusal(edtf: str) -> str:
    return f"{edtf!r} is no day; give YYYY, YYYY-MM, YYYY-MM-DD, one of them with ~ for about, or two joined by /"
