"""What a word that begins with a digit may be: a year, a day of the month, a clock time, a date in numbers."""

from __future__ import annotations

import re

_SHAPES: tuple[tuple[str, str], ...] = (
    ("year", r"1[0-9]{3}|20[0-9]{2}|2100"),
    ("dd", r"0?[1-9]|[12][0-9]|3[01]"),
    ("ord", r"[0-9]{1,2}(?:st|nd|rd|th)"),
    ("num", r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7}"),
    ("decimal", r"[0-9]{1,4}\.[0-9]{1,2}"),
    ("clock", r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?z?"),
    ("clocked", r"(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])?(?:am|pm)"),
    ("decade", r"(?:1[0-9]|20)[0-9]0s"),
    ("tens_s", r"[1-9]0s"),
    ("iso", r"(?:1[0-9]|20)[0-9]{2}(?P<sep>[-/.])(?:0[1-9]|1[0-2])(?P=sep)(?:0[1-9]|[12][0-9]|3[01])t?"),
    ("numdate", r"[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)(?:(?:19|20)[0-9]{2}|[0-9]{2})"),
    ("slash", r"[0-9]{1,2}/[0-9]{1,2}"),
    ("years", r"(?:1[0-9]|20)[0-9]{2}[-–/](?:(?:1[0-9]|20)[0-9]{2}|[0-9]{2})"),
    ("span", r"[0-9]{1,3}[-–][0-9]{1,3}"),
)
_SHAPE = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES))

DIGIT_CLASSES = tuple(name for name, _ in _SHAPES)


def class_of_digits(word: str) -> str | None:
    """Return the class of a word that begins with a digit, None where it has no shape of a time."""
    if len(word) > 20:
        return None
    match = _SHAPE.fullmatch(word)
    return match.lastgroup if match else None
