"""A paragraph or caption printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.record import Document, RegionKind
from onrecord.record.anomaly import Anomaly, AnomalyKind

LEAST = 8
"""Words from which a paragraph counts: shorter ones, such as "Read more" and "Next", may stand anywhere."""
MOST = 3
"""Stretches of a page printed again beyond which the page is of a form that repeats: recipes, questionnaires."""
_CLOCK = re.compile(r"(?m)^[ \t]{0,9}\d{1,2}(?:[:.]\d\d)?[ \u00a0]?(?:[ap]\.?m\b|[ap]\.m\.|GMT|BST|CET|E[SD]T)")
_RUNNING = 3
"""Lines that begin with a time of day, from which a page is a running one."""
_PRINTED = frozenset((RegionKind.STANDFIRST, RegionKind.BODY, RegionKind.CAPTION, RegionKind.CREDIT))
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")

_Ranges = list[tuple[int, int]]


def repeated(document: Document) -> Iterator[Anomaly]:
    """Yield a flag for each stretch of paragraphs whose words, marks aside, have been printed before.

    Furniture is left out, and so are pages that repeat themselves by their form, such as a running
    page with the time over each entry. Paragraphs that follow each other both times are one stretch.
    """
    if len(_CLOCK.findall(document.text)) >= _RUNNING:
        return
    stretches = _stretches(document)
    for places in stretches if len(stretches) <= MOST else []:
        reason = f"the same words are printed {_times(len(places))}"
        yield Anomaly(document.id, AnomalyKind.REPEATED, tuple(document.span(*place) for place in places), reason)


def _stretches(document: Document) -> list[_Ranges]:
    """Return where each repeated stretch stands, first to last."""
    order, places = _paragraphs(document)
    found: list[tuple[list[int], _Ranges]] = []
    for words in dict.fromkeys(words for words in order if len(places.get(words, ())) > 1):
        numbers = [number for number, other in enumerate(order) if other == words]
        if found and [number - 1 for number in numbers] == found[-1][0]:
            longer = [(start, end) for (start, _), (_, end) in zip(found[-1][1], places[words], strict=True)]
            found[-1] = numbers, longer
        else:
            found.append((numbers, places[words]))
    return [ranges for _, ranges in found]


def _paragraphs(document: Document) -> tuple[list[tuple[str, ...]], dict[tuple[str, ...], _Ranges]]:
    """Return the words of all paragraphs in order, and where those of some length stand."""
    order: list[tuple[str, ...]] = []
    places: dict[tuple[str, ...], _Ranges] = {}
    for region in document.regions:
        for line in _LINE.finditer(document.text, region.start, region.end) if region.kind in _PRINTED else ():
            words = tuple(_WORD.findall(line[0].casefold()))
            order.append(words)
            if len(words) >= LEAST:
                places.setdefault(words, []).append(line.span())
    return order, places


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"
