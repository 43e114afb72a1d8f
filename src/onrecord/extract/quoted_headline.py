"""Headlines that quote what the article tells: "“We will stay”: Lorn digs in"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.extract.form import form_of
from onrecord.record import Attribution, Document, Region, Span
from onrecord.text.quotations import Quotation, quotations

SURE = 0.9
"""Confidence of such a headline: the article itself has the quoted words from somebody."""

_FEWEST = 4
"""Words below which what is quoted may be a label, or is too little of what was said to be told as a part of it."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_COLON = re.compile(r"[ \u00a0]*:[ \u00a0]*")
_VERB = re.compile(r"[A-Za-z]\w*[^\Ws]s")
"""What a verb looks like behind a headline's subject."""

_EARLY = 4
"""Words of the headline's own within which its subject stands."""


def with_quoted_headlines(
    document: Document, headlines: Sequence[Region], found: Sequence[Attribution]
) -> list[Attribution]:
    """Return `found` with the headlines that are a quotation, alone or parted by a colon from words of their own.

    Whose words are quoted the own words tell where they begin with one who is cited below: "rail union sets a date".
    Else there is no source, and who speaks follows from the article, which must tell the same words of somebody.
    Nothing is added where something was found in the headline.
    """
    result = list(found)
    for headline in headlines:
        if not any(each.start < headline.end and headline.start < each.content[-1].end for each in found):
            result.extend(_attributions(document, headline, [each for each in found if each.start >= headline.end]))
    return result


def _attributions(document: Document, headline: Region, below: Sequence[Attribution]) -> Iterator[Attribution]:
    for quotation, own in _parts(document.text, headline):
        words = _words(document.text[quotation.inner_start : quotation.inner_end])
        source = _cited(document, own, below)
        told = source or any(_tells(each, words) for each in below)
        if len(words) < _FEWEST or not told:
            continue
        content = (document.span(quotation.start, quotation.end),)
        form = form_of(content, document.text, [quotation])
        yield Attribution(document.id, (source,) if source else (), (), content, form, SURE)


def _parts(text: str, headline: Region) -> Iterator[tuple[Quotation, tuple[int, int]]]:
    """Yield the quotation that is all of the headline, or all before or behind a colon, with the range of the rest."""
    words = text[headline.start : headline.end]
    start, end = headline.end - len(words.lstrip()), headline.start + len(words.rstrip())
    for quotation in quotations(text, [(start, end)]):
        colon, before = _COLON.match(text, quotation.end, end), text[start : quotation.start].rstrip()
        if quotation.closed and quotation.start == start and (colon or quotation.end == end):
            yield quotation, (colon.end() if colon else end, end)
        elif quotation.closed and quotation.end == end and before.endswith(":"):
            yield quotation, (start, start + len(before) - 1)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _tells(attribution: Attribution, words: Sequence[str]) -> bool:
    """Return whether the content holds `words` in a row."""
    told = f" {' '.join(_words(' '.join(span.words for span in attribution.content)))} "
    return f" {' '.join(words)} " in told


def _cited(document: Document, own: tuple[int, int], below: Sequence[Attribution]) -> Span | None:
    """Return the subject of the headline's own words, in the range `own`, if the article cites it, else None."""
    last = {words[-1] for each in below for span in each.source if (words := _words(span.words))}
    matches = list(_WORD.finditer(document.text, *own))
    for number, match in enumerate(matches[:_EARLY]):
        if match[0].casefold() in last:
            verb = matches[number + 1][0] if number + 1 < len(matches) else ""
            return document.span(own[0], match.end()) if _VERB.fullmatch(verb) else None
    return None
