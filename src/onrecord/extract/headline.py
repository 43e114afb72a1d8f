"""Headlines of the form "Putin: Possible to find consensus": a name, a colon, what the name says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.form import form_of
from onrecord.record import Attribution, Document, Region
from onrecord.text.quotations import quotations

_LABELLED = re.compile(r"(?P<source>[^\s:][^:\n]{0,60}?)(?P<cue>[ \u00a0]?:)[ \u00a0]+(?P<content>\S[^\n]*)")
_TRAILING = re.compile(
    r"(?P<content>\S.{8,200}?)[ \u00a0]*(?P<cue>[—–:|-])[ \u00a0]*(?P<source>[^\s:—–|-][^:—–|]{1,40})\s*$"
)

_SURE = 0.9
"""Confidence of a headline whose name the article cites: the rule is a fact of form, the name is borne out."""


def headline_attributions(document: Document, headline: Region, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield the attribution of a headline that names a source before a colon, or after a dash.

    The name counts only if the article below cites it: its last word must be the last word of a
    source in `found`. Otherwise "Analysis: …" or "Tianjin: …" would speak.
    """
    cited = {_last_word(source.words) for a in found for source in a.source} - {""}
    text = document.text[headline.start : headline.end]
    for pattern in (_LABELLED, _TRAILING):
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
