"""The TIMEX3 values of lengths of time: "P2W", "PT30M", "P2Y6M"."""

from __future__ import annotations

from onrecord.resolve.when.match import Match
from onrecord.resolve.when.words import UNITS

_OF_CLOCK = ("second", "minute", "hour")
_TIMES = {"decade": 10, "century": 100, "fortnight": 2, "weekend": 2}
_LETTERS = {"decade": "Y", "century": "Y", "weekend": "D"}
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}


def length(match: Match) -> str:
    """Return the value of the length that a match tells.

    Of a range ("two to six days") it is the lower end; of "a few" and bare plurals an unknown number ("PXD").
    """
    if match.has("few", "many"):
        return unknown_length(match.unit)
    span, counts = match.word("span"), match.counts()
    if span is not None:
        counts = [float(span.replace("–", "-").split("-")[0])]
    count = 2.0 if match.has("couple") else counts[0] if counts else 1.0
    return _value(count + (0.5 if match.has("half") else 0), match.unit)


def unknown_length(unit: str) -> str:
    """Return the value of a number of units that is not told."""
    return f"{'PT' if unit in _OF_CLOCK else 'P'}X{UNITS[unit]}"


def _value(count: float, unit: str) -> str:
    """Return the value of a counted unit; decades and the like are told in years, as in TimeBank."""
    prefix = "PT" if unit in _OF_CLOCK else "P"
    if unit in _HALVES and count - int(count) == 0.5:
        whole = f"{int(count)}{UNITS[unit]}" if int(count) else ""
        return f"{prefix}{whole}{_HALVES[unit]}"
    return f"{prefix}{count * _TIMES.get(unit, 1):.10g}{_LETTERS.get(unit, UNITS[unit])}"
