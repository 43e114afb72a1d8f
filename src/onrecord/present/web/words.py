"""How values are written on the pages: days, probabilities, numbers, and characters that are not seen."""

from __future__ import annotations

import calendar
import re
from datetime import datetime
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from onrecord.text.hidden import shown

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:?\d{2})?)?")
_EDTF_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def finalize(value: Any) -> Any:  # noqa: ANN401 (whatever a template writes)
    """Return `value` as every template writes it: hidden characters of a text are written out.

    So nothing can reorder a line, and half surrogate pairs cannot break the answer.
    """
    return value if isinstance(value, Markup) or not isinstance(value, str) else shown(value)


def day(value: str | None) -> str:
    """Return an ISO 8601 time as people write it, "9 June 2025, 18:40 +02:00"; what is none stays as it is."""
    if not value:
        return "date unknown"
    found = _DATE.fullmatch(value)
    if found is None:
        return value
    year, month, date, time, zone = found.groups()
    name = calendar.month_name[int(month)] if month and 1 <= int(month) <= 12 else month
    told = " ".join(filter(None, [str(int(date)) if date else None, name, year]))
    return f"{told}, {time}{_zone(zone)}" if time else told


def _zone(zone: str | None) -> str:
    return " UTC" if zone in ("Z", "+00:00", "+0000") else f" {zone}" if zone else ""


def days(edtf: str | None) -> str:
    """Return a time in the Extended Date/Time Format in words: "about 19 April 2018", "9 to 15 April 2018"."""
    if not edtf:
        return "day unknown"
    return " to ".join(_edtf(part) for part in edtf.split("/"))


def _edtf(part: str) -> str:
    if part in ("", ".."):
        return "open"
    return f"{_EDTF_MARKS.get(part[-1], '')}{day(part.rstrip('~?%'))}"


def percent(value: float | None) -> str:
    """Return a probability in whole per cent, "under 1 %" and "over 99 %" rather than rounded to never or always."""
    if value is None:
        return "unknown"
    if value < 0.01:
        return "under 1 %"
    return "over 99 %" if value > 0.99 else f"{value:.0%}".replace("%", " %")


def number(value: int) -> str:
    """Return a whole number with its thousands apart, "1 000 000"."""
    return f"{value:,}".replace(",", "\u202f")


def many(value: int, noun: str, plural: str = "") -> str:
    """Return how many there are of a noun: "1 article", "2 articles"."""
    return f"{number(value)} {noun if value == 1 else plural or f'{noun}s'}"


def instant(value: str | None) -> str:
    """Return a time of the record's own clock, ISO 8601 in UTC, to the second."""
    if not value:
        return "unknown"
    try:
        return datetime.fromisoformat(value).strftime("%Y-%m-%d %H:%M:%S UTC")
    except ValueError:
        return value


def address(value: str) -> str:
    """Return `value` as a part of an address; half surrogate pairs, which no address holds, become U+FFFD."""
    return quote(value.encode("utf-8", "replace").decode(), safe="")


FILTERS = {
    "address": address,
    "day": day,
    "days": days,
    "percent": percent,
    "number": number,
    "many": many,
    "instant": instant,
}
"""The filters of templates."""
