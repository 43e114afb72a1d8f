"""Where sentences and subordinate clauses end, as far as it can be told from marks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\b[A-Z])"
    r"(?:[.!?…][\"”’']{0,3}\s+(?=[\"“‘'(\[]?[^\W\d_a-z])|\n)"
)
_CLOSES = re.compile(
    r"[;—–]|\s-+\s"
    r"|,\s+(?:but|and|though|although|while|because|so|who|which|adding|according|said|he|she|they|it|we|i|you|the|mr|ms)\b",
    re.IGNORECASE,
)
_INSERTED = re.compile(r",\s+(?:who|which|whose|where|as|for|and|or|like|including)\b", re.IGNORECASE)
_THEN = re.compile(r",|\s+then\b", re.IGNORECASE)
_MAIN = re.compile(
    r"\s(?=(?:(?:the|a|an|his|her|their|its|our|your|this|that) (?:\w+ ){1,3}|(?:he|she|they|we|i|it|you|there) )"
    r"(?:will|would|could|can|may|might|must|should|won['’]t|shall)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_TRAILS = " \t\n,.;:!?…—–-\"”’'"
LONGEST = 400
"""A clause is no longer than this many code points: what is longer was not ended by its marks."""


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences of `text` from `start` to `end`."""
    for match in _SENTENCE.finditer(text, start, end):
        if match.end() > start:
            yield start, match.end()
            start = match.end()
    if start < end:
        yield start, end


def clause_end(text: str, mark: re.Match[str], end: int, *, fronted: bool) -> int:
    """Return where the clause that begins with `mark` ends, at most at `end`, the end of its sentence.

    One that is `fronted` ("If …, we will") ends at its comma; one that follows, at the sentence's end, a dash, a
    comma with a new clause, or the closing mark of the quotation that it stands in.
    """
    start, end = mark.end(), min(end, mark.start() + LONGEST)
    end = _quotation_end(text, mark.start(), end)
    found = _comma(text, start, end) if fronted else _CLOSES.search(text, start, end)
    stop = found.start() if found else end
    while stop > start and text[stop - 1] in _TRAILS and not _opens_within(text, mark.start(), stop):
        stop -= 1
    return max(stop, start)


def _comma(text: str, start: int, end: int) -> re.Match[str] | None:
    inserted = False
    for match in _THEN.finditer(text, start, end):
        if not _WORD.search(text, start, match.start()):
            continue
        if inserted:
            inserted = False
        elif _INSERTED.match(text, match.start(), end):
            inserted = True
        else:
            return match
    first = _WORD.search(text, start, end)
    return _MAIN.search(text, first.end(), end) if first else None


def _quotation_end(text: str, start: int, end: int) -> int:
    """Return where the quotation closes that was open at `start`; `end` where none closes before it."""
    depth = 0
    for position in range(start, end):
        mark = text[position]
        if mark == "“":
            depth += 1
        elif mark == "”" or (mark == '"' and not _opening(text, position)):
            if not depth:
                return position
            depth -= 1
        elif mark == '"':
            depth += 1
    return end


def _opening(text: str, position: int) -> bool:
    """Return whether the straight mark at `position` opens a quotation: space or nothing stands before it."""
    return position == 0 or text[position - 1].isspace() or text[position - 1] in "([—–"


def _opens_within(text: str, start: int, stop: int) -> bool:
    """Return whether the mark before `stop` closes a quotation that opened after `start`."""
    if text[stop - 1] not in '"”':
        return False
    return any(text[i] == "“" or (text[i] == '"' and _opening(text, i)) for i in range(start, stop - 1))
