"""Plain text as paragraphs: where they begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# A line ends where any of these stands; U+0085 and form feed come from old wire and teletext systems.
_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# White space, and the marks that stand at a line's edge without being words of it.
_EDGE = " \t\xa0\u200b\ufeff\u2003\u2002\u2009\u3000"
_FINAL = re.compile("[.!?…:;。！？][\"'”’»)\\]]*$")
WRAP_WIDTH = 100
"""Characters: texts wrapped at a fixed width keep all their lines below this."""
_LEAST_LINES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its white space: ``[start, end)`` of the text, and whether a blank line precedes."""

    start: int
    end: int
    after_blank: bool


def lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold more than white space, in order."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match.group().strip(_EDGE)
        if words:
            start = match.start() + match.group().index(words)
            gap = text[last : match.start()]
            found.append(Line(start, start + len(words), not found or _breaks(gap) > 1))
            last = match.end()
    return found


def _breaks(gap: str) -> int:
    return len(re.findall("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", gap))


def is_wrapped(text: str, found: list[Line]) -> bool:
    """Return whether the lines of `text` are cut at a fixed width, so that sentences run over line ends.

    They are where most lines that another follows end without a final stop and none is long.
    """
    followed = [line for line, after in pairwise(found) if not after.after_blank]
    if len(followed) < _LEAST_LINES or max(line.end - line.start for line in found) > WRAP_WIDTH:
        return False
    open_ended = sum(not is_final(text[line.start : line.end]) for line in followed)
    return 2 * open_ended > len(followed)


def is_final(words: str) -> bool:
    """Return whether `words` end as a sentence does, closing quotation marks and brackets aside."""
    return bool(_FINAL.search(words[-8:]))
