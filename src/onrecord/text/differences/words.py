"""A telling's words one by one, each with the form in which it is compared and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, IntFlag

from onrecord.record import Form, Told
from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.numerals import numeral
from onrecord.text.differences.spelling import fold_word

_TOKEN = re.compile(
    r"(?P<gap>[\[(][ \u00a0]?(?:…|\.{3,4})[ \u00a0]?[\])]|…+|\.(?:[ \u00a0]?\.){2,3})"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*\w*|(?:\[\w+\]\w+|[^\W\d_]+\[\w+\])(?:[’'ʼ]\w+)?"
    r"|(?:[^\W_]|_(?=\w))+(?:[’'ʼ][^\W_]+)*)"
    r"|(?P<sign>[$€£¥%])|(?P<open>[\[(])|(?P<close>[\])])|(?P<mark>[.,;:!?—–-])"
)
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "%": "percent"}
_ABBREVIATION = re.compile(r"(?:mr|mrs|ms|dr|sen|rep|gov|gen|st|prof|rev|hon|amb|jr|sr|col|capt|sgt|lt|vs|[a-z])")
_BETWEEN = re.compile(r"[\s\u00a0-]*")
_JOIN = " … "


class Break(IntEnum):
    """What stands between two words: nothing, the end of a quoted range or part, or an ellipsis."""

    NONE = 0
    RANGE = 1
    ELLIPSIS = 2


class Bracket(IntFlag):
    """Whether brackets hold a word, and whether as the first or the last one."""

    NONE = 0
    INSIDE = 1
    FIRST = 2
    LAST = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``[start, end)`` of ``Told.words``; `key` is equal wherever the same word is meant.

    A contraction is two words of one place, a number in letters one word of several places. `quote` is the number of
    the quoted range that holds it, -1 outside; `sentence` counts sentences, `bracket` tells whether an editor's
    brackets hold it, `before` what parts it from the word before. `mark` is the
    punctuation behind it, `capital` whether it begins upper case within a sentence.
    """

    start: int
    end: int
    text: str
    key: str
    quote: int = -1
    part: int = 0
    sentence: int = 0
    bracket: Bracket = Bracket.NONE
    before: Break = Break.NONE
    mark: str = ""
    capital: bool = False

    @property
    def bracketed(self) -> bool:
        """Whether brackets hold it."""
        return self.bracket is not Bracket.NONE

    @property
    def quoted(self) -> bool:
        """Whether quotation marks stand around it."""
        return self.quote >= 0


def words_of(told: Told) -> tuple[Word, ...]:
    """Return the words of `told` in order, with their offsets in ``told.words``.

    A part of direct speech without a quoted range is quoted as a whole. Linear in the length of the words.
    """
    found: list[Word] = []
    offset, quote = 0, 0
    for number, part in enumerate(told.parts):
        ranges = ((0, len(part.words)),) if told.form is Form.DIRECT and not part.quoted else part.quoted
        edge = 0
        for start, end in ranges:
            _extend(found, _tokens(part.words, edge, start, offset, -1, number))
            _extend(found, _tokens(part.words, start, end, offset, quote, number))
            edge, quote = end, quote + 1
        _extend(found, _tokens(part.words, edge, len(part.words), offset, -1, number))
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


def _tokens(text: str, start: int, end: int, offset: int, quote: int, part: int) -> list[Word]:
    """Return the words of ``text[start:end]``, contractions apart, numbers together."""
    words: list[Word] = []
    sentence, before, bracket = 0, Break.NONE, Bracket.NONE
    for match in _TOKEN.finditer(text, start, end):
        if match["gap"]:
            before, bracket = Break.ELLIPSIS, Bracket.NONE
        elif match["open"]:
            bracket = Bracket.INSIDE | Bracket.FIRST
        elif match["close"]:
            if words and words[-1].bracketed:
                words[-1] = replace(words[-1], bracket=words[-1].bracket | Bracket.LAST)
            bracket = Bracket.NONE
        elif match["mark"]:
            if words:
                words[-1] = replace(words[-1], mark=words[-1].mark + match[0])
        else:
            if words and _ends(words[-1], match[0]):
                sentence += 1
            fresh = not words or words[-1].sentence != sentence
            base = Word(
                match.start() + offset,
                match.end() + offset,
                match[0],
                "",
                quote,
                part,
                sentence,
                bracket,
                before,
                capital=match[0][0].isupper() and not fresh,
            )
            words += _split(base)
            before, bracket = Break.NONE, bracket & Bracket.INSIDE
    return _numbered(words, text, offset)


def _ends(word: Word, following: str) -> bool:
    """Return whether a sentence ends behind `word`."""
    if not any(mark in word.mark for mark in ".!?"):
        return False
    if word.key == "no" and following[0].isdigit():
        return False
    if "." in word.mark and _ABBREVIATION.fullmatch(word.text.casefold()):
        return False
    return following[0].isupper() or not following[0].isalpha() or "." not in word.mark


def _split(base: Word) -> list[Word]:
    """Return the words that `base` is short for, or itself with its key."""
    first, *rest = _keys(base.text)
    return [replace(base, key=first), *(replace(base, key=key, before=Break.NONE) for key in rest)]


def _keys(text: str) -> Sequence[str]:
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


def _numbered(words: list[Word], text: str, offset: int) -> list[Word]:
    """Return `words` with the words of one number as one word, currencies behind it, "per cent" as one."""
    return list(_merged(words, text, offset))


def _merged(words: list[Word], text: str, offset: int) -> Iterator[Word]:
    index = 0
    while index < len(words):
        sign = words[index] if words[index].text in _SIGNS and words[index].text != "%" else None
        at = index + 1 if sign is not None and index + 1 < len(words) else index
        run = _run(words, at, text, offset)
        key, count = numeral([word.key for word in run], money=sign is not None)
        if count:
            last = run[count - 1]
            yield replace(
                words[at],
                end=last.end,
                text=text[words[at].start - offset : last.end - offset],
                key=key,
                mark=last.mark,
                bracket=run[0].bracket | last.bracket,
                before=words[index].before,
            )
            if at > index and sign is not None:
                yield replace(sign, before=Break.NONE, mark=last.mark)
            index = at + count
        elif run[0].key == "per" and len(run) > 1 and run[1].key == "cent":
            yield replace(run[0], end=run[1].end, text="per cent", key="percent", mark=run[1].mark)
            index += 2
        else:
            yield words[index]
            index += 1


def _run(words: list[Word], at: int, text: str, offset: int) -> list[Word]:
    """Return the words from `at` on that nothing but space or hyphens parts, as many as a number may have."""
    run = [words[at]]
    for word in words[at + 1 : at + 12]:
        between = text[run[-1].end - offset : word.start - offset]
        if word.start >= run[-1].end and not _BETWEEN.fullmatch(between):
            break
        run.append(word)
    return run
