"""Dates and times as news pages write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(rf"(?i)(?<![\w/.-]){pattern}(?![\w/-])")
    for pattern in (
        rf"{_YEAR}[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?=T|(?![\d]))",
        rf"{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH}[ -]{_DAY},?[ -]{_YEAR}",
        # Points between the numbers: day first, everywhere they are written so.
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}",
        rf"(?P<first>\d{{1,2}})(?P<sign>[/-])(?P<second>\d{{1,2}})(?P=sign){_YEAR}",
    )
)
# \b after the year would forbid "2025-09-02T09:46": the first pattern allows the T itself.
_ISO_DATE = re.compile(rf"(?<![\w/.-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?=T\d)")
_ZONE = (
    r"(?:\s?\(?(?P<zone>GMT|UTC|Z|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|BST|CEST|CET|EEST|EET|MSK|IST|JST|KST|HKT|SGT|AEST"
    r"|AEDT|WIB|WAT|EAT|SAST|PKT|[+-]\d\d:?\d\d)\b\)?)?(?P<offset>\s?[+-]\d\d:?\d\d\b)?"
)
_CLOCK = re.compile(
    r"(?i)(?<![\d:.])(?P<hour>\d{1,2})(?:(?P<sign>[:.h])(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?)?"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?{_ZONE}(?![\w:])"
)
_HOURS = {"gmt": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
_HOURS |= {"bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8}
_HOURS |= {"aest": 10, "aedt": 11, "wib": 7, "wat": 1, "eat": 3, "sast": 2, "pkt": 5}
# What these are, hours from UTC, depends on the day: North American standard time.
_SEASONAL = {"et": -5, "ct": -6, "mt": -7, "pt": -8}


_ISO = re.compile(r"(?:19|20)\d\d(?:-\d\d-\d\d|\d{4})(?:[T ][\d:.,+Z-]{2,30})?")


@dataclass(frozen=True, slots=True)
class Found:
    """A date, perhaps with its time, found at ``[start, end)`` of a text.

    `iso` is None for a date whose day and month cannot be told apart (3/4/2018). `zone` is as
    written; a zone that names several (IST, CST) gives no offset in `iso`.
    """

    start: int
    end: int
    iso: str | None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    hour: int
    minute: int
    second: int
    zone: str | None
    offset: str | None


def find_times(text: str) -> list[Found]:
    """Return the full dates (with a year) in `text`, in order, each with the time beside it.

    Linear in the length of `text`; callers pass lines, not articles.
    """
    days = _days(text)
    clocks = _clocks(text, days)
    found = []
    for start, end, day in days:
        clock = _beside(text, start, end, clocks)
        if clock:
            clocks.remove(clock)
            start, end = min(start, clock.start), max(end, clock.end)
        found.append(Found(start, end, _iso(day, clock) if day else None, clock.zone if clock else None))
    return found


def parse_moment(text: str) -> tuple[str, str | None] | None:
    """Return ISO 8601 and the zone as written for a value that a person or a page gave as a date.

    None where it is none, or where day and month cannot be told apart.
    """
    value = text.strip()
    try:
        if not _ISO.fullmatch(value):
            raise ValueError(value)
        if len(value) <= 10:
            return date.fromisoformat(value).isoformat(), None
        moment = datetime.fromisoformat(value)
    except ValueError:
        found = find_times(value[:200])
        return (found[0].iso, found[0].zone) if found and found[0].iso else None
    zone = re.search(r"(?:[Zz]|[+-]\d\d:?\d\d(?::\d\d)?)$", value)
    return moment.isoformat(), zone.group() if zone and moment.tzinfo else None


def _days(text: str) -> list[tuple[int, int, date | None]]:
    """Return every date as start, end and day; the day is None where it is ambiguous."""
    found: list[tuple[int, int, date | None]] = []
    for pattern in (_ISO_DATE, *_DATES):
        for match in pattern.finditer(text):
            taken = any(start < match.end() and match.start() < end for start, end, _ in found)
            readings = _readings(match.groupdict())
            if readings and not taken:
                found.append((match.start(), match.end(), readings.pop() if len(readings) == 1 else None))
    return sorted(found, key=lambda item: item[:2])


def _readings(parts: dict[str, str | None]) -> set[date]:
    """Return the days that a match may mean: none for 31.02., two for 3/4."""
    year = int(parts["year"] or 0)
    if "first" in parts:
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        pairs = {(first, second), (second, first)}
    else:
        month = parts["month"] or ""
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        pairs = {(number, int(parts["day"] or 0))}
    return {day for pair in pairs if (day := _date(year, *pair))}


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clocks(text: str, days: list[tuple[int, int, date | None]]) -> list[_Clock]:
    clocks = []
    # The T of ISO 8601 stands between date and time: it is passed over as a space is.
    for match in _CLOCK.finditer(re.sub(r"(?<=\d)T(?=\d)", " ", text)):
        part = match.groupdict()
        inside = any(start < match.end() and match.start() < end for start, end, _ in days)
        if inside or not (part["minute"] or part["half"]) or (part["sign"] in (".", "h") and not part["half"]):
            continue
        hour, minute, second = int(part["hour"]), int(part["minute"] or 0), int(part["second"] or 0)
        if part["half"]:
            if not 1 <= hour <= 12:
                continue
            hour = hour % 12 + (12 if part["half"].lower() == "p" else 0)
        if hour < 24 and minute < 60 and second < 60:
            offset = (part["offset"] or "").strip() or None
            clocks.append(_Clock(match.start(), match.end(), hour, minute, second, part["zone"] or offset, offset))
    return clocks


# Between a date and its time: "at", a comma, a dash, the name of a weekday.
_BETWEEN = re.compile(r"(?i)(?:[\s,|•·T–—-]|\bat\b|\bon\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\.?)*+")


def _beside(text: str, start: int, end: int, clocks: list[_Clock]) -> _Clock | None:
    """Return the clock that belongs to the date: right after it, else right before."""
    after = next((c for c in clocks if c.start >= end and _BETWEEN.fullmatch(text, end, c.start)), None)
    before = next((c for c in clocks if c.end <= start and _BETWEEN.fullmatch(text, c.end, start)), None)
    if after and before:
        return after if after.start - end <= start - before.end else before
    return after or before


def _iso(day: date, clock: _Clock | None) -> str:
    if clock is None:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, clock.hour, clock.minute, clock.second)
    offset = _offset(clock, moment)
    return (moment if offset is None else moment.replace(tzinfo=offset)).isoformat()


def _offset(clock: _Clock, moment: datetime) -> timezone | None:
    written = clock.offset or clock.zone
    if written is None:
        return None
    if written[0] in "+-":
        digits = written[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        shift = timedelta(minutes=-minutes if written[0] == "-" else minutes)
        return timezone(shift) if abs(shift) < timedelta(hours=15) else None
    zone = written.lower()
    if zone in _SEASONAL:
        return timezone(timedelta(hours=_SEASONAL[zone] + _summer(moment)))
    if zone not in _HOURS:
        return None
    return UTC if _HOURS[zone] == 0 else timezone(timedelta(hours=_HOURS[zone]))


def _summer(moment: datetime) -> int:
    """Return 1 in North American daylight time (Energy Policy Act of 2005: since 2007), else 0.

    It lasts from 2 o'clock on the second Sunday of March to the same on the first of November.
    """
    march, november = datetime(moment.year, 3, 8, 2), datetime(moment.year, 11, 1, 2)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return int(begins <= moment < ends)
