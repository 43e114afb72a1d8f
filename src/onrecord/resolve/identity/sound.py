"""How a word of a name is compared: without case, accents and script, by its sound, by its consonants."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ħ": "h"}
)
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіґў", "abvgdeziiklmnoprstufyeigu", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": ""}
    | {"ю": "yu", "я": "ya", "ё": "yo", "ї": "yi", "є": "ye", "ђ": "dj", "ј": "j", "љ": "lj"}
    | {"њ": "nj", "ћ": "c", "џ": "dz"}
)
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch(?!ch)|sh(?!ch)|sz", "s"),
        (r"kh", "h"),
        (r"gh|ck|q|g(?=[aoukhrl]|$)", "k"),
        (r"shch|tsch|tch|cz|ch|(?<=i)c$", "q"),
        (r"ph|w|v", "f"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"zh|dj|dz", "j"),
        (r"x", "ks"),
        (r"c(?=[aoulr])", "k"),
        (r"(?<=[^aeiou])h|h(?![aeiouy])", ""),
        (r"^y(?=[aeiou])|^i(?=[aou])", "j"),
        (r"(?<=[aeiou])j(?![aeiou])|y|ie|ee|ei|ey|ij", "i"),
        (r"ou|oo|w", "u"),
        (r"ae", "a"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
    )
)
"""Spellings of one sound in the ways by which names come into English, in the order of their use."""


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` in lower-case Latin letters without accents and stops; Cyrillic is transliterated."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_CYRILLIC).translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.replace(".", "").replace("’", "'").split())


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Return how a folded word sounds, roughly: "qaddafi", "gadhafi" and "kadhafi" alike. An initial is itself."""
    if len(word) == 1:
        return word
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word's sound, and a first vowel: what variants share."""
    heard = sound(word)
    return heard[:1].replace("e", "i") + re.sub(r"[aeiou']", "", heard[1:])


@lru_cache(maxsize=100_000)
def likeness(one: str, other: str) -> float:
    """Return how alike two folded words sound, 0 to 1: 1 less their edit distance by the longer one's length."""
    a, b = sound(one), sound(other)
    if a == b:
        return 1.0
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, against in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != against))
    return 1 - row[-1] / max(len(a), len(b), 1)
