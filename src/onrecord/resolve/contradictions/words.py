"""The words by which contradictions are told, from ``resources/contradictions.toml``; months and weekdays."""

from __future__ import annotations

import calendar
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.resolve.authority import OfficeKind

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""A month in letters, full or short."""


@dataclass(frozen=True, slots=True)
class Words:
    """The bundled words, case folded.

    `offices` are the kinds of office that a title names, `fates` what a word tells of people who are
    counted, `small` the numbers up to twenty in letters.
    """

    offices: dict[str, tuple[OfficeKind, ...]]
    fates: dict[str, str]
    small: dict[str, int]
    vague: tuple[str, ...]
    persons: frozenset[str]
    times: frozenset[str]
    function: frozenset[str]
    little: frozenset[str]
    verbs: frozenset[str]
    reduced: frozenset[str]
    ahead: frozenset[str]
    before_title: frozenset[str]
    now: frozenset[str]


@cache
def bundled() -> Words:
    """Return the bundled words, read once."""
    table = tomllib.loads((files("onrecord") / "resources" / "contradictions.toml").read_text(encoding="utf-8"))
    counted = table["numbers"]
    lists = {
        **table["past"],
        **table["headlines"],
        **{name: counted[name] for name in ("persons", "times", "function")},
    }
    return Words(
        offices={title: tuple(map(OfficeKind, kinds)) for title, kinds in table["offices"].items()},
        fates={word: fate for fate, words in counted["fates"].items() for word in words.split()},
        small={word: number for number, word in enumerate(counted["small"].split())},
        vague=tuple(counted["vague"]),
        **{name: frozenset(value.split()) for name, value in lists.items()},
    )
