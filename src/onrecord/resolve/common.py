"""Which capitalised words are common nouns that open their sentence or stand in capitals throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolve.known import is_demonym
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.text.names import Token, name_key

_LOWER = re.compile(r"(?<![\w’'-])[a-z][a-z]+(?![\w-])")
_CAPITAL = re.compile(r"(?<=[a-z0-9,;] )[A-Z][\w’'-]+")
_FULL = re.compile(r"\b([A-Z][\w’'-]+) (?:[A-Z]\. )?(?=([A-Z][\w’'-]+))")
_OPENING = re.compile(r"(?:^|[.!?:\n\r]|[.!?:] ?)[ \u00a0\"“‘'(—–-]*$")
_NEXT = re.compile(r"[ \u00a0]([a-z]+)")
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ary|ent|ed|ing|less|ful|ern)$")
_LOUD = 4
"""Letters from which a word in capitals is no acronym."""


def opens_sentence(text: str, position: int) -> bool:
    """Return whether the word at `position` is the first of its sentence, as far as the marks before it tell."""
    return not text[:position].strip() or bool(_OPENING.search(text, max(0, position - 6), position))


class Spelling:
    """How one text writes its words: which of them in lower case, which in capitals amid a sentence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lower = frozenset(_LOWER.findall(text))
        self._inner = frozenset(_CAPITAL.findall(text))
        self._surnames = frozenset(last for first, last in _FULL.findall(text) if lexicon().gender_of_name(first))

    def is_surname(self, word: str) -> bool:
        """Return whether the text has `word` behind a given name."""
        return word in self._surnames

    def is_lower(self, word: str) -> bool:
        """Return whether the text has `word` in lower case."""
        return word in self._lower

    def is_common(self, run: Sequence[Token]) -> bool:
        """Return whether the words are no name: "Voters" at the head of a sentence, a line all in capitals."""
        if len(run) == 2 and lexicon().gender_of_name(run[0].word):
            return False
        if len(run) > 1:
            return sum(len(token.word) >= _LOUD and token.word.isupper() for token in run) > 1
        word = run[0].word
        key = name_key(word)
        if word.isupper() and len(word) >= _LOUD and (key in self._lower or _is_noun(key)):
            return True
        if word in self._inner or word in self._surnames or not opens_sentence(self.text, run[0].start):
            return False
        if lexicon().gender_of_name(word) is None and key not in lexicon().places and self._describes(run[0], key):
            return True
        return key in self._lower or key in listed("role_modifiers") | listed("openers") or _is_noun(key)

    def _describes(self, token: Token, key: str) -> bool:
        """Return whether a word is an adverb, or an adjective before its noun: "Additional queries"."""
        if key.endswith("ly"):
            return True
        after = _NEXT.match(self.text, token.end)
        return bool(_ADJECTIVE.search(key) and after and after[1] not in lexicon().not_nouns)


def is_many(words: Sequence[str]) -> bool:
    """Return whether a name is of people in the plural: "Democrats", "Russians", "Ostrin Conservatives"."""
    singular = words[-1].removesuffix("s")
    if singular == words[-1] or words[-1].isupper():
        return False
    last = singular.rsplit("-", 1)[-1]
    return lexicon().is_role(singular) or last.casefold() in lexicon().people or is_demonym(last)


def _is_noun(key: str) -> bool:
    words = lexicon()
    singular = key.removesuffix("s")
    plural = singular != key and (words.is_role(singular) or singular in words.people)
    return key in words.unnamed_heads or key in words.organisation_nouns or words.is_work(key) or plural
