"""Signed words: a quotation or a post with a dash and a name under it ("We waited." — Ana Ruiz, Porto)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.extract.form import form_of
from onrecord.record import Attribution, Span
from onrecord.text.quotations import Quotation, passages

Ranges = Sequence[tuple[int, int]]

_SPACE = r"[ \t\u00a0]*"
_DASH = rf"{_SPACE}(?P<cue>[—–―]|--?){_SPACE}"
_NAME = r"(?P<source>[^\W\d_][\w.’'-]*(?:[ \u00a0][^\W\d_][\w.’'-]*){0,5}?)"
_AFTER = re.compile(rf"{_DASH}{_NAME}(?:,[^.!?\n]{{1,80}}|{_SPACE}\([^)\n]{{1,80}}\))?\.?\s*")
"""What follows a signed quotation, to its paragraph's end: dash, name, and perhaps who or where that is."""

_POST = re.compile(
    rf"(?P<content>\S.*?){_DASH}{_NAME}{_SPACE}\((?P<handle>@\w{{1,30}})\)"
    rf"(?:{_SPACE}[A-Z][a-z]{{2,8}} \d{{1,2}}, \d{{4}})?(?P<rest>[^\w]*(?:</\w+>)?\W*)",
    re.DOTALL,
)
"""An embedded post as pages print it: words, dash, name, handle, day."""

_SMALL = frozenset(
    {"de", "la", "le", "du", "del", "der", "den", "van", "von", "bin", "al", "da", "di", "and", "y", "of", "the"}
)
_LONGEST = 3000
"""Characters that a paragraph may have to be taken for a post."""

SURE = 0.95
"""Confidence of a signed quotation; on PolNeAR dev and train all of 36 were right."""


def with_signed(
    text: str, document_id: str, ranges: Ranges, quoted: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Return `found` with the signed words of the paragraphs `ranges` attributed to who signs them.

    What was found with its cue within the signed words or their signature gives way.
    """
    signed = list(signed_attributions(text, document_id, ranges, quoted))
    taken = [(a.start, max(span.end for span in a.spans)) for a in signed]
    kept = [a for a in found if not any(start <= _place(a) < end for start, end in taken)]
    return [*kept, *signed]


def _place(attribution: Attribution) -> int:
    return (attribution.cue or attribution.content)[0].start


def signed_attributions(
    text: str, document_id: str, ranges: Ranges, quoted: Sequence[Quotation]
) -> Iterator[Attribution]:
    """Yield an attribution for every signed quotation and signed post.

    A signed quotation begins its paragraph and ends before the signature; odd marks within part nothing.
    """
    paragraphs = [(start, end) for start, end in ranges if text[start:end].strip()]
    starts = {_first(text, start, end): number for number, (start, end) in enumerate(paragraphs)}
    for pieces in passages(text, ranges) if quoted else ():
        number = starts.get(pieces[-1].start)
        if number is None or any(piece.start not in starts for piece in pieces):
            continue
        last = quoted[bisect_left(quoted, paragraphs[number][1], key=lambda q: q.start) - 1]
        signature = _signature(text, last.end, paragraphs, number) if last.closed else None
        if signature is not None:
            ends = [*(_end(text, piece) for piece in pieces[:-1]), last.end]
            content = [Span.of(text, piece.start, end) for piece, end in zip(pieces, ends, strict=True)]
            yield _attribution(text, document_id, signature, content, quoted)
    for start, end in paragraphs:
        post = _POST.fullmatch(text, start, end) if end - start <= _LONGEST and "(@" in text[start:end] else None
        if post is not None and _is_name(post["source"]):
            content = [Span.of(text, *post.span("content"))]
            yield _attribution(text, document_id, post, content, quoted)


def _end(text: str, piece: Quotation) -> int:
    return piece.end if piece.closed else piece.start + len(text[piece.start : piece.end].rstrip())


def _first(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())


def _signature(text: str, after: int, paragraphs: Ranges, number: int) -> re.Match[str] | None:
    """Return the signature that follows `after` in paragraph `number`, or that is the paragraph after it."""
    end = paragraphs[number][1]
    if text[after:end].strip():
        match = _AFTER.fullmatch(text, after, end)
    elif number + 1 < len(paragraphs):
        match = _AFTER.fullmatch(text, *paragraphs[number + 1])
    else:
        return None
    return match if match and _is_name(match["source"]) else None


def _is_name(words: str) -> bool:
    """Return whether every word has a capital, small words of names aside."""
    parts = re.split(r"[ \u00a0]", words)
    return parts[0][0].isupper() and all(part[0].isupper() or part in _SMALL for part in parts)


def _bare(name: str) -> str:
    """Return the name without the full stop that ends its line; an initial or "Jr." keeps its own."""
    return name[:-1] if re.search(r"[^\W\d_]{3,}\.$", name) else name


def _attribution(
    text: str, document_id: str, signature: re.Match[str], content: Sequence[Span], quoted: Sequence[Quotation]
) -> Attribution:
    return Attribution(
        document_id=document_id,
        source=(Span.of(text, signature.start("source"), signature.start("source") + len(_bare(signature["source"]))),),
        cue=(Span.of(text, *signature.span("cue")),),
        content=tuple(content),
        form=form_of(content, text, quoted),
        confidence=SURE,
    )
