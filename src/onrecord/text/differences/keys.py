"""The forms in which words are compared: contractions and short forms apart, numbers together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.numerals import numeral
from onrecord.text.differences.spelling import fold_word
from onrecord.text.differences.words import Break, Word

_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "%": "percent"}
_BETWEEN = re.compile(r"[\s\u00a0-]*")
_LONGEST = 12
"""Words that a number may have."""


def keys(text: str) -> Sequence[str]:
    """Return the keys of the words that `text`, one word as it stands, is short for: one mostly, two of "won't"."""
    lexicon = wording()
    if text in _SIGNS:
        return (_SIGNS[text],)
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
        elif run[0].key == "per" and len(run) > 1 and run[1].key == "cent":
            yield replace(run[0], end=run[1].end, text="per cent", key="percent", mark=run[1].mark)
            index += 2
        else:
            yield words[index]
            index += 1


def _is_currency(word: Word) -> bool:
    return word.text in _SIGNS and word.text != "%"


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
