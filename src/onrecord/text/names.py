"""Proper names in a text: runs of capitalised words, with the particles and initials inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'\-&][^\W\d_]+)*\.?|\d+|[^\w\s]")
PARTICLES = frozenset(
    {
        "de",
        "la",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "ben",
        "le",
        "du",
        "af",
        "zu",
    }
)
BODIES = frozenset(
    {
        "agency",
        "association",
        "board",
        "bureau",
        "center",
        "centre",
        "commission",
        "committee",
        "council",
        "department",
        "institute",
        "ministry",
        "office",
        "school",
    }
)
"""What may be "of", "for" or "on" several things: the Department of Health and Human Services."""
JOINING = frozenset({"of", "for", "on"})
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark at ``[start, end)`` of a text; `word` without a possessive ending."""

    start: int
    end: int
    word: str
    possessive: bool = False

    @property
    def capital(self) -> bool:
        """Whether the word begins with an upper-case letter."""
        return self.word[:1].isupper()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words and marks of ``text[start:end]``; "Putin's" is the word "Putin", possessive.

    A final stop belongs to a word only if it is an initial or an abbreviation ("W.", "Sen.", "U.S.").
    """
    return list(_tokens(text, start, len(text) if end is None else end))


_ABBREVIATION = re.compile(
    r"(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Capt|Maj|Sgt|Adm|St|Jr|Sr|Prof|Rev|Hon|Amb|Pres|Sec|Atty)\.$"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    position = start
    while position < end:
        match = _DOTTED.match(text, position, end) or _TOKEN.match(text, position, end)
        if match is None:
            position += 1
            continue
        word, stop = match[0], match.end()
        if word.endswith(".") and len(word) > 1 and not _ABBREVIATION.match(word) and not _DOTTED.fullmatch(word):
            word, stop = word[:-1], stop - 1
        possessive = re.search(r"[’'](?:s|S)?$", word) if len(word) > 2 else None
        yield Token(match.start(), stop, word[: possessive.start()] if possessive else word, possessive is not None)
        position = stop


def runs(words: list[Token], text: str) -> Iterator[list[Token]]:
    """Yield the runs of capitalised words in `words`, particles between them included.

    "of", "of the", "for", "on" and "&" join two capitalised words ("Department of Justice"), and so does
    "and" in the name of a body ("Department of Health and Human Services"). A possessive ends its run,
    and so does anything but one space between two words.
    """
    run: list[Token] = []
    for index, token in enumerate(words):
        joined = run and text[run[-1].end : token.start] in (" ", "\u00a0") and not run[-1].possessive
        fits = token.capital or (
            run and (token.word in PARTICLES or _connects(words, index) or _adds(run, words, index))
        )
        if run and not (joined and fits and len(run) < _LONGEST):
            yield from _trimmed(run)
            run = []
        if fits:
            run.append(token)
    if run:
        yield from _trimmed(run)


def _adds(run: list[Token], words: list[Token], index: int) -> bool:
    """Return whether the word at `index` is "and" in a body's name: between what it is of, or before its noun."""
    if words[index].word != "and" or not _capital_at(words, index + 1) or run[-1].possessive:
        return False
    if any(name_key(token.word) in BODIES and other.word in JOINING for token, other in pairwise(run)):
        return True
    after = list(takewhile(lambda token: token.capital, words[index + 1 : index + 5]))
    return len(after) > 1 and len(run) < 4 and name_key(after[-1].word) in BODIES


def _connects(words: list[Token], index: int) -> bool:
    """Return whether the word at `index` is "of", "for", "on", "&" or "of the" between capitalised words."""
    word = words[index].word
    if word == "the":
        return words[index - 1].word in JOINING and _capital_at(words, index + 1)
    if word == "&":
        return words[index - 1].capital and _capital_at(words, index + 1)
    if word not in JOINING or not words[index - 1].capital:
        return False
    if word == "on" and name_key(words[index - 1].word) not in BODIES:
        return False
    after = index + 2 if index + 1 < len(words) and words[index + 1].word == "the" else index + 1
    return _capital_at(words, after)


def _capital_at(words: list[Token], index: int) -> bool:
    return index < len(words) and words[index].capital


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and not run[-1].capital:
        run = run[:-1]
    if run:
        yield run


def name_key(word: str) -> str:
    """Return `word` in the form in which names are compared: case folded, without a final stop."""
    return word.rstrip(".").casefold()
