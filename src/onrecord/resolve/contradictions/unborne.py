"""A headline that has somebody say what nothing in the body bears out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.record import Document, RegionKind, Span, Statement
from onrecord.record.anomaly import Anomaly, AnomalyKind
from onrecord.resolve.contradictions.words import bundled
from onrecord.resolve.phrases import Sentences

QUOTING, SUMMING = (0.4, 0.5), (0.6, 0.35)
"""From which share of a headline's words that stand nowhere in the body, and below which share that one sentence
holds, it is unborne: where a colon, "says" or "warns" gives the words as said; where "announces" or "hails" sums up.

Read on 91 such headlines of newswcl50, PolNeAR dev and MEANTIME: none is flagged. With the first pair for all of them
two are, both wrongly: headlines that sum up choose other words than the body.
"""
FEWEST = 4
"""Words of a headline's content that can tell: fewer prove nothing."""
_BODY = frozenset((RegionKind.STANDFIRST, RegionKind.BODY))
_SAYING = re.compile(
    r"[:—–|-]$|\b(?:says?|said|tells?|told|warns?|warned|insists?|insisted|claims?|claimed)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_ENDINGS = (
    "ations",
    "ation",
    "ingly",
    "ments",
    "ment",
    "ings",
    "ness",
    "ions",
    "ing",
    "ion",
    "ies",
    "ers",
    "ors",
    "ed",
    "es",
    "er",
    "or",
    "ly",
    "al",
    "s",
    "e",
    "y",
)


def unborne(document: Document, statements: Sequence[Statement]) -> Iterator[Anomaly]:
    """Yield a flag for each headline that ascribes words to a speaker whom the body has say others.

    It is flagged where many of its words, in any of their forms, stand nowhere in the body, no sentence
    holds most of the others, and the body does have that speaker say something else.
    """
    heads = [(r.start, r.end) for r in document.regions if r.kind is RegionKind.HEADLINE]
    titled = [s for s in statements if _starts_in(s.attribution.content[0], heads)]
    below = [_stems(words) for words in _sentences(document)] if titled else []
    for statement in titled if below else ():
        contents = statement.attribution.content
        if not _speaks_below(statement, statements, heads):
            continue
        told = frozenset().union(*(_stems(span.words) for span in contents))
        missing = told - frozenset().union(*below)
        together = max(len(told & words) for words in below)
        absent, share = QUOTING if _quotes(statement) else SUMMING
        if len(told) >= FEWEST and len(missing) >= absent * len(told) and together < share * len(told):
            yield Anomaly(document.id, AnomalyKind.UNBORNE, contents, _reason(contents, missing))


def _quotes(statement: Statement) -> bool:
    """Return whether the cue gives words as said."""
    return any(_SAYING.search(span.words) for span in statement.attribution.cue)


def _reason(contents: Sequence[Span], missing: frozenset[str]) -> str:
    words = [w for span in contents for w in _WORD.findall(span.words) if _stem(w.casefold()) in missing]
    return f"the body has the speaker say other things: nothing in it tells of “{'”, “'.join(dict.fromkeys(words))}”"


def _starts_in(span: Span, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start < end for start, end in ranges)


def _speaks_below(statement: Statement, statements: Sequence[Statement], heads: Sequence[tuple[int, int]]) -> bool:
    """Return whether whom the headline names says something in the body: by the last word of the name."""
    named = _last_words(statement)
    return any(
        named & _last_words(other) and not _starts_in(other.attribution.content[0], heads) for other in statements
    )


def _last_words(statement: Statement) -> set[str]:
    """Return the last word of each source, case folded."""
    found = (_WORD.findall(span.words.casefold()) for span in statement.attribution.source)
    return {words[-1] for words in found if words}


def _sentences(document: Document) -> Iterator[str]:
    """Yield the sentences of standfirst and body."""
    found = Sentences.of(document, _BODY)
    for start, end in zip(found.starts, found.ends, strict=True):
        yield document.text[start:end]


def _stems(words: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _WORD.findall(words.casefold()) if w not in bundled().little)


def _stem(word: str) -> str:
    """Return what a word has in common with its other forms, roughly: at least four letters of it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
