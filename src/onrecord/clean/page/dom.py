"""A page's source becomes its visible text, block by block, with the way back for every character."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass

from onrecord.clean.page.elements import BLOCKS, BREAKING, HIDDEN, IMPLIED_ENDS, VOID, Mark, marks_of
from onrecord.clean.page.markup import tag_markup, text_markup
from onrecord.clean.page.tokens import Kind, Token, tokens
from onrecord.record import OffsetMap, Segment

MAX_DEPTH = 200
"""Elements within elements up to which tags are shown to the region finder: libxml2 stops at 256."""
ABOVE = 3
"""Elements above a paragraph's container that are noted: parts of an article lie no farther apart."""
_NEAR = 64
"""Open elements looked through for one to close; real pages need fewer, and a bound keeps time linear."""

# Runs of words between single spaces; a run of HTML white space; a character reference; a lone "&".
_PIECES = re.compile(
    r"(?P<words>[^ \t\n\f\r&]++(?: [^ \t\n\f\r&]++)*+)|(?P<space>[ \t\n\f\r]++)"
    r"|(?P<reference>&(?:#[0-9]{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,31};?))|(?P<and>(?:&(?![#a-zA-Z]))++|&)"
)
_PREFORMATTED = re.compile(r"(?P<words>[^&]++)|" + _PIECES.pattern[_PIECES.pattern.index("(?P<reference>") :])
_SPACES = frozenset(" \t\n\f\r")


@dataclass(frozen=True, slots=True)
class Element:
    """An open element, what it and those around it say of their text, and how deep it lies."""

    name: str
    marks: int
    own: int
    depth: int
    number: int


