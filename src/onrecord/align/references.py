"""What words of a statement stand for, of which another telling speaks by name: this river, we, two hundred years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.align.lists import lists
from onrecord.align.words import WORD, fold, stem
from onrecord.record import Actor, ActorKind
from onrecord.text.differences.numerals import numeral

Referents = tuple[tuple[str, tuple[str, ...]], ...]
"""Stems of a statement's words with the stems of what they stand for, both sorted."""

REACH = 3
"""Words before a noun among which what points to it stands, at most: "this great old river"."""

DEMONYM = 3
"""Letters by which a country's name and what is of it differ at their end, at most: Sarnovia, Sarnovian."""

_PART = r"[A-Z][^\W_]*+(?:-[^\W_]++)*+"
_NAME = re.compile(rf"\b{_PART}(?: (?:of (?:the )?)?{_PART})*+")
_HUNDREDS = re.compile(r"[1-9]00")
_TENS = re.compile(r"[1-9]\d")


@dataclass(frozen=True, slots=True)
class Names:
    """The names in an article: by each stem of those of several words the stems beside it, and all words of names."""

    beside: Mapping[str, frozenset[frozenset[str]]]
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Names:
        """Return the names in `text`, as its capitals show them. Linear in its length."""
        beside: dict[str, set[frozenset[str]]] = {}
        found: set[str] = set()
        for match in _NAME.finditer(text):
            name = _telling(match[0])
            found.update(name)
            for word in name if len(name) > 1 else ():
                beside.setdefault(stem(word), set()).add(frozenset(stem(each) for each in name if each != word))
        return cls({word: frozenset(others) for word, others in beside.items()}, frozenset(found))


def references(contents: Iterable[str], speaker: Actor | None, names: Names) -> Referents:
    """Return what words of a statement stand for.

    A noun that is pointed to ("this river") stands for the only name in the article that holds it ("the River Asel"),
    "we" for the body or country for which the speaker's roles show him to speak, a round number of years for
    centuries or decades, a number in letters for its digits. Names that nothing in the article tells are not guessed.
    """
    own = _own(speaker, names)
    found: dict[str, set[str]] = {}
    for content in contents:
        words = WORD.findall(content)
        low = [fold(word) for word in words]
        for place, word in enumerate(words):
            meant = {*_pointed(low, place, names)} if word[0].islower() else set()
            meant |= {*_lasting(low, place), *_written(low, place)} | (own if low[place] in lists().ours else set())
            if meant:
                found.setdefault(stem(low[place]), set()).update(meant)
    return tuple(sorted((word, tuple(sorted(meant - {word}))) for word, meant in found.items()))


def _telling(text: str) -> list[str]:
    return [word for word in map(fold, WORD.findall(text)) if word not in lists().empty]


def _pointed(words: Sequence[str], place: int, names: Names) -> frozenset[str]:
    """Return the rest of the only name that holds the noun at `place`, nothing where nothing points to it."""
    found = names.beside.get(stem(words[place]), frozenset())
    points = lists().pointing.intersection(words[max(0, place - REACH) : place])
    return next(iter(found)) if points and len(found) == 1 else frozenset()


def _lasting(words: Sequence[str], place: int) -> Iterator[str]:
    """Yield the stems of what a round number of years is called too."""
    if place == 0 or words[place] not in ("year", "years"):
        return
    number = words[place - 1]
    if number == "hundred" or _HUNDREDS.fullmatch(number):
        yield from map(stem, ("century", "centuries"))
    elif number in lists().tens or _TENS.fullmatch(number):
        yield from map(stem, ("decade", "decades"))


def _written(words: Sequence[str], place: int) -> Iterator[str]:
    """Yield the stem of how a month or a number that ends at `place` is written in another way."""
    word = words[place]
    if lists().months.get(word, word) != word:
        yield stem(lists().months[word])
    key, used = numeral(words[place : place + 1])
    if used and key.strip("#.") != word:
        yield key.strip("#.")


def _own(speaker: Actor | None, names: Names) -> set[str]:
    """Return the stems of whom the speaker's "we" means: itself, or whose officer the article calls it."""
    if speaker is None:
        return set()
    told = [span.words for span in (*speaker.roles, *speaker.mentions)]
    words = {word for text in told for match in _NAME.finditer(text) for word in _telling(match[0])} - lists().titles
    if speaker.kind is ActorKind.PERSON:
        words -= {*_telling(speaker.name)}
    return {stem(word) for word in words | {near for word in words for near in _kin(word, names.words)}}


def _kin(word: str, names: Collection[str]) -> Iterator[str]:
    """Yield the names of which `word` is the beginning, or that are its beginning."""
    for name in names:
        short, long = sorted((word, name), key=len)
        if len(short) > DEMONYM and len(long) - len(short) <= DEMONYM and long.startswith(short):
            yield name
