"""Utterances or a comparison as one HTML file that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.present.telling_words import Rebuilt, Stretch, letter, of_fullest, of_telling, rebuilt
from onrecord.query.compared import Comparison
from onrecord.query.tellings import ReportedTelling, ShownUtterance
from onrecord.text.hidden import shown as shown_characters


@dataclass(frozen=True, slots=True)
class _Pair:
    """A telling with its letter, the words of the fullest one and its own, both cut where they differ."""

    letter: str
    telling: ReportedTelling
    fuller: tuple[Stretch, ...]
    other: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """An utterance as its page shows it. `letters` are those of documents: of the first telling of each."""

    found: ShownUtterance
    rebuilt: tuple[Rebuilt, ...]
    pairs: tuple[_Pair, ...]
    letters: dict[str, str]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.present.export", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["seen"] = shown_characters
    return made


def utterances_page(found: Sequence[ShownUtterance]) -> str:
    """Return utterances as a page: the tellings of each, beside the fullest, with their differences explained."""
    return _environment().get_template("utterance.html").render(pages=[_page(each) for each in found])


def _page(found: ShownUtterance) -> _Page:
    named = [(letter(place), each) for place, each in enumerate(found.tellings)]
    pairs = tuple(_Pair(name, each, of_fullest(found.fullest, each), of_telling(each)) for name, each in named)
    letters = {each.reported.heading.document_id: name for name, each in reversed(named)}
    return _Page(found, rebuilt(found), pairs, letters)


def compared_page(found: Comparison) -> str:
    """Return articles side by side as a page: a row for each thing said, and what differs beneath it."""
    return _environment().get_template("compared.html").render(found=found)
