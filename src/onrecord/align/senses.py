"""What a telling puts in words that another one does not have: to give up is to relinquish, "my country" is ours."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.align.lists import lists
from onrecord.align.words import Word, stem
from onrecord.text.verbs import verb_forms

OWN = "own side"
"""Stands among stems for the country of who speaks: no stem has a space."""

BETWEEN = 3
"""Words that may stand between a verb and its particle, at most: "give their old harbour up"."""

Senses = Mapping[str, frozenset[str]]
"""By the stems of a statement's words, the stems of what they say."""

_OF_MINE = (("of", "mine"), ("of", "ours"))


def senses(words: Sequence[Word]) -> Senses:
    """Return what words of a statement say, each form of it by itself.

    A phrase says what one word says (``resources/phrases.toml``). "We" and "our country" are the side of who speaks,
    and so are "his" and "her country" where a reporter tells it, not the speaker.
    """
    folded = [word.folded for word in words]
    found: dict[str, set[str]] = {}
    for place, word in enumerate(words):
        said = {*_said(folded, place)}
        if _is_own(words, folded, place):
            said.add(OWN)
        if said:
            found.setdefault(word.stem, set()).update(said)
    return {each: frozenset(said) for each, said in found.items()}


def _is_own(words: Sequence[Word], folded: Sequence[str], place: int) -> bool:
    """Return whether the word at `place` is the side of who speaks."""
    if folded[place] in lists().ours:
        return True
    if folded[place] not in lists().countries:
        return False
    whose = folded[place - 1] if place else ""
    told = whose in lists().theirs and not words[place].quoted
    return told or whose in lists().own or tuple(folded[place + 1 : place + 3]) in _OF_MINE


def _said(words: Sequence[str], place: int) -> Iterator[str]:
    """Yield the stems of what the phrases say whose word at `place` stands for them."""
    for phrase in _phrases().get(words[place], ()):
        if phrase.stands(words, place):
            yield phrase.meaning


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What stands before and behind the word that stands for a phrase, and the stem of what it says."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    meaning: str
    apart: int = 0

    @classmethod
    def of(cls, words: Sequence[str], head: str, meaning: str, apart: int = 0) -> _Phrase:
        place = words.index(head)
        behind = tuple(words[place + 1 :])
        return cls(tuple(words[:place]), behind, stem(meaning), apart if len(behind) == 1 else 0)

    def stands(self, words: Sequence[str], place: int) -> bool:
        """Return whether it stands around `place`, what is behind it up to `apart` words later."""
        start = place - len(self.before)
        if start < 0 or tuple(words[start:place]) != self.before:
            return False
        starts = range(place + 1, place + 2 + self.apart)
        return any(tuple(words[each : each + len(self.behind)]) == self.behind for each in starts)


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """Return the phrases of ``resources/phrases.toml`` by the words that stand for them."""
    table = tomllib.loads((files("onrecord") / "resources" / "phrases.toml").read_text(encoding="utf-8"))
    found: dict[str, list[_Phrase]] = {}
    for meaning, words in (*_listed(table["verbs"]), *_listed(table["words"])):
        phrase = _Phrase.of(words, words[0], meaning, BETWEEN)
        for form in verb_forms(words[:1]):
            found.setdefault(form, []).append(phrase)
    for meaning, words in _listed(table["turns"]):
        head = max(words, key=lambda word: (word not in lists().empty, len(word)))
        found.setdefault(head, []).append(_Phrase.of(words, head, meaning))
    return found


def _listed(table: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    for meaning, phrases in table.items():
        for phrase in phrases.split(","):
            yield meaning, phrase.split()
