"""A text as words, and its words as a string with one letter for the class of each.

The grammar's patterns run over that string: it is short, every pattern sees whole words, and what is no word of
time is passed over without a look at its letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.resolve.when.numbers import DIGIT_CLASSES, class_of_digits
from onrecord.resolve.when.words import ALWAYS_CAPITAL, CLASSES, ZONES

_TOKEN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}t(?=[0-9])|fy(?=[0-9]{2,4}(?![^\W_]))"  # what is joined to other words
    r"|[0-9]+(?:[:/.,–-][0-9]+){0,6}[a-z]{0,3}(?![^\W_])"  # a number, or numbers joined
    r"|[ap]\.m\b\.?|[ap]m\b"
    r"|[^\W\d_]+[0-9]?(?![^\W_])"
    r"|\w+"
    r"|\n[ \t\r\xa0]*\n"  # a paragraph's end: no expression goes on beyond it
    r"|[^\w\s]"
)
_MARKS = {",": "comma", ".": "dot", "-": "hyphen", "‑": "hyphen", "–": "dash", "/": "stroke"}
_MARKS |= {"'": "apostrophe", "’": "apostrophe", "‘": "apostrophe", "$": "money", "£": "money"}
_MARKS |= {"€": "money", "?": "stop", "!": "stop", ":": "colon", ";": "stop", "#": "money", "%": "percent"}
_OWN = ("word", "sign", "break", "ampm", "zone", "s", "qn", "hn", "fy")
_NAMES = tuple(dict.fromkeys([*_OWN, *_MARKS.values(), *DIGIT_CLASSES, *CLASSES]))

LETTERS: dict[str, str] = {name: chr(0xA1 + i) if i else "x" for i, name in enumerate(_NAMES)}
"""Class → its letter in a class string; "x" for the words that are none of ours."""

_TABLE = {word: LETTERS[name] for name, words in CLASSES.items() for word in words.split()}
_TABLE |= {mark: LETTERS[name] for mark, name in _MARKS.items()}
_TABLE |= dict.fromkeys(("am", "pm", "a.m", "p.m", "a.m.", "p.m."), LETTERS["ampm"])
_TABLE |= dict.fromkeys((zone.lower() for zone in ZONES), LETTERS["zone"])
_TABLE |= {f"q{i}": LETTERS["qn"] for i in range(1, 5)} | {f"h{i}": LETTERS["hn"] for i in (1, 2)}
_TABLE |= {"fy": LETTERS["fy"], "s": LETTERS["s"], "percent": LETTERS["percent"]}
_CASED = {**dict.fromkeys(ALWAYS_CAPITAL, False), **{zone.lower(): True for zone in ZONES}}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text: lower-cased, with their offsets, and the class string of all."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    classes: str

    def end(self, index: int) -> int:
        """Where the word ends in the text."""
        return self.starts[index] + len(self.words[index])

    def is_capital(self, index: int) -> bool:
        """Return whether the word begins with a capital letter."""
        return self.text[self.starts[index]].isupper()


def tokens_of(text: str, low: str, start: int, end: int) -> Tokens:
    """Return the words of ``text[start:end]``, offsets counted in the whole text. Linear in the range's length.

    `low` is the whole text as :func:`lowered` returns it.
    """
    words: list[str] = []
    starts: list[int] = []
    letters: list[str] = []
    table, word_letter = _TABLE.get, LETTERS["word"]
    for match in _TOKEN.finditer(low, start, end):
        word = match.group()
        letter = table(word)
        if letter is None:
            letter = word_letter if word.isalpha() else _letter_of_other(word)
        elif word in _CASED:
            letter = _letter_of_cased(word, text, match.start())
        words.append(word)
        starts.append(match.start())
        letters.append(letter)
    return Tokens(text, tuple(words), tuple(starts), "".join(letters))


def lowered(text: str) -> str:
    """Return `text` in lower case, letter by letter where that would change its length ("İ")."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _letter_of_other(word: str) -> str:
    if "0" <= word[0] <= "9":
        return LETTERS[class_of_digits(word) or "word"]
    if word[0] == "\n":
        return LETTERS["break"]
    return LETTERS["word"] if word[0].isalnum() else LETTERS["sign"]


def _letter_of_cased(word: str, text: str, start: int) -> str:
    """Return the class of a word that only its capitals tell: "March" and "march", "EST" and "est"."""
    if _CASED[word]:
        return LETTERS["zone" if text.startswith(word.upper(), start) else "word"]
    return _TABLE[word] if text[start].isupper() else LETTERS["word"]
