"""The forms in which words are compared: contractions and short forms apart, numbers together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.numerals import numeral
from onrecord.text.differences.spelling import fold_word
from onrecord.text.differences.words import Break, Word

_CURRENCIES = {"$": "dollars", "US$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SIGNS = _CURRENCIES | {"%": "percent", "&": "and"}
_DIGITS = "0123456789.,:"
_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f’'ʼ")
_AMERICAN = ["united", "states", "dollars"]
_BETWEEN = re.compile(r"[\s\u00a0-]*")
_LONGEST = 12
"""Words that a number may have."""


@lru_cache(maxsize=65536)
def keys(text: str) -> Sequence[str]:
    """Return the keys of the words that `text`, one word as it stands, is short for: one mostly, two of "won't"."""
    lexicon = wording()
    if text in _SIGNS:
        return (_SIGNS[text],)
    if text[0].isdigit():
        return _of_digits(text.translate(_SPACES))
    full = lexicon.short.get(text) or lexicon.short.get(text + ".")
    if full and not (text.isalpha() and text.istitle() and len(text) > 4):
        return full
    plain = text.replace("[", "").replace("]", "").casefold().replace("’", "'").replace("ʼ", "'")
    if plain in lexicon.contractions:
        return lexicon.contractions[plain]
    for ending, word in lexicon.endings.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return fold_word(plain.removesuffix(ending)), word
    if plain.endswith("'s") and plain[:-2] in lexicon.subjects:
        return plain[:-2], "is"
    return (fold_word(plain),)


def _of_digits(text: str) -> Sequence[str]:
    """Return the keys of a word that begins with a digit: "5pm" is two, as "5 p.m." is."""
    unit = text.lstrip(_DIGITS)
    full = wording().attached.get(unit)
    return (text.removesuffix(unit), *full) if full else (fold_word(text),)


def numbered(words: Sequence[Word], text: str, offset: int) -> Iterator[Word]:
    """Yield `words` with the words of one number as one word, currencies behind it, "per cent" as one.

    `text` is the part's, in which they stand at their offsets less `offset`.
    """
    index = 0
    while index < len(words):
        sign = _is_currency(words[index]) and index + 1 < len(words)
        run = _run(words, index + sign, text, offset)
        key, count = numeral([word.key for word in run], money=sign)
        if count:
            yield _number(run[:count], key, words[index].before, text, offset)
            if sign:
                yield replace(words[index], before=Break.NONE, mark=run[count - 1].mark)
            index += count + sign
            unit = wording().attached.get(run[count].text) if len(run) > count else None
            if unit:
                yield from (replace(run[count], key=key) for key in unit)
                index += 1
        elif run[0].key == "per" and len(run) > 1 and run[1].key == "cent":
            yield replace(run[0], end=run[1].end, text="per cent", key="percent", mark=run[1].mark)
            index += 2
        elif run[0].key == "united" and [word.key for word in run[:3]] == _AMERICAN:
            yield replace(run[2], start=run[0].start, text="US dollars", before=run[0].before)
            index += 3
        elif run[0].key == "no" and _numbers(words[index : index + 2]):
            yield replace(run[0], key="number", mark="")
            index += 1
        else:
            yield words[index]
            index += 1


def _is_currency(word: Word) -> bool:
    return word.text in _CURRENCIES


def _numbers(pair: Sequence[Word]) -> bool:
    """Return whether the first of two words, which is "no", is short for "number": “No. 4”, “at No 10”."""
    short = pair[0].mark == "." or (pair[0].capital and not pair[0].mark)
    return len(pair) > 1 and short and pair[1].key[0].isdigit()


def _number(run: Sequence[Word], key: str, before: Break, text: str, offset: int) -> Word:
    """Return the words of one number as one word."""
    first, last = run[0], run[-1]
    bracket = first.bracket | last.bracket
    shown = text[first.start - offset : last.end - offset]
    return replace(first, end=last.end, text=shown, key=key, mark=last.mark, bracket=bracket, before=before)


def _run(words: Sequence[Word], at: int, text: str, offset: int) -> list[Word]:
    """Return the words from `at` on that nothing but space or hyphens parts, as many as a number may have."""
    run = [words[at]]
    for word in words[at + 1 : at + _LONGEST]:
        between = text[run[-1].end - offset : word.start - offset]
        if word.start >= run[-1].end and not _BETWEEN.fullmatch(between):
            break
        run.append(word)
    return run
