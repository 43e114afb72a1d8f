"""The agencies that a document credits with its text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.record import Document, Region, RegionKind
from onrecord.text.folding import fold_name

_LAST = 3
"""Paragraphs at the end of a body among which a note on sources is looked for."""
_LONGEST_NOTE = 300
"""Characters of the longest such note; longer paragraphs are prose."""
_NAME = r"(?:the )?[A-Z][\w&'’-]{0,30}(?: (?:of |and )?(?!All rights)[A-Z][\w&'’-]{0,30}){0,4}"
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")
_PARTING = re.compile(r",| and |&|/|\||;|·|•|\bby\b|\bBy\b|\bBY\b|\bFrom\b|\bfrom\b|[()]")
_COPYRIGHT = re.compile(rf"(?:©|\([cC]\)|Copyright)\s?(?:©\s?)?(?:(?:19|20)\d\d,?\s)?(?:by )?({_NAME})")
_NOTE = (
    re.compile(rf"({_NAME}) (?:contributed to|provided|helped with) this (?:report|article|story)"),
    re.compile(
        rf"\b(?:[Ww]ith|WITH) (?:inputs|files|reporting|reports|material|additional reporting) (?:from|by) ({_NAME})"
    ),
    re.compile(rf"\b(?:first|originally) (?:published|appeared) (?:by|in|on|at) ({_NAME})"),
    re.compile(rf"^[—–-] ?({_NAME})\.?$"),
)
_SAME = {"associated press": "ap", "agence france presse": "afp", "canadian press": "cp"}
"""Agencies that go by two names."""
_BODIES = re.compile(r"\b(?:wire|press|agency|agencies|newswire|wires|news service|news agency)$")


def credits_of(document: Document) -> tuple[str, ...]:
    """Return the agencies that `document` credits with its text, folded and sorted.

    Read are datelines ("PORT ILVANE (Meridian Wire) —"), bylines ("From our news desk and Meridian Wire"), copyright
    notices and notes at the end ("Meridian Wire contributed to this report."). Who took the pictures is not asked. Its
    own outlet is among them only if the dateline names it: that is an agency's way. A name of a byline is an agency if
    it is a known one (``resources/furniture.toml``) or says so ("… Press").
    """
    own, found = name_key(document.outlet or ""), set[str]()
    for region in document.regions:
        names = {name_key(name) for name in _named(document.text, region)}
        found |= names if region.kind is RegionKind.DATELINE else names - {own}
    bodies = [region for region in document.regions if region.kind is RegionKind.BODY]
    for region in bodies[-_LAST:]:
        found |= {name_key(name) for name in _noted(document.text[region.start : region.end])} - {own}
    return tuple(sorted(found - {""}))


def name_key(name: str) -> str:
    """Return an agency's or outlet's name as names are compared; an agency's other names are one with it."""
    folded = fold_name(name)
    return _SAME.get(folded, folded)


def _named(text: str, region: Region) -> Iterator[str]:
    words = text[region.start : region.end]
    if region.kind is RegionKind.DATELINE:
        yield from (name for name in _IN_BRACKETS.findall(words)[-1:] if not any(map(str.isdigit, name)))
    elif region.kind is RegionKind.BYLINE:
        yield from (part.strip(" .—–-") for part in _PARTING.split(words) if _is_agency(part.strip(" .—–-")))
    elif region.kind is RegionKind.BOILERPLATE:
        yield from _COPYRIGHT.findall(words)


def _noted(paragraph: str) -> Iterator[str]:
    if len(paragraph) <= _LONGEST_NOTE:
        for pattern in _NOTE:
            yield from (name for name in pattern.findall(paragraph) if _is_agency(name))


def _is_agency(name: str) -> bool:
    folded = fold_name(name)
    return folded in _agencies() or bool(_BODIES.search(folded))


@cache
def _agencies() -> frozenset[str]:
    table = tomllib.loads(files("onrecord.resources").joinpath("furniture.toml").read_text("utf-8"))
    return frozenset(map(fold_name, table["agencies"]))
