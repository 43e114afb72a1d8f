"""Patterns of word classes, written with the classes' names and compiled to expressions over class strings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.resolve.when.tokens import LETTERS

_NAME = re.compile(r"[A-Za-z_]+")

_MACROS: dict[str, str] = {
    "ABOUT": "(about|at least|at most|more than|less than|no more than|no less than|up to|over)",
    "WORDED": "(digit|teen|tens (hyphen? digit)?)",
    "CARDINAL": "((num|dd|decimal) slash?|slash|a? hundred|a? dozen|WORDED (hundred (and? WORDED)?)?)",
    "COUNT": "(CARDINAL|a? few|a couple of?|couple of|many)",
    "RANGE": "(CARDINAL (to|or|dash|hyphen) CARDINAL|span|COUNT)",
    "UNIT": "(hour|day|week|mon|yr|age|quarter)",
    "UNITS": "(units|quarters|weekends)",
    "ANY_UNIT": "(UNIT|UNITS)",
    "SPELLED": "(teen|tens) (tens (hyphen? digit)?|teen)",
    "YEAR": "(year|SPELLED)",
    "DAY": "(dd|ord)",
    "MONTH": "(month|month_short dot?)",
    "DOW": "(dow|dow_short dot?)",
    "CLOCK": "(((clock|decimal|dd) ampm|clock|clocked|noon) zone?|(num|year) zone)",
    "EDGE": "((the? mod|earlier|later) (in|hyphen)?|(the? edge|the? mod|the (ord|last) half) of)",
    "REL": "(last|next|this|that|latest|current|the (same|last|next|latest|current)|this last|this next)",
    "DATE": "(DOW comma?)? (MONTH the? DAY|the? DAY of? MONTH) (comma? YEAR)?",
}


def compiled(rules: Mapping[str, str]) -> re.Pattern[str]:
    """Return one expression that matches whatever a rule does, the first rule first; `lastgroup` names the rule.

    A rule is a pattern of class names: ``"the? last? MONTH (DAY comma?)? year"``, with ``( ) | ? * +`` and
    look-around as in regular expressions. Names in capitals stand for patterns of their own.
    """
    return re.compile("|".join(f"(?P<{name}>{_letters(pattern)})" for name, pattern in rules.items()))


def _letters(pattern: str) -> str:
    while expanded := re.sub(r"[A-Z_]{2,}", lambda m: f"(?:{_MACROS[m[0]]})", pattern):
        if expanded == pattern:
            break
        pattern = expanded
    # A class followed by an operator must stay one atom, and groups count for nothing but order.
    plain = re.sub(r"\((?!\?)", "(?:", pattern)
    return _NAME.sub(lambda m: LETTERS[m[0]], plain).replace(" ", "")
