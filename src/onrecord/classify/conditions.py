"""Under which condition a statement holds: "if …", "unless …", "should she win, …", "only when …".

"If Lorn withdraws, we will sign" must never be read as "we will sign". So conditions are found by their marks,
which are few and closed in English, and not by a model: each is a rule that can be read and tested. What only
looks like one is left out: indirect questions ("asked if"), concessions ("even if"), set phrases ("if anything").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.classify.clauses import clause_end, sentences
from onrecord.classify.condition_marks import Mood, marks, mood_of
from onrecord.record import Attribution, Span

_OPEN = re.compile(
    r"\b(?:rul\w+ out|exclud\w+|open to|willing\w*|ready|possib\w+|consider\w*|agree\w*|accept\w*"
    r"|offer\w*|support\w*)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\bbut (?:(?:has |have )?(?:said|says|say|adding|added|adds|warned|insisted|stressed|noted) )?"
    r"((?:that )?[^.;\n]{0,80}?\b(?:need(?:s|ed)?|must|requir\w+|(?:would|will) have to|ha[sd] to|depend\w*|first)\b"
    r"[^.;\n]{0,160})",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\b(?:pre)?conditions?\b[^.;\n]{0,80}? (?:is|was|are|were|includes?|included|remains?)\b (.{3,300})", re.IGNORECASE
)
_TERM_CUE = re.compile(
    r"\b(?:(?:pre)?conditions?|prerequisites?)(?:$|\b.*\b(?:is|was|are|were|includ\w+)\b)", re.IGNORECASE
)
_ASKING_CUE = re.compile(
    r"\b(?:ask\w*|wonder\w*|question\w*|inquir\w+|quer\w+|know|find out|determine)\b", re.IGNORECASE
)
MOST = 20
"""Marks of a sentence that are looked at, at most: more than a person would write, and few enough for any text."""
_FRONT = re.compile(r"[\W_]*(?:(?:that|and|but|so|then|now|because|also|said|says|or)\b[\W_]*){0,3}$", re.IGNORECASE)


def conditions(text: str, attribution: Attribution) -> tuple[Span, ...]:
    """Return the conditions under which alone what `attribution` ascribes holds, in order of `text`; mostly none.

    They stand within its content, or beside it in the same sentence: right before the first of its words, or right
    after the last. Where the content names somebody's conditions ("one of his conditions was …"), they are those.
    """
    cue = " ".join(span.words for span in attribution.cue)
    if _TERM_CUE.search(cue):
        return attribution.content
    whole = " ".join((cue, *(span.words for span in attribution.content)))
    mood = mood_of(cue, whole)
    found = {span for content in attribution.content for span in _within(text, content, mood)}
    if _ASKING_CUE.search(cue):
        found = {span for span in found if span.words.casefold().startswith(("unless", "provided", "if and when"))}
    found |= set(_beside(text, attribution, mood))
    found |= set(_hedged(text, attribution))
    return _apart(sorted(found))


def _within(text: str, content: Span, mood: Mood) -> Iterator[Span]:
    for begin, stop in sentences(text, content.start, content.end):
        yield from _of_sentence(text, begin, stop, mood)
        for match in _TERMS.finditer(text, begin, stop):
            yield _trimmed(text, match.start(1), match.end(1))


def _of_sentence(text: str, begin: int, stop: int, mood: Mood) -> Iterator[Span]:
    for mark in islice(marks(text, begin, stop, mood), MOST):
        before = text[begin : mark.start()]
        fronted = bool(_FRONT.match(before[-40:])) or before.rstrip().endswith((",", "that", ":", "—", "–"))
        end = clause_end(text, mark, stop, fronted=fronted)
        if end >= mark.end() and end > mark.start():
            yield Span.of(text, mark.start(), end)


def _hedged(text: str, attribution: Attribution) -> Iterator[Span]:
    """Yield what an openness is said to need: "did not exclude talks, but said that they must be prepared"."""
    last = max(span.end for span in attribution.spans)
    line = text.rfind("\n", 0, attribution.start) + 1
    for begin, stop in sentences(text, line, _line_end(text, last)):
        if begin < last and attribution.start < stop and (opens := _OPEN.search(text, begin, stop)):
            for match in _HEDGE.finditer(text, opens.end(), stop):
                if not match[1][0].isupper():  # "but Brandt said …": another's words
                    yield _trimmed(text, match.start(1), match.end(1))


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1] in " ,.;:":
        end -= 1
    return Span.of(text, start, end)


def _beside(text: str, attribution: Attribution, mood: Mood) -> Iterator[Span]:
    """Yield the conditions before the first and after the last words of an attribution, in their sentences."""
    spans = attribution.spans
    first = min(span.start for span in (*attribution.source, *attribution.cue, attribution.content[0]))
    last = max(span.end for span in spans)
    line = text.rfind("\n", 0, first) + 1
    begin = max(start for start, end in sentences(text, line, last) if start <= first)
    for span in _of_sentence(text, begin, first, mood):
        if span.start - begin <= 12 and not text[span.end : first].strip(" ,“\"‘'"):
            yield span
    stop = _line_end(text, last)
    stop = next(end for start, end in sentences(text, last, stop)) if stop > last else last
    for span in _of_sentence(text, last, stop, mood):
        if not text[last : span.start].strip(" ,”\"’'—–-"):
            yield span


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Return `spans` without those that overlap one before them."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
