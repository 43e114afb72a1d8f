"""A number that differs between headline and body."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.record import Document, RegionKind
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.resolve.contradictions.quantities import Quantity, quantities, values
from onrecord.resolve.contradictions.words import MONTHS, bundled

_NEAR, _ROUND = 0.12, 10
"""Share by which a number may differ and still be the same one rounded, and what a rounded one is a multiple of."""
_BODY = frozenset((RegionKind.STANDFIRST, RegionKind.BODY))


def numbers(document: Document) -> Iterator[Anomaly]:
    """Yield a flag for each number of the headline where the body gives one other number, and only that, of the same.

    Numbers of time, rounded numbers, and ones that the body has anywhere are left out.
    """
    body = [q for r in document.regions if r.kind in _BODY for q in _counted(document.text, r.start, r.end)]
    told = {number for r in document.regions if r.kind in _BODY for number in values(document.text, r.start, r.end)}
    for region in document.regions:
        if region.kind is RegionKind.HEADLINE:
            for headline in _counted(document.text, region.start, region.end):
                yield from _differing(document, headline, body, told)


def _counted(text: str, start: int, end: int) -> list[Quantity]:
    words = bundled()
    idle = words.times | words.function | MONTHS.keys()
    return [
        q
        for q in quantities(text, start, end)
        if q.nouns[0] not in idle and not _is_vague(text[max(start, q.start - 14) : q.start])
    ]


def _is_vague(before: str) -> bool:
    """Return whether words right before a number make it a rough one, or one of several."""
    words = before.casefold().split()
    return " ".join(words[-1:]) in bundled().vague or " ".join(words[-2:]) in bundled().vague


def _differing(document: Document, headline: Quantity, body: list[Quantity], told: set[float]) -> Iterator[Anomaly]:
    if any(_close(headline.number, number) for number in told):
        return
    same = [q for q in body if _of_same(headline, q)]
    if len({q.number for q in same}) != 1:
        return
    spans = (document.span(headline.start, headline.end), document.span(same[0].start, same[0].end))
    noun = " ".join(word for word in same[0].nouns if word)
    reason = f"the headline counts {spans[0].words}, the body {spans[1].words}: {noun}"
    yield Anomaly(document.id, AnomalyKind.NUMBER, spans, reason)


def _of_same(headline: Quantity, other: Quantity) -> bool:
    """Return whether two numbers count the same: things of one noun, or people of one fate."""
    if headline.fate or other.fate:
        return headline.fate == other.fate
    same = (headline.unit, headline.nouns[0]) == (other.unit, other.nouns[0])
    return same and (headline.nouns[0] not in bundled().persons or headline.nouns[1] == other.nouns[1] != "")


def _close(a: float, b: float) -> bool:
    """Return whether two numbers are the same, one of them rounded perhaps."""
    rounded = any(number >= _ROUND and number % _ROUND == 0 for number in (a, b)) or "." in f"{min(a, b):g}"
    return a == b or (rounded and abs(a - b) <= _NEAR * max(a, b))
