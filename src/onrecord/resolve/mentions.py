"""Where actors are spoken of without their names: pronouns and descriptions, outside of quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.record import SPOKEN_REGIONS, Document, Span
from onrecord.resolve.cast import Cast
from onrecord.resolve.lexicon import lexicon

_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b[Tt]he[ \u00a0](?P<phrase>(?:[^\W\d_][\w.’'&-]*[ \u00a0]){0,3}?)(?P<head>[a-z][a-z-]+)\b")


def mentions(document: Document, cast: Cast, apart: Iterable[Span]) -> Iterator[Span]:
    """Yield the pronouns of persons and the descriptions with "the" in an article's text, outside of quotations.

    What overlaps a span of `apart` or a name is left out.
    """
    taken = [(span.start, span.end) for span in apart]
    for region in document.regions:
        if region.kind not in SPOKEN_REGIONS:
            continue
        for match in _found(document.text, region.start, region.end):
            start, end = match
            if cast.salience.in_quotation(start) or cast.people.at(start, end):
                continue
            if not any(first < end and start < last for first, last in taken):
                yield document.span(start, end)


def _found(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _PRONOUN.finditer(text, start, end):
        yield match.span()
    for match in _DEFINITE.finditer(text, start, end):
        if lexicon().is_role(match["head"]):
            yield match.span()