@dataclass(slots=True)
class Block:
    """A stretch ``[start, end)`` of the text without a break in it, and the element it lies in.

    `links` counts its characters within links. `container` numbers the element around its paragraph,
    `above` the next `ABOVE` elements around that.
    """

    start: int
    end: int
    name: str
    marks: int
    container: int
    above: tuple[int, ...]
    links: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page's text, its blocks in order, the offsets, and the page anew for the region finder.

    `markup` is balanced, has no scripts, no comments, no tags below `MAX_DEPTH` and none of the
    source's errors; it holds `elements` elements.

    `raw` are the contents of script and title elements with their attributes; `heads` the attributes
    of meta, link and time elements, by name of element.
    """

    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    markup: str
    elements: int
    raw: tuple[tuple[str, dict[str, str], str], ...]
    heads: tuple[tuple[str, dict[str, str]], ...]
    language: str | None
    depth: int


def read_page(source: str) -> Page:
    """Return the visible text of `source` and what is needed to find the article in it.

    Runs of HTML white space become one space, except in preformatted text; blocks are parted by two
    line feeds, ``<br>`` is one. Everything else is as in the source, character references resolved.
    Takes time linear in the length of `source`.
    """
    builder = _Builder(source)
    for token in tokens(source):
        builder.take(token)
    return builder.page()


class _Builder:
    """Holds the open elements and the text so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.length = 0
        self.segments: list[list[int]] = []
        self.literal = False
        self.reached = 0
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.space: tuple[int, int] | None = None
        self.breaks: list[tuple[int, int]] = []
        self.stack = [Element("", Mark.NONE, Mark.NONE, 0, 0)]
        self.counts: Counter[str] = Counter()
        self.number = 0
        self.deepest = 0
        self.markup: list[str] = []
        self.raw: list[tuple[str, dict[str, str], str]] = []
        self.heads: list[tuple[str, dict[str, str]]] = []
        self.language: str | None = None
        self.last_open: Token | None = None

    def take(self, token: Token) -> None:
        """Add one token."""
        if token.kind is Kind.TEXT:
            if not self.stack[-1].marks & Mark.HIDDEN:
                self.markup.append(text_markup(self.source[token.start : token.end]))
                self._text(token.start, token.end)
        elif token.kind is Kind.OPEN:
            self._open(token)
        elif token.kind is Kind.CLOSE:
            self._close(token)
        elif token.name in ("script", "title") and self.last_open is not None:
            self.raw.append((token.name, self.last_open.attributes, self.source[token.start : token.end]))

    def _open(self, token: Token) -> None:
        name = token.name
        self.last_open = token
        if name in BREAKING and (self.counts["svg"] or self.counts["math"]):
            self._break_out()
        if name in BLOCKS:
            self._end_block()
            self._close_implied(name)
        if name in ("meta", "link", "time"):
            self.heads.append((name, token.attributes))
        if name == "html":
            self.language = self.language or token.attributes.get("lang") or token.attributes.get("xml:lang")
        if name == "br":
            self._line_break(token)
        top = self.stack[-1]
        if name in VOID or (token.self_closing and top.marks & Mark.HIDDEN):
            if not top.marks & Mark.HIDDEN:
                self.markup.append(tag_markup(token))
            return
        own = marks_of(name, token.attributes)
        self.number += 1
        self.stack.append(Element(name, top.marks | own, own, top.depth + 1, self.number))
        self.counts[name] += 1
        self.deepest = max(self.deepest, top.depth + 1)
        if self._is_shown(self.stack[-1]):
            self.markup.append(tag_markup(token))
        elif name in BLOCKS:
            self.markup.append(" ")

    def _close_implied(self, name: str) -> None:
        """Close the paragraph, list item or cell that the start of `name` ends."""
        ends, stops = IMPLIED_ENDS.get(name, IMPLIED_ENDS["p"])
        if not any(self.counts[end] for end in ends):
            return
        for back in range(1, min(_NEAR, len(self.stack))):
            element = self.stack[-back]
            if element.name in stops:
                return
            if element.name in ends:
                self._pop(back)
                return

    def _close(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS or name == "br":
            self._end_block()
        if not self.counts[name]:
            return
        if name not in BLOCKS and name not in HIDDEN:
            for back in range(1, min(_NEAR, len(self.stack))):
                if self.stack[-back].name == name:
                    self._pop(back)
                    return
                if self.stack[-back].name in BLOCKS:
                    return
            return
        while self.stack[-1].name != name:
            self._pop(1)
        self._pop(1)

    def _break_out(self) -> None:
        """Close the picture or formula that was left open before an element of the page."""
        while self.counts["svg"] or self.counts["math"]:
            self._pop(1)

    def _pop(self, count: int) -> None:
        for element in reversed(self.stack[len(self.stack) - count :]):
            self.counts[element.name] -= 1
            if self._is_shown(element):
                self.markup.append(f"</{element.name}>")
        del self.stack[len(self.stack) - count :]

    @staticmethod
    def _is_shown(element: Element) -> bool:
        """Return whether the region finder gets to see the tags of `element`."""
        return element.depth <= MAX_DEPTH and not element.marks & Mark.HIDDEN

    def _line_break(self, token: Token) -> None:
        """Note a break; two with nothing between end the block."""
        if self.open is None or self.stack[-1].marks & Mark.HIDDEN:
            return
        self.breaks.append((token.start, token.end))
        self.space = None
        if len(self.breaks) > 1:
            self._end_block()

    def _end_block(self) -> None:
        self.open = None
        self.space = None
        self.breaks.clear()

    def _text(self, start: int, end: int) -> None:
        pattern = _PREFORMATTED if self.stack[-1].marks & Mark.PRE else _PIECES
        for match in pattern.finditer(self.source, start, end):
            first, last = match.span()
            if match.lastgroup == "space":
                self.space = self.space or (first, last)
            elif match.lastgroup == "reference":
                self._reference(match.group(), first, last)
            else:
                self._visible(match.group(), first, last, literal=True)

    def _reference(self, written: str, start: int, end: int) -> None:
        resolved = html.unescape(written)
        if resolved in _SPACES and not self.stack[-1].marks & Mark.PRE:
            self.space = self.space or (start, end)
        elif resolved == written:  # no such name: the characters stand for themselves
            self._visible(written, start, end, literal=True)
        elif resolved:
            # "&notit;" resolves in part: "¬it;". What is left over stands for itself.
            tail = len(resolved) - 1 if len(resolved) > 2 and written.endswith(resolved[-(len(resolved) - 1) :]) else 0
            self._visible(resolved[: len(resolved) - tail], start, end - tail, literal=False)
            if tail:
                self._visible(resolved[-tail:], end - tail, end, literal=True)

    def _visible(self, words: str, start: int, end: int, *, literal: bool) -> None:
        """Add `words`, which come from the source range, after what has to part them from the text so far."""
        if self.open is None:
            if not words.strip():
                return
            if self.length:
                self._put("\n\n", self.reached, self.reached, literal=False)
            top = self.stack[-1]
            self.open = Block(self.length, self.length, self._paragraph().name, top.marks, *self._around())
            self.blocks.append(self.open)
        elif self.breaks:
            self._put("\n", *self.breaks[0], literal=False)
        elif self.space:
            self._put(" ", *self.space, literal=self.space[1] - self.space[0] == 1)
        self.space = None
        self.breaks.clear()
        self._put(words, start, end, literal=literal)
        self.open.end = self.length
        self.open.marks &= self.stack[-1].marks  # an author's name within a paragraph makes no byline of it
        if self.stack[-1].marks & Mark.LINK:
            self.open.links += len(words)

    def _paragraph(self) -> Element:
        """Return the innermost open block element."""
        near = self.stack[-1:-_NEAR:-1]
        return next((element for element in near if element.name in BLOCKS), self.stack[0])

    def _around(self) -> tuple[int, tuple[int, ...]]:
        """Return the numbers of the element around the innermost open block element, and of those above."""
        blocks = [element.number for element in self.stack[-1:-_NEAR:-1] if element.name in BLOCKS]
        return (blocks[1] if len(blocks) > 1 else 0), tuple(blocks[2 : 2 + ABOVE])

    def _put(self, words: str, start: int, end: int, *, literal: bool) -> None:
        last = self.segments[-1] if self.segments else None
        if literal and self.literal and last is not None and last[2] + last[3] == start:
            last[1] += len(words)
            last[3] += len(words)
        else:
            self.segments.append([self.length, len(words), start, end - start])
        self.literal = literal
        self.pieces.append(words)
        self.length += len(words)
        self.reached = end

    def page(self) -> Page:
        """Return the page built."""
        self._pop(len(self.stack) - 1)
        return Page(
            text="".join(self.pieces),
            blocks=tuple(self.blocks),
            offsets=OffsetMap(tuple(Segment(*segment) for segment in self.segments)),
            markup="".join(self.markup),
            elements=self.number,
            raw=tuple(self.raw),
            heads=tuple(self.heads),
            language=self.language,
            depth=self.deepest,
        )
