"""Quotations whose speaker stands behind an inverted verb: “We will close the pit,” crowed union chief Ada Lorn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.accounts import is_capitalised
from onrecord.extract.acts import act_of
from onrecord.extract.form import form_of
from onrecord.record import Attribution, Span
from onrecord.text.quotations import Quotation

RULED = 0.8
"""Confidence of what the rule finds. In all 36 such clauses of PolNeAR dev and train the source is the speaker."""

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_FEWEST = 3
"""Words below which what is quoted may be a name or a label."""

_S = r"[ \u00a0]"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
_PARTICLES = r"(?:al|bin|da|de|del|der|di|la|van|von)\b"
_TITLES = r"(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col)\."
_NAME = rf"(?:{_TITLES}|[A-Z]\.|{_CAPITAL})(?:{_S}(?:[A-Z]\.|{_CAPITAL}|{_PARTICLES})){{0,5}}"
_FUNCTION = """
about after against and are as at because before but by during for from has he her him his if in into is it its my of
on our out over she that the their them they this through to under up upon us was we were when while with you
"""
_WHAT = (
    rf"(?:(?:the|an?|his|her|its|their|our|my){_S})?(?:(?!(?:{'|'.join(_FUNCTION.split())})\b)[a-z][\w-]*{_S}){{0,5}}?"
)
_THEN = "after as at before during from in last on outside this to today tonight when while with yesterday"
_CLAUSE = re.compile(
    rf"{_S}+(?P<cue>[a-z]{{2,}}ed(?:{_S}(?:back|in|out))?){_S}+(?P<source>{_WHAT}{_NAME})"
    rf"(?=[.,;:!?)—–]|{_S}(?:[—–(-]|(?:{'|'.join(_THEN.split())})\b)|{_S}*$)",
    re.MULTILINE,
)
"""A verb in -ed and a name, with or without what somebody is before it; then it ends, or when or where is told."""


def with_inverted(
    text: str, document_id: str, quoted: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Return `found` with the speakers of inverted clauses whom it lacks.

    Tabloids crow, rage and splutter with verbs that few texts have. Whose a quotation is tells the clause right
    behind it, where it belongs to no attribution, to one without a source, or to one of a clause further on.
    `quoted` are the outermost quotations of `text`.
    """
    result = list(found)
    for quotation in quoted:
        clause = _clause(text, quotation)
        holding = [each for each in result if _holds(each, quotation)] if clause else []
        if (
            clause is None
            or not all(_passes_over(each, clause) for each in holding)
            or _is_told(result, holding, clause)
        ):
            continue
        said = sorted(span for each in holding for span in each.content if span.start < quotation.end)
        content = said or [Span.of(text, quotation.start, quotation.end)]
        result = [each for each in result if each not in holding]
        result += [_attribution(text, document_id, content, clause, quoted), *_left(text, holding, quotation, quoted)]
    return result


def _clause(text: str, quotation: Quotation) -> re.Match[str] | None:
    """Return cue and source behind a quotation that reads as somebody's words, None where there are none."""
    words = text[quotation.inner_start : quotation.inner_end]
    if not quotation.closed or not words.rstrip().endswith((",", "?", "!")):
        return None
    if len(_WORD.findall(words)) < _FEWEST or is_capitalised(words):
        return None
    return _CLAUSE.match(text, quotation.end)


def _holds(attribution: Attribution, quotation: Quotation) -> bool:
    return any(span.start < quotation.inner_end and quotation.inner_start < span.end for span in attribution.content)


def _passes_over(attribution: Attribution, clause: re.Match[str]) -> bool:
    """Return whether the attribution has no source, or source and cue further on than the clause."""
    spans = (*attribution.source, *attribution.cue)
    return not attribution.source or all(span.start >= clause.end() for span in spans)


def _is_told(found: Sequence[Attribution], holding: Sequence[Attribution], clause: re.Match[str]) -> bool:
    """Return whether words of the clause belong to an attribution, other than as its cue to one of those `holding`."""
    taken = [span for each in found for span in (*each.content, *each.source, *(() if each in holding else each.cue))]
    return any(span.start < clause.end() and clause.start("cue") < span.end for span in taken)


def _left(
    text: str, holding: Sequence[Attribution], quotation: Quotation, quoted: Sequence[Quotation]
) -> Iterator[Attribution]:
    """Yield what is left to the sources further on: what they say beside the quotation."""
    for each in holding:
        content = tuple(span for span in each.content if span.start >= quotation.end)
        if each.source and content:
            yield replace(each, content=content, form=form_of(content, text, quoted))


def _attribution(
    text: str, document_id: str, content: Sequence[Span], clause: re.Match[str], quoted: Sequence[Quotation]
) -> Attribution:
    form = form_of(content, text, quoted)
    return Attribution(
        document_id=document_id,
        source=(Span.of(text, *clause.span("source")),),
        cue=(Span.of(text, *clause.span("cue")),),
        content=tuple(content),
        form=form,
        confidence=RULED,
        act=act_of(clause["cue"], form),
    )
