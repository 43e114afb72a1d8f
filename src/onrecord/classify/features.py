"""What the classifiers look at: an attribution's cue, source and content as named features."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from onrecord.record import Attribution, Span
from onrecord.text.verbs import verb_forms

Features = dict[str, float]
"""Name → value. A name that a model has no weight for counts nothing."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
LONGEST = 40
"""Words of a role that are looked at, at most."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("onrecord") / "resources" / "features.toml").read_text(encoding="utf-8"))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return for each stem of the bundled kinds of words which kinds it is of."""
    found: dict[str, set[str]] = {}
    for kind, words in _table()["kinds"].items():
        for word in verb_forms(words.split()):
            found.setdefault(stem(word), set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def listed(name: str) -> frozenset[str]:
    """Return a bundled list of words by its name, case folded."""
    return frozenset(_table()[name].split())


def features(attribution: Attribution, *, retold: bool = False) -> Features:
    """Return the features of an attribution.

    `retold` is whether another attribution within its content says nearly all of it, so that this one only relays.
    """
    found: Features = dict.fromkeys(_named(attribution), 1.0)
    chance = min(max(attribution.confidence, 0.01), 0.99)
    found["confidence"] = math.log(chance / (1 - chance))
    found["length"] = math.log(1 + sum(len(words_in((span,))) for span in attribution.content))
    if retold:
        found["retold"] = 1.0
    return found


def words_in(spans: Sequence[Span]) -> list[str]:
    """Return the first words of `spans`, case folded."""
    return [word for span in spans for word in _WORD.findall(span.words[:400].casefold())][:LONGEST]


def _named(attribution: Attribution) -> Iterator[str]:
    cue, source, content = (words_in(spans) for spans in (attribution.cue, attribution.source, attribution.content))
    verb, begins = main_word(cue), _beginning(content)
    whose = holder(source, attribution.source)
    shape, form = _shape(cue), f"form={attribution.form.value}"
    act = f"act={attribution.act.value if attribution.act else 'unknown'}"
    yield from (form, act, f"{form} {act}")
    yield f"source={whose}"
    yield f"verb={verb}"
    yield f"verb={verb} source={whose}"
    for kind in sorted(_kinds().get(verb, ("other",))):
        yield f"kind={kind}"
        yield f"kind={kind} source={whose}"
        yield f"kind={kind} content={begins}"
        yield f"kind={kind} shape={shape}"
    yield f"verb={verb} content={begins}"
    yield f"content={begins}"
    yield f"parts={min(len(attribution.content), 3)}"
    yield f"cue begins={cue[0] if cue else ''}"
    yield f"cue ends={cue[-1] if cue else ''}"
    yield f"cue length={min(len(cue), 5)}"
    yield from (f"cue has={word}" for word in set(cue))
    yield from (f"cue has={a} {b}" for a, b in pairwise(cue))
    yield from (f"source has={word}" for word in set(source[-3:]))
    yield from (f"content has={word}" for word in set(content[:3]))
    yield f"shape={shape}"
    if attribution.via:
        yield "nested"
    if not attribution.cue:
        yield "no cue"
    elif attribution.cue[0].words.strip() in (":", "—", "–", "-"):
        yield "cue=mark"
    if attribution.cue and attribution.content and attribution.cue[0].start > attribution.content[0].start:
        yield "cue after content"


def main_word(cue: Sequence[str]) -> str:
    """Return the word of a cue that carries its meaning: without auxiliaries, negation and adverbs; "" without one."""
    passed = listed("auxiliary") | listed("modal") | listed("negated") | listed("adverb") | {"to"}
    for word in cue:
        if word not in passed and not (word.endswith("ly") and len(word) > 3):
            return stem(word)
    return cue[0] if cue else ""


def stem(word: str) -> str:
    """Return a verb or noun without its commonest endings, so that "said" stays and "warned" meets "warns"."""
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            rest = word[: -len(ending)]
            return rest[:-1] if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "ls" else rest
    return word


def _shape(cue: Sequence[str]) -> str:
    """Return the cue's verb form in a word: modal, infinitive, participle, negated or plain."""
    if any(word in listed("negated") or word.endswith(("n't", "n’t")) for word in cue):
        return "negated"
    if any(word in listed("modal") for word in cue):
        return "modal"
    if cue and cue[0] == "to":
        return "infinitive"
    if cue and cue[0].endswith("ing"):
        return "participle"
    return "passive" if any(word in listed("auxiliary") for word in cue[:-1]) and cue[-1].endswith("ed") else "plain"


def holder(source: Sequence[str], spans: Sequence[Span]) -> str:
    """Return what kind of words a source is: none, pronoun, first person, a text, a name or another noun."""
    if not source:
        return "none"
    if len(source) == 1 and source[0] in listed("pronoun"):
        return "pronoun"
    if source[0] in listed("first_person") and len(source) == 1:
        return "first person"
    if any(word in listed("texts") for word in source[:6]):
        return "text"
    last = spans[-1].words.split()
    return "name" if last and last[0][:1].isupper() and source[0] not in listed("determiner") else "noun"


def _beginning(content: Sequence[str]) -> str:
    """Return how a content begins: that, to, whether, a question word, a determiner, or other."""
    if not content:
        return "none"
    first = content[0]
    if first in ("that", "to", "whether", "if"):
        return first if first != "if" else "whether"
    if first in ("what", "why", "how", "when", "where", "who", "which"):
        return "wh"
    if first in listed("determiner"):
        return "determiner"
    return (
        "short" if len(content) < 4 else "pronoun" if first in listed("pronoun") | listed("first_person") else "other"
    )
