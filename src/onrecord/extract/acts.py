"""Communicated or only thought: what a cue ascribes, told by the word in it that tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.record import Act, Form
from onrecord.text.verbs import verb_forms

# Of 200 attributions of PolNeAR dev, labelled by reading before this module had seen them, 97 % were told
# right (96 % of their different cues; thoughts: precision .92, recall .85), and a word tells in 92 % of the
# corpus's cues. eval/gold/acts-dev.jsonl holds the labels; lists have grown by what was wrong there.
_WORD = re.compile(r"\w+(?:[’'-]\w+)*|[’']\w+")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Words:
    """The bundled words, case folded, in all their forms."""

    acts: dict[str, Act]
    ambiguous: frozenset[str]
    raising: frozenset[str]
    skipped: frozenset[str]
    phrases: tuple[tuple[str, Act], ...]


def act_of(cue: str, form: Form = Form.INDIRECT, source: str = "") -> Act:
    """Return whether `cue` says that something was communicated, or ascribes a thought, wish or perception.

    The first word that tells decides, auxiliaries, negation, adverbs and verbs such as "seem"
    before another one left aside: "is expected to" is a thought, "seemed to suggest" is none. A content
    that is quoted throughout was said, by a cue that may mean either: “It frightens me,” worried
    Lorn. A cue without any word that tells (a colon, an unknown verb) communicates, unless it is a
    preposition and the `source` tells: "in" with the source "her view".
    """
    word = telling_word(cue)
    if word is None and cue.strip().casefold() in _PREPOSITIONS:
        word = telling_word(source)
    if word is None:
        return Act.COMMUNICATED
    if form is Form.DIRECT and word in words().ambiguous:
        return Act.COMMUNICATED
    return words().acts[word]


def telling_word(cue: str) -> str | None:
    """Return the word, or phrase, of `cue` by which it is told what it ascribes, None if none tells."""
    bundled = words()
    folded = " ".join(cue.casefold().split())
    for phrase, _ in bundled.phrases:
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", folded):
            return phrase
    found: list[str] = _WORD.findall(folded)
    weak, first = None, True
    for word in found:
        if word in bundled.skipped:
            continue
        particle, first = not first and word in _PARTICLES, False
        if particle or word not in bundled.acts:
            continue
        if word not in bundled.raising:
            return word
        weak = weak or word
    return weak


_PREPOSITIONS = frozenset({"in", "to", "for", "by", "from", "of"})
_PARTICLES = frozenset({"back", "like", "open", "set", "close", "press"})
"""Behind another word these belong to it: pushed back, looks like."""


@cache
def words() -> Words:
    """Return the bundled words, read once."""
    table = tomllib.loads((files("onrecord") / "resources" / "acts.toml").read_text(encoding="utf-8"))
    lists = {name: value.split() for name, value in table.items() if isinstance(value, str)}
    acts: dict[str, Act] = {}
    for act in (Act.COMMUNICATED, Act.THOUGHT):
        acts |= dict.fromkeys(verb_forms(lists[act.value]), act)
    for act in (Act.COMMUNICATED, Act.THOUGHT):
        acts |= dict.fromkeys(_plurals(lists[f"{act.value}_nouns"]), act)
    acts |= dict.fromkeys(lists["thought_adjectives"], Act.THOUGHT)
    phrases = tuple((phrase, act) for act in Act for phrase in table["phrases"][act.value])
    return Words(
        acts=acts | dict(phrases),
        ambiguous=verb_forms(lists["ambiguous"]) & acts.keys(),
        raising=verb_forms(lists["raising"]),
        skipped=frozenset(lists["skipped"]),
        phrases=phrases,
    )


def _plurals(nouns: Iterable[str]) -> Iterator[str]:
    for noun in nouns:
        yield noun
        yield noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in _VOWELS else noun + "s"
