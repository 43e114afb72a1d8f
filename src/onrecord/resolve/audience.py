"""Those who are spoken to, as a noun phrase read word by word: reporters, South Korean officials, the council."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.phrases import Word, adjoined

_STATES = frozenset(("U.S.", "U.N.", "U.K.", "D.C."))
_REACH = 120
"""Characters within which a name ends."""
_LONGEST = 5
"""Words of a name none of which is known to be of somebody."""


@dataclass(frozen=True, slots=True)
class Words:
    """The bundled words, case folded."""

    tell: frozenset[str]
    ask: frozenset[str]
    asked_to: frozenset[str]
    to: frozenset[str]
    on: frozenset[str]
    passive: frozenset[str]
    audience: frozenset[str]
    between: frozenset[str]
    ends: frozenset[str]
    times: frozenset[str]
    begins: frozenset[str]
    modifiers: frozenset[str]
    bare: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    vocatives: tuple[str, ...]

    def hears(self, word: Word) -> bool:
        """Return whether `word` may be the last of the name of somebody who hears."""
        key = word.key
        known = key in self.audience or key in lexicon().organisation_nouns or lexicon().is_role(key)
        return word.text in _STATES or ((word.capital or known) and not word.text.endswith("."))

    def stops(self, word: Word) -> bool:
        """Return whether no name of somebody goes on with `word`."""
        if word.capital:
            return word.key in self.times
        return word.text in self.ends or word.text.endswith("ly")


@cache
def bundled() -> Words:
    """Return the bundled words, read once."""
    table = tomllib.loads((files("onrecord") / "resources" / "addressees.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(value.split()) for name, value in table.items() if isinstance(value, str)}
    return Words(**lists, vocatives=tuple(table["vocatives"]))


def audience(text: str, start: int, end: int, content: int | None = None) -> tuple[int, int] | None:
    """Return the range of those who are spoken to, who are named right from `start` on, None if nobody is.

    With `content`, where what is said begins, words that are not known to be of somebody are taken as
    well as long as they stand before it: told a packed gymnasium that. Without it they are not.
    """
    following = list(adjoined(text, start, min(end, start + _REACH)))
    while following and following[0].text in bundled().between:
        following = following[1:]
    if not following:
        return None
    first = following[0]
    if first.text in bundled().pronouns and not (first.text == "her" and _describes(following)):
        return first.start, first.end
    if first.text.endswith(("self", "selves")) or (content is None and not _begins(following)):
        return None
    place = _known(following, content)
    return place if place or content is None else _unknown(following, content)


def _begins(following: Sequence[Word]) -> bool:
    """Return whether the first word is no verb of an infinitive: to the crowd, to voters, but to press a claim."""
    first, lists = following[0], bundled()
    if first.capital or first.text in lists.begins or first.text in lists.bare:
        return True
    if first.text in lists.modifiers or first.possessive:
        return len(following) > 1
    if lists.hears(first):
        return (first.text.endswith("s") and not first.text.endswith("ss")) or _describes_more(following)
    return False


def _describes_more(following: Sequence[Word]) -> bool:
    """Return whether a noun without an article describes the next one: police officers."""
    return len(following) > 1 and following[1].text.endswith("s") and bundled().hears(following[1])


def _describes(following: Sequence[Word]) -> bool:
    return len(following) > 1 and not following[1].capital and bundled().hears(following[1])


def _known(following: Sequence[Word], content: int | None) -> tuple[int, int] | None:
    """Return the range up to the last word that is known to be of somebody, None if none is."""
    lists, start, end, last = bundled(), following[0].start, None, None
    for index, word in enumerate(following):
        rest, joined = following[index + 1 :], last is not None and last.text in ("of", "and", "&", "the")
        if end is not None:
            if word.text in ("of", "and", "&") and _goes_on(rest):
                last = word
                continue
            if not _continues(word, rest, last, joined, content):
                break
        elif lists.stops(word):
            break
        last = word
        if (lists.hears(word) or (content is not None and _many(word, following[:index]))) and not word.possessive:
            end = word.end
    if last is not None and last.capital and last.possessive:
        # "told Tern News's morning show" is told to Tern News, "before Abel Tarn's speech" is before nobody.
        end = last.start + len(last.bare) if content is not None else None
    return None if end is None else (start, end)


def _many(word: Word, before: Sequence[Word]) -> bool:
    """Return whether `word` is a plural that a name describes: Orlo Society novices."""
    return bool(before) and before[-1].capital and word.text.endswith("s") and not word.possessive


def _continues(word: Word, rest: Sequence[Word], last: Word | None, joined: bool, content: int | None) -> bool:
    """Return whether a name whose end may have been reached with `last` goes on with `word`."""
    lists, before = bundled(), last is not None and (last.capital or last.possessive)
    if lists.stops(word):
        return False
    if word.text in lists.begins:
        return joined
    if word.capital:
        # "reporters Lorn met" are reporters; "host Abel Tarn" is Abel Tarn.
        return before or joined or (last is not None and lexicon().is_role(last.text) and not last.text.endswith("s"))
    if content is not None and word.start >= content > (last.start if last else 0):
        return False
    return lists.hears(word) or (bool(rest) and not rest[0].capital and lists.hears(rest[0]))


def _goes_on(rest: Sequence[Word]) -> bool:
    """Return whether what follows "of" or "and" is of somebody."""
    lists = bundled()
    if rest and rest[0].text in lists.begins | lists.modifiers:
        rest = rest[1:]
    return bool(rest) and lists.hears(rest[0])


def _unknown(following: Sequence[Word], content: int) -> tuple[int, int] | None:
    """Return the range of the words before the `content` if they may be a name."""
    taken: list[Word] = []
    for word in following:
        if word.end > content or bundled().stops(word):
            break
        taken.append(word)
    if not 0 < len(taken) <= _LONGEST or taken[-1].possessive or taken[-1].text in bundled().begins:
        return None
    return taken[0].start, taken[-1].end
