"""Numbers in letters and digits: "nine hundred", "900", "1,000", "1.5 million", "second"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from onrecord.text.differences.lexicon import wording

_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_POINTS = str.maketrans(",:", "..")
_SHORT = {"m": 10**6, "k": 10**3, "bn": 10**9, "tn": 10**12}
_DIGITS = re.compile(r"(\d{1,40}(?:[.,:]\d{1,40}){0,12})(st|nd|rd|th|k|m|bn|tn|s)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,40})?")
_LONGEST = 12
_AND_HALF = ["and", "a", "half"]


def numeral(words: Sequence[str], *, money: bool = False) -> tuple[str, int]:
    """Return the key of the number that `words`, case folded, begin with, and of how many words it is.

    With `money` "5m" are five million, else they are no number: they may be metres.
    "nine", "hundred" give ("#900", 2), "1,000" gives ("#1000", 1), "2nd" and "second" give ("#2.", 1). Words
    that begin with no number give ("", 0).
    """
    ordinal = wording().ordinals.get(words[0])
    if ordinal is not None:
        return f"#{ordinal}.", 1
    digits = _DIGITS.fullmatch(words[0])
    if digits and digits[2] in ("st", "nd", "rd", "th", "s"):
        return f"#{digits[1]}{'.' if digits[2] != 's' else 's'}", 1
    if digits and digits[2] == "m" and not money:
        return "", 0
    value, used = _counted(words[:_LONGEST])
    unit = wording().ordinals.get(words[used], 0) if 0 < used < len(words) else 0
    if 0 < unit < 10 and 20 <= value < 100 and value % 10 == 0:
        return f"#{_plain(value + unit)}.", used + 1
    return (f"#{_plain(value)}", used) if used else ("", 0)


def _counted(words: Sequence[str]) -> tuple[Decimal, int]:
    """Return the value of the longest number at the beginning of `words`, and of how many words it is."""
    total, group, used, room = Decimal(0), Decimal(0), 0, Decimal("Infinity")
    position, last = 0, Decimal(1)
    if len(words) > 1 and words[0] in ("a", "an") and words[1] in _SCALES:
        position, group = 1, Decimal(1)
    elif len(words) > 2 and words[0] == "half" and words[1] == "a" and words[2] in _SCALES:
        position, group = 2, Decimal("0.5")
    while position < len(words):
        word = words[position]
        if word == "and" and room in (100, 1000) and _value(words[position + 1] if words[position + 1 :] else ""):
            position += 1
            word = words[position]
        value = _value(word)
        if word in _SCALES and position:
            scale = Decimal(_SCALES[word])
            if scale <= 100:
                group *= scale
            else:
                total, group = (total + group * scale, Decimal(0)) if group else (total * scale, group)
            room = last = scale
        elif value is not None and value < room:
            group, room, last = group + value, Decimal(10 if word in wording().tens else 1), Decimal(1)
        else:
            break
        position += 1
        if list(words[position : position + 3]) == _AND_HALF:
            total, group = (total, group + Decimal("0.5")) if group else (total + last / 2, group)
            position += 3
        used = position
    return total + group, used


def _value(word: str) -> Decimal | None:
    counted = wording().units.get(word, wording().tens.get(word))
    if counted is not None:
        return Decimal(counted)
    digits = _DIGITS.fullmatch(word)
    if digits is None or digits[2] in ("st", "nd", "rd", "th", "s"):
        return None
    plain = digits[1].replace(",", "") if _THOUSANDS.fullmatch(digits[1]) else digits[1].translate(_POINTS)
    if plain.count(".") > 1:
        return None
    return Decimal(plain) * _SHORT.get(digits[2] or "", 1)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
