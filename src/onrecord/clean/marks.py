"""Bylines, datelines, time lines: who wrote, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from onrecord.clean.furniture import phrases
from onrecord.clean.times import Found, find_times

_NAME = r"(?:[A-Z][\w'’.-]{0,30}|de|van|von|der|den|bin|al|el|la|da|di|du|dos)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}"
_BY = re.compile(
    rf"(?:[Bb]y|BY|Written by|Posted by|Published by|Reported by|Story by|From) {_NAMES}"
    rf"(?:(?:,? and |, | & |/| \| |; ){_NAMES}){{0,5}}"
    r"(?:,? ?[|,•·–—-]? ?[\w .,@&'’/()-]{0,80})?"
)
_REPORTING = re.compile(
    r"(?i)[-–—_(\[ ]{0,4}(?:with )?(?:additional |further )?"
    r"(?:reporting|editing|writing|compiled|translated|edited|files) (?:by|from) [^\n]{1,400}"
)
_LABEL = re.compile(
    r"(?i)\b(?:first |last |originally )?"
    r"(?:published|updated|posted|modified|created|edited|released|issued|revised|date|as of"
    r"|on|at|by|time|local|in|hours?|hrs|min|ago|read|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|gmt|utc|am|pm)\b"
)
_UPDATE = re.compile(r"(?i)\b(?:updated?|modified|edited|revised)\b")
# Labels in capitals that stand where a place would.
_NO_PLACE = r"(?!(?:EXCLUSIVE|UPDATED?|BREAKING|WATCH|VIDEO|OPINION|ANALYSIS|CORRECTION|EDITORIAL|COMMENT|REVIEW)\b)"
_PLACE = _NO_PLACE + r"[A-Z][A-Z.'’-]{1,30}(?:[ /][A-Z][A-Z.'’-]{1,30}){0,3}"
_REGION = r"(?:, ?[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,2})?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:[,.]? (?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?))?"
LONGEST_TIME_LINE = 160
"""Characters. Longer lines with a date are prose."""
LONGEST_SIGNATURE = 500
"""Characters. Agencies name up to a dozen people who helped."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A line of times alone: when the article was published and, if it says so, updated."""

    published: Found | None
    updated: Found | None

    def moved(self, by: int) -> TimeLine:
        """Return the same times with their offsets moved by `by`."""

        def move(found: Found | None) -> Found | None:
            return replace(found, start=found.start + by, end=found.end + by) if found else None

        return TimeLine(move(self.published), move(self.updated))


def time_line(line: str) -> TimeLine | None:
    """Return what `line` says of publication, None if it holds anything but dates, times and labels."""
    if len(line) > LONGEST_TIME_LINE:
        return None
    times = find_times(line)
    rest, last = "", 0
    for time in times:
        rest, last = rest + line[last : time.start] + " ", time.end
    if not times or re.search(r"\w", re.sub(r"\d", "", _LABEL.sub("", rest + line[last:]))):
        return None
    published = updated = None
    last = 0
    for time in times:
        if _UPDATE.search(line, last, time.start):
            updated = updated or time
        else:
            published = published or time
        last = time.end
    return TimeLine(published, updated)


def is_byline(line: str) -> bool:
    """Return whether `line` names who wrote: "By Ada Poe", "By ADA POE and Jo Fry, The Outlet"."""
    return len(line) <= 160 and bool(_BY.fullmatch(line.strip())) and not line.rstrip().endswith(("?", "!", ":"))


def is_signature(line: str) -> bool:
    """Return whether `line`, at an article's end, names who wrote or helped.

    "Ada Poe (Reuters)", "(Reporting by Ada Poe; Editing by Jo Fry)", "Ada Poe".
    """
    plain = line.strip()
    if len(plain) > LONGEST_SIGNATURE:
        return False
    return bool(_REPORTING.fullmatch(plain) or _signed().fullmatch(plain)) or is_byline(plain)


@cache
def _signed() -> re.Pattern[str]:
    agencies = phrases().agencies
    alone = r"(?:[—–-]{1,2} ?)?" + rf"{_NAME}(?: {_NAME}){{1,3}}"
    # A name alone has no stop: "Enter President Poe." is a sentence.
    outlet = rf"(?:{agencies}|{_NAME}(?: {_NAME}){{0,2}})"
    return re.compile(rf"{alone}(?: \({outlet}\)\.?| / (?:{agencies})|(?<!\.))")


@cache
def _dateline() -> re.Pattern[str]:
    agency = rf"\((?:{phrases().agencies})\)"
    # After a place in capitals any name in brackets is the agency's.
    named = rf"\({_NAME}(?: {_NAME}){{0,2}}\)"
    dash = r"(?:—|–|--|-)"
    return re.compile(
        rf"(?:{_PLACE}{_REGION}{_DAY}(?: {agency}| {named})?|[A-Z][\w .,'’-]{{1,40}}{_DAY} {agency}) ?{dash}\s++(?=\S)"
    )


def dateline_end(paragraph: str) -> int:
    """Return how many characters of `paragraph` are a dateline: "OSLO, Sept 3 (Reuters) — ". 0 if none."""
    match = _dateline().match(paragraph)
    return match.end() if match else 0
