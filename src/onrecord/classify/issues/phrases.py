"""Noun phrases of a text that may name what it is about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.classify.features import stem
from onrecord.meaning.pieces import plain
from onrecord.text.verbs import verb_forms

LONGEST = 5
"""Words of a phrase that count: a longer one names a case, not a matter."""

_REACH = 1500
"""Letters of a text that are looked at."""

_TOKEN = re.compile(r"[’']s\b|[^\W_]+(?:[-.][^\W_]+)*|[^\w\s]")
_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A noun phrase: the stems of its words, sorted, and how the text has it, in lower case, without articles."""

    words: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    named: bool


def phrases(text: str) -> frozenset[Phrase]:
    """Return the noun phrases of `text` that may name a matter: not names alone, nor words that name none."""
    found = set()
    for run in _runs(text[:_REACH]):
        for part in _parts(run):
            phrase = _phrase(part)
            if phrase is not None:
                found.add(phrase)
    return frozenset(found)


def stems(text: str) -> frozenset[str]:
    """Return the stems of all words of `text`, as phrases have them."""
    words = _TOKEN.findall(plain(text[:_REACH]))
    return frozenset(part for word in set(words) for part in _stems(word))


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(stem(part) for part in (word, *word.split("-")))


def _runs(text: str) -> Iterator[list[_Word]]:
    """Yield what stands between words that are in no noun phrase; words that join parts are kept within."""
    run: list[_Word] = []
    for token in _TOKEN.findall(text):
        word = _word(token)
        if word is not None and (run or word.text != _POSSESSIVE):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


@lru_cache(maxsize=1 << 16)
def _word(token: str) -> _Word | None:
    """Return a token as a word of a noun phrase, None where it ends one."""
    if token[1:] == "s" and not token[0].isalnum():
        return _Word(_POSSESSIVE, named=False)
    low = plain(token)
    # A mark that stands alone above no letter leaves nothing behind.
    if low in _breaks() or not low[:1].isalnum() or _is_verb(token):
        return None
    return _Word(low, token[0].isupper() or token[0].isdigit())


def _is_verb(token: str) -> bool:
    return token.islower() and (token.endswith("ly") or (token.endswith("ed") and len(token) > 4))


def _is_quality(word: str) -> bool:
    """Return whether a word that stands alone is rather an adjective, or a verb, than a noun."""
    return word.endswith(
        ("ing", "ible", "able", "ous", "ful", "less", "ic", "ive", "ear", "ian", "ish", "ate", "ize", "ise")
    )


def _parts(run: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Yield each part between joining words, and each two that follow one another."""
    cut: list[list[_Word]] = [[]]
    for word in run:
        if _joins(word):
            cut.append([word])
        else:
            cut[-1].append(word)
    bare = [[word for word in part if not _joins(word)] for part in cut]
    yield from (part[-LONGEST:] for part in bare)
    yield from (part[-2:] for part in bare if len(part) > 2)
    for before, after, joined in zip(bare, bare[1:], cut[1:], strict=False):
        if before and after and len(before) + len(after) <= LONGEST:
            yield [*before, *joined]


def _phrase(part: Sequence[_Word]) -> Phrase | None:
    told = [word for word in part if not _joins(word)]
    if not told or (len(told) == 1 and _is_quality(told[0].text)):
        return None
    matter = [w for w in told if not w.named and w.text not in _listed("vague") and len(w.text) > 3]
    if not matter:
        return None
    return Phrase(
        tuple(sorted({_stems(word.text)[0] for word in told})),
        " ".join(word.text for word in part).replace(f" {_POSSESSIVE}", _POSSESSIVE),
    )


def _joins(word: _Word) -> bool:
    return word.text == _POSSESSIVE or word.text in _listed("joins")


@cache
def _breaks() -> frozenset[str]:
    """Return the words that end a noun phrase; forms in -ing are nouns as often ("the meeting")."""
    return _listed("breaks") | {form for form in verb_forms(_listed("verbs")) if not form.endswith("ing")}


@cache
def _listed(name: str) -> frozenset[str]:
    table = tomllib.loads((files("onrecord") / "resources" / "issues.toml").read_text(encoding="utf-8"))
    return frozenset(table[name].split())
