"""Numbers of things in a text: 12 dead, $5 million fine, thirteen dams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.resolve.contradictions.words import bundled

_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_LARGE = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "m": 1e6,
    "k": 1e3,
}
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<unit>[$€£¥])?(?P<digits>\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,3})?|"
    + "|".join([*bundled().small, *_TENS])
    + r")(?:[ \u00a0-]?(?P<large>dozen|hundred|thousand|million|billion|trillion|bn|m|k))?(?![\w/])(?!\.\d)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:[ \u00a0-][A-Za-z’'-]+){1,5}")
_BEFORE = re.compile(
    r"\b([A-Za-z]{1,12})(?:[ \u00a0](?:at|least|some|about|around|nearly|almost|more|than|another)){0,3}[ \u00a0]$"
)
_NOUNS = re.compile(r"[ \u00a0-](?P<first>[A-Za-z][a-z]+)(?:[ \u00a0](?P<second>[a-z]+))?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at ``[start, end)`` of a text with what it counts.

    `unit` is a currency's mark, `nouns` are the words after it, case folded, the first in the singular.
    `fate` is what happened to people who are counted ("dead", "hurt"), empty where nothing is told.
    """

    start: int
    end: int
    number: float
    unit: str
    nouns: tuple[str, str]
    fate: str


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the numbers of ``text[start:end]`` that a word follows, or people of a fate before: kills 12. In order."""
    for match in _NUMBER.finditer(text, start, end):
        after, fate = _NOUNS.match(text, match.end(), end), _fate(text, start, match, end)
        if after is None and not fate:
            continue
        nouns = (_singular(after["first"].casefold()), (after["second"] or "").casefold()) if after else ("", "")
        yield Quantity(match.start(), match.end(), _value(match), match["unit"] or "", nouns, fate)


def values(text: str, start: int, end: int) -> Iterator[float]:
    """Yield every number of ``text[start:end]``, whatever it counts."""
    return (_value(match) for match in _NUMBER.finditer(text, start, end))


def _fate(text: str, start: int, match: re.Match[str], end: int) -> str:
    """Return what happened to those counted: by the nearest word after the number, else by the verb right before it."""
    fates = bundled().fates
    after = _AFTER.match(text, match.end(), end)
    found = re.findall(r"[A-Za-z]+", after[0].casefold()) if after else []
    fate = next((fates[word] for word in found if word in fates), "")
    before = _BEFORE.search(text, max(start, match.start() - 40), match.start())
    return fate or (fates.get(before[1].casefold(), "") if before else "")


def _value(match: re.Match[str]) -> float:
    word = match["digits"].casefold()
    number = float(word.replace(",", "")) if word[0].isdigit() else float(bundled().small.get(word, _TENS.get(word, 0)))
    return number * (_LARGE[match["large"].casefold()] if match["large"] else 1)


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun
