"""Which kinds of words tell the type of a statement: read from ``resources/types.toml``, and words cut to meet it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from onrecord.record import Span
from onrecord.text.verbs import verb_forms

_TOKEN = re.compile(r"\b[Oo]pen to\b|\w+(?:[’'-]\w+)*|[’']ll\b|[?!;.:,“”\"]|''")
LONGEST = 90
"""Words and marks of a role that are looked at, at most."""
_REACH = 700

Kinds = Mapping[str, frozenset[str]]
"""Word → the kinds that it is of."""


def tokens(spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the words and marks of `spans`, case folded, with straight apostrophes."""
    found = (low(token) for span in spans for token in _TOKEN.findall(span.words[:_REACH]))
    return tuple(token for _, token in zip(range(LONGEST), found, strict=False))


def low(word: str) -> str:
    """Return `word` as the lists have it; "open to", which is another thing than to open, is one word there."""
    return word.casefold().replace("’", "'").replace(" ", "-")


@cache
def cue_kinds() -> Kinds:
    """Return what kinds of acts the words of cues tell, in all forms of verbs."""
    return _by_word({kind: verb_forms(words) for kind, words in _table("cue").items()})


@cache
def content_kinds() -> Kinds:
    """Return what kinds the words of contents are of."""
    return _by_word(_table("content"))


@cache
def grammar(name: str) -> frozenset[str]:
    """Return one list of the words that the grammar of a clause is read by."""
    return frozenset(_table("grammar")[name])


def negates(word: str) -> bool:
    """Return whether a word negates."""
    return word in grammar("negation") or word.endswith("n't")


@cache
def _table(name: str) -> Mapping[str, Sequence[str]]:
    table = tomllib.loads((files("onrecord") / "resources" / "types.toml").read_text(encoding="utf-8"))
    return {kind: words.split() for kind, words in table[name].items()}


def _by_word(kinds: Mapping[str, Iterable[str]]) -> Kinds:
    found: dict[str, set[str]] = {}
    for kind, words in kinds.items():
        for word in words:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(each) for word, each in found.items()}
