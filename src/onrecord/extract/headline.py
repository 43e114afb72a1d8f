"""Headlines that name who speaks: "Putin: Possible to find consensus", "No deal, says Lorn"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.form import form_of
from onrecord.record import Attribution, Document, Region
from onrecord.text.quotations import quotations

_NAME = r"(?P<source>[^\s:,—–|][^:,—–|\n]{0,60}?)"
_FORMS = (
    re.compile(rf"{_NAME}(?P<cue>[ \u00a0]?:)[ \u00a0]+(?P<content>\S[^\n]*)"),
    re.compile(
        rf"(?P<content>\S[^\n]{{7,}}?),?[ \u00a0]+(?P<cue>(?i:says|said|warns|insists|claims))[ \u00a0]+{_NAME}\s*$"
    ),
    re.compile(rf"(?P<content>\S[^\n]{{7,}}?)[ \u00a0]+(?P<cue>[—–|-])[ \u00a0]+{_NAME}\s*$"),
)

_SURE = 0.9
"""Confidence of a headline whose name the article cites: the rule is a fact of form, the name is borne out."""


def with_headlines(document: Document, headlines: Sequence[Region], found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with the attributions that the headlines' form gives.

    In such a headline they take the place of what the tagger found there, unless that names the
    same source: a headline is short, and cut off from the article the tagger misses names in it.
    """
    result = list(found)
    for headline in headlines:
        for attribution in headline_attributions(document, headline, found):
            inside = [a for a in result if headline.start <= a.start < headline.end]
            if not any(s.overlaps(t) for a in inside for s in a.source for t in attribution.source):
                result = [a for a in result if a not in inside] + [attribution]
    return result


def headline_attributions(document: Document, headline: Region, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attribution of a headline that names a source by its form.

    The name counts only if the article below cites it: its last word must be the last word of a
    source in `found`. Otherwise "Analysis: …" or "Tianjin: …" would speak.
    """
    below = [a for a in found if a.start >= headline.end]
    cited = {_last_word(source.words) for a in below for source in a.source} - {""}
    text = document.text[headline.start : headline.end]
    for pattern in _FORMS:
        match = pattern.match(text)
        if match is None or _last_word(match["source"]) not in cited or not match["source"][0].isupper():
            continue
        at = {role: document.span(*(headline.start + x for x in match.span(role))) for role in match.groupdict()}
        content = document.span(at["content"].start, at["content"].start + len(at["content"].words.rstrip()))
        form = form_of([content], document.text, quotations(document.text))
        yield Attribution(document.id, (at["source"],), (at["cue"],), (content,), form, _SURE)
        return


def _last_word(words: str) -> str:
    found = re.findall(r"\w+(?:[’'-]\w+)*", words)
    return re.sub(r"[’']s$", "", found[-1]).casefold() if found else ""
