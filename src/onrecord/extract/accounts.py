"""Every quotation accounted for: what is part of no attribution is listed, with the reason."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from onrecord.record import Attribution, Document, Reason, RegionKind, Span, Unattributed
from onrecord.text.quotations import Quotation, quotations

_BODY = frozenset({RegionKind.BODY})
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_CLAUSE = re.compile(r"[.!?;:]\s|[\n“”\"]")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_LIST = re.compile(r"[ \u00a0,;&]*(?:and|or)?[ \u00a0,;&]*")
_SHORT = 5
"""Words that scare quotes hold at most."""
_TITLE = 12
"""Words that a title holds at most."""


def unattributed(
    document: Document, attributions: Sequence[Attribution], *, kinds: Collection[RegionKind] = _BODY
) -> tuple[Unattributed, ...]:
    """Return the quotations of the document's body that are part of no attribution, in order of the text.

    Of the outermost pairs of marks in the regions of these `kinds`, each is part of an attribution
    if at least half of its words lie in contents, or else it is in the result: as a title, as scare quotes,
    or because no source was found. With no attributions the result is all quotations.
    """
    ranges = [(region.start, region.end) for region in document.regions if region.kind in kinds]
    found = [q for q in quotations(document.text, ranges) if q.inner_end > q.inner_start]
    told = _merged(span for attribution in attributions for span in attribution.content)
    titles = _titles(document.text, found)
    return tuple(
        Unattributed(document.id, document.span(q.start, q.end), _reason(document.text, q, ranges, q in titles))
        for q in found
        if not is_told(document.text, q, told)
    )


def is_told(text: str, quotation: Quotation, told: Sequence[tuple[int, int]]) -> bool:
    """Return whether at least half of the quotation's words lie in the ranges `told`, sorted and apart."""
    words = [match.start() for match in _WORD.finditer(text, quotation.inner_start, quotation.inner_end)]
    inside = 0
    index = bisect_left(told, quotation.start, key=lambda span: span[1])
    while index < len(told) and told[index][0] < quotation.end:
        start, end = told[index]
        inside += bisect_left(words, end) - bisect_left(words, start)
        index += 1
    return bool(words) and 2 * inside >= len(words)


def _merged(spans: Iterator[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged


def _titles(text: str, found: Sequence[Quotation]) -> set[Quotation]:
    """Return the quotations that name works: capitals beside a word that tells, and what is listed or named again."""
    able = [q for q in found if is_capitalised(text[q.inner_start : q.inner_end])]
    titles = _named(text, able, {q for q in able if _beside(text, q)})
    for ordered in (able, able[::-1]):
        for one, other in pairwise(ordered):
            if one in titles and _LIST.fullmatch(text, min(one.end, other.end), max(one.start, other.start)):
                titles.add(other)
    return _named(text, able, titles)


def _named(text: str, found: Sequence[Quotation], titles: Collection[Quotation]) -> set[Quotation]:
    """Return those of `found` that hold the same words as one of `titles`."""
    names = {_key(text, q) for q in titles}
    return {q for q in found if _key(text, q) in names}


def _key(text: str, quotation: Quotation) -> str:
    return " ".join(_WORD.findall(text[quotation.inner_start : quotation.inner_end])).casefold()


def is_capitalised(words: str) -> bool:
    """Return whether `words` are written as titles are: few, and none but small ones without a capital."""
    found = _WORD.findall(words)
    main = [word for word in found if word.casefold() not in lexicon()["small"]]
    capital = all(word[0].isupper() or word[0].isdigit() for word in [*found[:1], *main])
    return 0 < len(found) <= _TITLE and bool(main) and capital


def _beside(text: str, quotation: Quotation) -> bool:
    """Return whether what stands beside the quotation makes it a title: the film “Rain”, CNN’s “State of the Union”."""
    table = lexicon()
    before = _WORD.findall(_CLAUSE.split(text[max(0, quotation.start - 60) : quotation.start])[-1])
    after = _WORD.findall(_CLAUSE.split(text[quotation.end : quotation.end + 30])[0])
    if table["before"] & {word.casefold() for word in before[-4:]} or table["after"] & set(after[:2]):
        return True
    several = len(_WORD.findall(text[quotation.inner_start : quotation.inner_end])) > 1
    return several and bool(before) and (before[-1].endswith(("’s", "'s")) or before[-1] in ("on", "On"))


def _reason(text: str, quotation: Quotation, ranges: Sequence[tuple[int, int]], is_title: bool) -> Reason:
    if is_title:
        return Reason.TITLE
    start, end = ranges[bisect_left(ranges, quotation.end, key=lambda span: span[1])]
    return Reason.SCARE_QUOTES if _is_label(text, quotation, start, end) else Reason.NO_SOURCE


def _is_label(text: str, quotation: Quotation, start: int, end: int) -> bool:
    """Return whether the quotation is a few words within a sentence of the writer's, that begins at or behind `start`.

    A word begins small, or the article, preposition or verb before it makes it a part of the sentence.
    """
    words: list[str] = _WORD.findall(text[quotation.inner_start : quotation.inner_end])
    if not quotation.closed or not 0 < len(words) <= _SHORT:
        return False
    before = text[max(start, quotation.start - 40) : quotation.start].rstrip(" \u00a0(—–-")
    after = text[quotation.end : min(end, quotation.end + 40)].strip()
    if not before or (before[-1] in ".!?:" and not _INITIAL.search(before)) or (before[-1] in ",;" and not after):
        return not before and bool(after) and after[0].islower() and words[0][0].islower()
    last, first = _WORD.findall(before)[-1:], _WORD.findall(after[:20])[:1]
    if text[quotation.inner_end - 1] in "!?" or not last:
        return words[0][0].islower()
    nickname = len(words) == 1 and bool(first) and first[0][0].isupper() and last[0][0].isupper()
    return words[0][0].islower() or nickname or last[0].casefold() in lexicon()["labels"]


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the bundled words by the name of their list, read once."""
    table = tomllib.loads((files("onrecord") / "resources" / "titles.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}
