"""Whether a page writes dates in numbers day first or month first."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from onrecord.record import Document
from onrecord.resolve.when.words import MONTHS

_NUMBERS = re.compile(r"(?<![\d/.,:$£€-])(\d{1,2})([/-])(\d{1,2})(?:\2(?:19|20)\d\d)?(?![\d/%-])")
_NAMES = "|".join(name for name in MONTHS if len(name) > 3 or name == "may").title()
_DAY_NAMED = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_NAMES})\b")
_NAMED_DAY = re.compile(rf"\b(?:{_NAMES}) \d{{1,2}}\b(?!:)")


def day_first(document: Document) -> bool | None:
    """Return True for day first, False for month first, None where nothing tells.

    Asked in turn: the page's numeric dates that can be read in one way only, the outlet, the country of its
    address, and how the page writes dates with the month's name.
    """
    for evidence in (_by_numbers(document.text), _by_outlet(document), _by_names(document.text)):
        if evidence is not None:
            return evidence
    return None


def _by_numbers(text: str) -> bool | None:
    pairs = [(int(match[1]), int(match[3])) for match in _NUMBERS.finditer(text)]
    firsts = sum(12 < first <= 31 and 1 <= second <= 12 for first, second in pairs)
    seconds = sum(12 < second <= 31 and 1 <= first <= 12 for first, second in pairs)
    return None if bool(firsts) == bool(seconds) else firsts > 0


def _by_names(text: str) -> bool | None:
    day_named, named_day = len(_DAY_NAMED.findall(text)), len(_NAMED_DAY.findall(text))
    return None if day_named == named_day else day_named > named_day


def _by_outlet(document: Document) -> bool | None:
    """Return what the outlet's name or host says, then what the last label of its host says."""
    month, day, countries = _conventions()
    host = (urlsplit(document.url).hostname or "") if document.url else ""
    keys = {(document.outlet or "").casefold().removeprefix("the "), host.removeprefix("www.")}
    if keys & month or keys & day:
        return not keys & month
    label = host.rpartition(".")[2]
    if label in ("us", "gov", "mil"):
        return False
    return True if label in countries else None


@cache
def _conventions() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    path = files("onrecord") / "resources" / "dates.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    month, day = (frozenset(name.casefold() for name in lists[key]) for key in ("month_first", "day_first"))
    return month, day, frozenset(lists["day_first_countries"].split())
