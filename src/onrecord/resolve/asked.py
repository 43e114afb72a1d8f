"""Of whom the questions of a document are asked, where the text says so once for all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.record import Attribution, Document, Span
from onrecord.resolve.audience import audience
from onrecord.resolve.phrases import words

_ASKING = re.compile(
    r"\b(?:ask|asks|asked|asking|question|questioned|questioning|interview|interviewed|interviewing)(?=[ \u00a0][A-Z])"
    r"|\b(?:questions|inquiries|queries)[ \u00a0](?:for|to|of)(?=[ \u00a0][A-Z])"
)
_CUE = re.compile(r"\b(?:ask|asks|asking|quer(?:y|ies)|inquir(?:e|es|ies)|wants? to (?:know|find out|learn|ask))\b")
_QUESTION = re.compile(r"\b(?:questions?|quer(?:y|ies)|inquir(?:y|ies)|another)\b", re.IGNORECASE)
_TREATS = re.compile(
    r"\b(?:reads?|goes|go|runs?|touch(?:es)? on|focus(?:es)? on|concerns?|surrounds?|deals? with|includes?)\b"
)
_ONE = re.compile(r"one|others?", re.IGNORECASE)
_TO_ASK = re.compile(r"to (?:ask|know|find out)\b")
_HEAD = 40
"""Characters of a source in which its noun stands: one of the questions that the paper has obtained."""
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_FOR_OTHERS = frozenset(("lawyer", "lawyers", "attorney", "attorneys", "counsel", "team"))
_REACH = 60
"""Characters behind a verb of asking within which the name of who is asked ends."""
_SHARE = 0.6
"""The share of the document's words of asking from which the one who is asked most is asked the rest."""


def is_question(attribution: Attribution) -> bool:
    """Return whether the cue asks something in the present or a plan, or a question is what speaks."""
    if any(_CUE.search(span.words) for span in attribution.cue) or _to_ask(attribution):
        return True
    if not any(_TREATS.search(span.words) for span in attribution.cue):
        return False
    asks = any("?" in span.words for span in attribution.content)
    heads = [span.words[:_HEAD] for span in attribution.source]
    return any(_QUESTION.search(head) or (asks and _ONE.fullmatch(head)) for head in heads)


def _to_ask(attribution: Attribution) -> bool:
    """Return whether the content begins with the question that the cue plans or wishes: wants [to ask why]."""
    return any(_TO_ASK.match(span.words) for span in attribution.content)


def asked_of(document: Document, attributions: Sequence[Attribution]) -> tuple[Span | None, ...]:
    """Return of whom each attribution that is a question is asked, None for others and where it is not known.

    Where a document tells of questions for one person, over and over or alone, the ones that it then
    lists are asked of that person, if they say "you", name them, or end in a question mark.
    """
    chosen = _most_asked(document)
    if chosen is None:
        return (None,) * len(attributions)
    return tuple(chosen if is_question(a) and _concerns(a, chosen) else None for a in attributions)


def _concerns(attribution: Attribution, asked: Span) -> bool:
    """Return whether a question says "you", names the one who is asked, or is put in full; and is not asked by them."""
    name = _surname(asked)
    if any(name in span.words.casefold() for span in attribution.source):
        return False
    return any(_YOU.search(c.words) or "?" in c.words or name in c.words.casefold() for c in attribution.content)


def _most_asked(document: Document) -> Span | None:
    spans = list(_asked(document))
    counts = Counter(_surname(span) for span in spans)
    if not counts:
        return None
    (name, count), *_ = counts.most_common(1)
    if count < _SHARE * len(spans):
        return None
    return max((s for s in spans if _surname(s) == name), key=lambda s: (s.end - s.start, -s.start))


def _asked(document: Document) -> Iterator[Span]:
    for match in _ASKING.finditer(document.text):
        place = audience(document.text, match.end(), match.end() + _REACH)
        if place is not None and document.text[place[0]].isupper():
            yield _client(document, document.span(*place))


def _client(document: Document, span: Span) -> Span:
    """Return the words of whose lawyers `span` are, `span` itself where they are nobody's."""
    named = list(words(document.text, span.start, span.end))
    owner = next((word for word in named if word.possessive), None)
    if owner is None or named[-1].key not in _FOR_OTHERS:
        return span
    return document.span(span.start, owner.start + len(owner.bare))


def _surname(span: Span) -> str:
    """Return the last word of a name, case folded."""
    return [word.key for word in words(span.words, 0, len(span.words))][-1]
