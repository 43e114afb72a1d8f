"""Whether something was said at all: "did not say that …", "might say that …" tell what was not, or may not be."""

from __future__ import annotations

import re

from onrecord.classify.lexicon import cue_kinds, grammar, tokens
from onrecord.record import Attribution

_EXPECTED = re.compile(
    r"\b(?:likely|expected|set|due|poised|about|supposed|scheduled|tipped|going|yet|sure|bound|unlikely|free|tempted) "
    r"to (?!have\b)\w+",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"\b(?:if|whether|unless|in case|should|suppose|imagine|once|until|were)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_NOR = re.compile(
    r"\b(?:nor|neither) (?:did|does|do|has|have|had|was|were)\s+$|\bnever (?:did|has|had)\s+$", re.IGNORECASE
)
_BEFORE = 40


def negated(text: str, attribution: Attribution) -> bool:
    """Return whether `text` tells that it was not said: "did not say", "never promised", "nobody claimed"."""
    cue, source = tokens(attribution.cue), tokens(attribution.source)
    if source[:1] and (source[0] in grammar("nobody") or source[:2] == ("no", "one")):
        return True
    if _NOR.search(_before(text, attribution)):
        return True
    places = [i for i, word in enumerate(cue) if word in grammar("denying") or word.endswith("n't")]
    if not places or _turned(cue, places[0]):
        return False
    behind = _lemmas(cue[places[0] + 1 :])
    return not behind & grammar("wishes")


def _turned(cue: tuple[str, ...], place: int) -> bool:
    """Return whether the negation at `place` makes an act of its own: "will not", "not only", "did not rule out"."""
    around = {*cue[:place], cue[place]}
    behind = cue[place + 1 :]
    return (
        bool(around & grammar("refusing"))
        or behind[:1] in (("only",), ("just",))
        or ("out" in behind and "rul" in " ".join(behind))
    )


def _lemmas(words: tuple[str, ...]) -> set[str]:
    """Return `words` with the stems that plain endings leave."""
    return {word.removesuffix(end) for word in words for end in ("", "s", "ed", "ing", "d")}


def hypothetical(text: str, attribution: Attribution) -> bool:
    """Return whether `text` does not tell it as having been said: "might say", "would argue", "if he says"."""
    cue, source = tokens(attribution.cue), tokens(attribution.source)
    if not cue or (source[:1] and source[0] in ("i", "we")):
        return False
    if _WHETHER.search(_before(text, attribution)):
        return True
    if _EXPECTED.search(text, max(0, attribution.cue[0].start - _BEFORE // 2), attribution.cue[-1].end):
        return True
    content = tokens(attribution.content)[:2]
    if content[:1] == ("to",) and _EXPECTED.search(f"{' '.join(cue)} {' '.join(content)}"):
        return bool(cue_kinds().get(content[-1], frozenset()) & {"report", "accuse", "deny", "ask", "warn", "promise"})
    place = next((i for i, word in enumerate(cue) if word in grammar("perhaps")), None)
    if place is None or cue[place + 1 : place + 2] in (("only",), ("like",), ("not",), ("be",), ("have",), ("never",)):
        return (
            place is not None and cue[place] in ("might", "may", "would", "'ll") and cue[place + 1 :][:1] == ("have",)
        )
    return bool(set().union(*(cue_kinds().get(word, ()) for word in cue[place + 1 :])) - {"hold"})


def _before(text: str, attribution: Attribution) -> str:
    """Return the words right before the source, or before the cue where no source stands before it."""
    start = min(span.start for span in (*attribution.source[:1], *attribution.cue[:1], attribution.content[0]))
    start = min(start, attribution.content[0].start)
    return text[max(0, start - _BEFORE) : start]
