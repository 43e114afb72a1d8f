"""A telling's words one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.record import Form, Told
from onrecord.text.differences.days import dated
from onrecord.text.differences.keys import keys, numbered
from onrecord.text.differences.words import Bracket, Break, Word

_NUMBER = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?!\w)|\d+(?:[.,:]\d+)*\w*(?:[’'ʼ]s\b)?"
_TAIL = r"(?:[’'ʼ][^\W_]+)*"
_LETTERS = (
    r"[^\W\d_]+(?:(?<=\b[^\W\d_])(?:\.(?:[^\W\d_]\.)+|-{3,20}[^\W\d_]{0,20})|\*{1,20}[^\W\d_]{0,20}"
    rf"|\[\w+\](?:[’'ʼ]\w+)?|(?:[^\W_]|_(?=\w))*{_TAIL})"
)
"""A word that begins with a letter: "U.S.", "g------", "f***ing", "treat[ies]", "won’t"."""
_TOKEN = re.compile(
    rf"(?P<word>(?=\w)(?!US\$)(?:(?=\d)(?:{_NUMBER})|{_LETTERS}|(?:[^\W_]|_(?=\w))+{_TAIL}))"
    r"|(?P<sign>US\$|[$€£¥%&])"
    r"|(?=[\[(])(?:(?P<edited>\[\w+\]\w+(?:[’'ʼ]\w+)?)|(?P<hole>.[ \u00a0]?(?:…|\.{3,4})[ \u00a0]?[\])])"
    r"|(?P<open>[\[(]+))|(?P<gap>…+|\.(?:[ \u00a0]?\.){2,3})|(?P<close>[\])]+)|(?P<mark>[,;:!?—–-]+|\.)"
    r"|[^\w.,;:!?—–\-…$€£¥%&\[\]()]{2,}"
)
"""A token, its kind the one group that matches; the last alternative eats at one go what tells nothing.

100,000 characters made to be hard take 35 ms: each alternative is tried where its first letter stands.
"""
_MARKS = 8
"""Marks behind a word that are kept: more are a line drawn, and would be copied again with each."""
_ABBREVIATION = re.compile(r"(?:mr|mrs|ms|dr|sen|rep|gov|gen|st|prof|rev|hon|amb|jr|sr|col|capt|sgt|lt|vs|[a-z])")
_JOIN = " … "
"""What stands between two parts in ``Told.words``."""


def words_of(told: Told) -> tuple[Word, ...]:
    """Return the words of `told` in order, with their offsets in ``told.words``.

    A part of direct speech without a quoted range is quoted as a whole. Linear in the length of the words.
    """
    found: list[Word] = []
    offset, quote = 0, 0
    for number, part in enumerate(told.parts):
        ranges = ((0, len(part.words)),) if told.form is Form.DIRECT and not part.quoted else part.quoted
        edge, base = 0, Word(offset, offset, "", "", part=number)
        for start, end in ranges:
            _extend(found, _read(part.words, edge, start, base))
            _extend(found, _read(part.words, start, end, replace(base, quote=quote)))
            edge, quote = end, quote + 1
        _extend(found, _read(part.words, edge, len(part.words), base))
        offset += len(part.words) + len(_JOIN)
    return tuple(found)


def _extend(found: list[Word], more: Sequence[Word]) -> None:
    """Append the words of a range: its first is marked, its sentences counted on.

    A sentence goes on over the cue between two ranges: “We wait,” she said, “unless they pay.”
    """
    if not found or not more:
        found += more
        return
    last, first = found[-1], more[0]
    stops = any(mark in last.mark for mark in ".!?")
    goes_on = last.quoted and first.quoted and not stops and first.text[0].islower()
    after = last.sentence + (not goes_on)
    found.append(replace(first, sentence=after, before=max(first.before, Break.RANGE)))
    found += (replace(word, sentence=word.sentence + after) for word in more[1:])


@dataclass(slots=True)
class _Reader:
    """What has been read of a range: its words, and what holds for the next one. `base` has the range's own values."""

    base: Word
    words: list[Word] = field(default_factory=list)
    sentence: int = 0
    before: Break = Break.NONE
    bracket: Bracket = Bracket.NONE

    def read(self, match: re.Match[str]) -> None:
        """Read a token: a mark changes what holds for the words beside it."""
        kind = match.lastgroup
        if kind in ("word", "sign", "edited"):
            self._add(match)
        elif kind == "mark":
            self._mark(match[0])
        elif kind in ("gap", "hole"):
            self.before, self.bracket = Break.ELLIPSIS, Bracket.NONE
        elif kind == "open":
            self.bracket = Bracket.INSIDE | Bracket.FIRST
        elif kind == "close":
            self._close()

    def _mark(self, mark: str) -> None:
        """Put `mark` behind the last word."""
        if self.words and len(self.words[-1].mark) < _MARKS:
            self.words[-1] = replace(self.words[-1], mark=(self.words[-1].mark + mark)[:_MARKS])

    def _close(self) -> None:
        if self.words and self.words[-1].bracketed:
            self.words[-1] = replace(self.words[-1], bracket=self.words[-1].bracket | Bracket.LAST)
        self.bracket = Bracket.NONE

    def _add(self, match: re.Match[str]) -> None:
        """Add the words that a token is short for."""
        text, base = match[0], self.base
        fresh = not self.words or _ends(self.words[-1], text)
        self.sentence += fresh and bool(self.words)
        start, end = match.start() + base.start, match.end() + base.start
        capital = text[0].isupper() and not fresh
        for key in keys(text):
            where = self.sentence, self.bracket, self.before
            self.words.append(Word(start, end, text, key, base.quote, base.part, *where, capital=capital))
            self.before = Break.NONE
        self.bracket &= Bracket.INSIDE


def _read(text: str, start: int, end: int, base: Word) -> list[Word]:
    """Return the words of ``text[start:end]``; `base` begins where `text` does, and has the range's own values."""
    reader = _Reader(base)
    for match in _TOKEN.finditer(text, start, end):
        reader.read(match)
    return list(dated(list(numbered(reader.words, text, base.start))))


def _ends(word: Word, following: str) -> bool:
    """Return whether a sentence ends behind `word`."""
    if not any(mark in word.mark for mark in ".!?"):
        return False
    if word.key == "no" and following[0].isdigit():
        return False
    if "." in word.mark and _ABBREVIATION.fullmatch(word.text.casefold()):
        return False
    return following[0].isupper() or not following[0].isalpha() or "." not in word.mark
