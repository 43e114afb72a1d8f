"""Days of a month in one form: "the fifth of November", "November 5th", "5 November"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.words import Word


def dated(words: Sequence[Word]) -> Iterator[Word]:
    """Yield `words`, the days beside months counted: "the fifth of" before a month is one word, and is "5"."""
    months = [_month(word) for word in words]
    if not any(months):
        yield from words
        return
    found: list[Word] = []
    for word, month, before in zip(words, months, [False, *months], strict=False):
        if month:
            _count(found)
        found.append(_cardinal(word) if before else word)
    yield from found


def _month(word: Word) -> bool:
    return word.key in wording().months and word.text[0].isupper()


def _count(found: list[Word]) -> None:
    """Make one counted word of the day at the end of `found`, before its month."""
    of = len(found) > 1 and found[-1].key == "of"
    day = found[-2] if of else found[-1] if found else None
    if day is None or _cardinal(day) is day:
        return
    del found[-2 if of else -1 :]
    the = found.pop() if found and found[-1].key == "the" and not found[-1].mark else day
    found.append(replace(_cardinal(day), start=the.start, before=max(the.before, day.before)))


def _cardinal(word: Word) -> Word:
    """Return the ordinal `word` as a number of a month's day, any other word itself."""
    day = word.key[0] == "#" and word.key[-1] == "." and not word.mark
    return replace(word, key=word.key.removesuffix(".")) if day else word
