"""HTML source becomes tags and text with positions, in linear time.

Written after the tokenisation stage of the WHATWG HTML standard. The standard library's parser is not
taken: what it makes of comments and scripts changed within patch releases of Python 3.11 to 3.14, and
the same page has to give the same text on every machine.
Left out: script data double escaped states, and foreign content (svg and math are not shown as text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

VALUE_CHARS = 2000
"""Characters kept of an attribute's value: dates, addresses, class names and descriptions are shorter."""

RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"])
"""Elements whose content is no markup (``noscript`` where scripts run, as in a reader's browser)."""

_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.compile(r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+))?+)?+""")
# Any other "<" is a character of the text.
_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG_END = re.compile(r"[\s/]*+>")
_COMMENT_END = re.compile(r"--!?>")
_RAW_ENDS = {name: re.compile(rf"(?i)</{name}(?=[\s/>])") for name in RAW}


class Kind(IntEnum):
    """What a token is."""

    TEXT = 0
    OPEN = 1
    CLOSE = 2
    RAW = 3
    """The content of a raw element, right after its OPEN."""


@dataclass(slots=True)
class Token:
    """A stretch ``[start, end)`` of the source. `name` is in lower case; values are as written."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    self_closing: bool = False


def tokens(source: str) -> Iterator[Token]:
    """Yield the tags and text of `source` in order; comments and declarations are passed over."""
    position = 0
    while position < len(source):
        markup = _MARKUP.search(source, position)
        start = markup.start() if markup else len(source)
        if start > position:
            yield Token(Kind.TEXT, position, start)
        if start == len(source):
            return
        end = _passed(source, start)
        if end:
            position = end
            continue
        token = _tag(source, start)
        if token is None:
            yield Token(Kind.TEXT, start, start + 1)
            position = start + 1
            continue
        yield token
        position = token.end
        if token.kind is Kind.OPEN and token.name in RAW:
            match = _RAW_ENDS[token.name].search(source, position)
            end = match.start() if match else len(source)
            yield Token(Kind.RAW, position, end, token.name)
            position = end


def _passed(source: str, start: int) -> int:
    """Return where the comment or declaration at `start` ends, 0 if there is none."""
    if source.startswith("<!--", start):
        if source.startswith((">", "->"), start + 4):
            return source.index(">", start + 4) + 1
        match = _COMMENT_END.search(source, start + 4)
        return match.end() if match else len(source)
    after = source[start + 1 : start + 3]
    if after[:1] in ("!", "?") or (after[:1] == "/" and after[1:] and not _is_letter(after[1])):
        end = source.find(">", start)
        return end + 1 if end >= 0 else len(source)
    return 0


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _tag(source: str, start: int) -> Token | None:
    """Return the tag at `start`, None where "<" is a mere character. A tag cut by the end reaches to it."""
    closing = source.startswith("/", start + 1)
    name = _NAME.match(source, start + 1 + closing)
    if name is None:
        return None
    attributes: dict[str, str] = {}
    position = name.end()
    while (end := _TAG_END.match(source, position)) is None:
        match = _ATTRIBUTE.match(source, position)
        if match is None:
            return Token(Kind.TEXT, len(source), len(source))
        if not closing and match.lastindex:
            value = match.group(match.lastindex) if match.lastindex > 1 else ""
            attributes.setdefault(match.group(1).lower(), value[:VALUE_CHARS])
        position = match.end()
    return Token(
        Kind.CLOSE if closing else Kind.OPEN,
        start,
        end.end(),
        name.group().lower(),
        attributes,
        source[end.end() - 2] == "/",
    )
