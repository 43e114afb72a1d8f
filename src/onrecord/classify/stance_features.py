"""What the classifier of stances looks at: few, general features of a statement and of the issue it is about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.classify.features import Features
from onrecord.classify.lexicon import content_kinds, cue_kinds, tokens
from onrecord.meaning import soft_overlap
from onrecord.record import ActorKind, Span, Statement, StatementType
from onrecord.text.verbs import verb_forms

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SHORT_NOT = re.compile(r"n['’]t\b")
LONGEST = 60
"""Words of a content that are looked at: what a statement is for or against is mostly told at its beginning."""
NEAR = 40
"""Words of it whose kinds are looked at that tell types."""
_REACH = 800

_OF_CUE = {
    "praise": ("type",),
    "wants": ("type", "reversal", "negation"),
    "admits": ("issue",),
    "against": ("issue", "type"),
    "charges": ("issue",),
    "negation": (),
}
"""Kinds of words of the cue, and what each is crossed with."""

_OF_CONTENT = {
    "good": ("issue",),
    "bad": ("issue",),
    "negation": ("issue", "type", "mood"),
    "reversal": ("issue", "type"),
}

_ENDS = frozenset({"negation", "reversal"})
"""Kinds of words of a content that speak for an issue which is the end of something, so that they tell no side."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement and an issue, as what the features ask of them.

    `acts` and `tone` are the kinds of words of cue and content that tell types, which tell stances beside the type.
    """

    type: str
    issue: str
    mood: str
    cue: frozenset[str]
    content: frozenset[str]
    tells: bool
    acts: frozenset[str]
    tone: frozenset[str]

    def value(self, name: str) -> str:
        """Return what a feature is crossed with: the type, the issue's kind, the mood, or whether a kind is there."""
        if name in ("type", "issue", "mood"):
            return str(getattr(self, name))
        return f"{name}={name in self.content}"


def stance_features(statement: Statement, issue: str, kind: StatementType) -> Features:
    """Return the features of a statement, taken as one of the type `kind`, about `issue`, a short noun phrase."""
    read, attribution = _read(statement, issue, kind), statement.attribution
    found: Features = dict.fromkeys(_named(read), 1.0)
    found[f"form={attribution.form.value}"] = 1.0
    if not attribution.source:
        found["no source"] = 1.0
    overlap = soft_overlap(issue, " … ".join(span.words[:_REACH] for span in attribution.content))[0]
    found["overlap"] = found[f"overlap {read.type}"] = overlap
    found.update((f"overlap {kind}", overlap) for kind in ("negation", "bad") if kind in read.content)
    return found


def _named(read: _Read) -> Iterator[str]:
    yield from (f"type={read.type}", f"issue={read.issue}", f"type={read.type} issue={read.issue}")
    yield from (f"mood={read.mood}", f"mood={read.mood} {read.issue}", f"mood={read.mood} {read.type}")
    for role, present, crossed in (("cue", read.cue, _OF_CUE), ("content", read.content, _OF_CONTENT)):
        for kind, others in crossed.items():
            if kind in present:
                yield f"{role}:{kind}"
                yield from (f"{role}:{kind} {read.value(other)}" for other in others)
    yield from (f"cue kind={kind}" for kind in read.acts)
    yield from (f"content kind={kind}" for kind in read.tone)
    if read.tells:
        yield from ("tells", f"tells {read.type}", f"tells {read.issue}")


def _read(statement: Statement, issue: str, kind: StatementType) -> _Read:
    attribution, about = statement.attribution, _words((issue,))
    cue, source = _words(_texts(attribution.cue)), _words(_texts(attribution.source))
    content = _words(_texts(attribution.content))[:LONGEST]
    told = frozenset(name for name in _OF_CONTENT if _any(content, name))
    good, bad = (sum(word in _kinds()[name] for word in content) for name in ("good", "bad"))
    unnamed = statement.speaker is not None and statement.speaker.kind is ActorKind.UNNAMED
    return _Read(
        type=kind.value,
        issue=next((name for name in ("misdeed", "removal") if _any(about, name)), "plain"),
        mood="good" if good > bad else "bad" if bad > good else "even",
        cue=frozenset(name for name in _OF_CUE if _any(cue, name)),
        content=told - _ENDS if _any(about, "ending") else told,
        tells=unnamed or _any(source, "tellers"),
        acts=frozenset(name for word in tokens(attribution.cue) for name in cue_kinds().get(word, ())),
        tone=frozenset(name for word in tokens(attribution.content)[:NEAR] for name in content_kinds().get(word, ())),
    )


def _texts(spans: Iterable[Span]) -> Iterator[str]:
    return (span.words[:_REACH] for span in spans)


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in _WORD.findall(_SHORT_NOT.sub(" not", text.lower()))]


def _any(words: Iterable[str], kind: str) -> bool:
    return not _kinds()[kind].isdisjoint(words)


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """Return the bundled kinds of words, verbs in all their forms."""
    table = tomllib.loads((files("onrecord") / "resources" / "stance.toml").read_text(encoding="utf-8"))
    return {kind: verb_forms(words.split()) for kind, words in table.items()}
