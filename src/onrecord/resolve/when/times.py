"""The time expressions of a document."""

from __future__ import annotations

from functools import cache, partial

from onrecord.record import Document, Region, RegionKind
from onrecord.record.timex import Timex
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.grammar import expressions
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import Meaning
from onrecord.resolve.when.order import day_first
from onrecord.resolve.when.tokens import lowered, tokens_of

_READ_IN = frozenset({RegionKind.HEADLINE, RegionKind.STANDFIRST, RegionKind.BODY, RegionKind.CAPTION})


def times(document: Document) -> tuple[Timex, ...]:
    """Return the time expressions of a document's headline, standfirst, body and captions, in order of the text.

    Their values are relative to the day of publication and to one another; what is relative to a day that is
    not known has no value, and says so. Linear in the length of the text.
    """
    published = document.published.iso if document.published else None
    context = Context.of(published, cache(partial(day_first, document)))
    low = lowered(document.text)
    return tuple(
        _timex(document, match, meaning)
        for region in document.regions
        if region.kind in _READ_IN
        for match, meaning in _in_region(document, low, region, context)
    )


def _in_region(document: Document, low: str, region: Region, context: Context) -> list[tuple[Match, Meaning]]:
    return list(expressions(tokens_of(document.text, low, region.start, region.end), context))


def _timex(document: Document, match: Match, meaning: Meaning) -> Timex:
    return Timex(
        document_id=document.id,
        span=document.span(match.start, match.tokens.end(match.last - 1)),
        kind=meaning.kind,
        value=meaning.value,
        basis=meaning.basis,
        granularity=meaning.granularity,
        interval=meaning.interval,
        modifier=meaning.modifier,
        others=meaning.others,
    )
