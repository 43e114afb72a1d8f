"""Roles under the name of the body that a document means: "the company's director" is a director of Strait Lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.record.actor import Actor, ActorKind
from onrecord.record.span import Span
from onrecord.resolve.authority import Authority, EntryKind
from onrecord.resolve.identity.lookups import find
from onrecord.resolve.lexicon import is_a_place, lexicon, listed
from onrecord.resolve.roles import is_body_noun
from onrecord.text.names import name_key

_OWNED = re.compile(r"(?:[^’']* )?(?P<owner>[a-z][a-z-]*)[’']s? (?P<post>[a-z].*)", re.DOTALL)
_OF = re.compile(r"(?P<post>.+) (?:of|for|at) the (?P<owner>[a-z][a-z-]*)", re.DOTALL)
_ITS = re.compile(r"(?:.*\b)?(?:its|Its) (?P<post>.+)", re.DOTALL)
_APPOSED = re.compile(r"\b[Tt]he (?P<owner>[a-z][a-z-]*), $")
"""What stands before "its director": "for the company, its director, Ana Orl"."""

_ALONE = frozenset({"chief executive", "chief executive officer", "ceo"})
"""Posts that a company has: without a word of whose, of the only company that speaks in the document."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies among a document's actors, by their full names, with where each is mentioned, in order.

    `companies` are those among them that may be a company.
    """

    places: tuple[tuple[int, str], ...]
    companies: frozenset[str]

    @classmethod
    def of(cls, actors: Iterable[Actor], called: Mapping[str, str], authority: Authority) -> Bodies:
        """Return those of `actors` that are bodies; `called` is by an actor's id its full name."""
        named = [a for a in actors if a.kind is ActorKind.ORGANISATION and called[a.id][:1].isupper()]
        places = sorted((mention.start, called[actor.id]) for actor in named for mention in actor.mentions)
        told = Counter(name for _, name in places)
        # A word met once may be any word that opens a sentence.
        names = (name for name, times in told.items() if " " in name or times > 1)
        return cls(tuple(places), frozenset(name for name in names if _may_be_company(name, authority)))

    def meant(self, noun: str) -> str | None:
        """Return the only body that a noun may stand for: "the authority", "the company"; None without or of two."""
        named = {name for _, name in self.places if noun in map(name_key, name.split())}
        found = self.companies if noun in listed("companies") and not named else named
        return next(iter(found)) if len(found) == 1 else None

    def last_before(self, position: int) -> str | None:
        """Return the body mentioned last before a place of the text."""
        return next((name for start, name in reversed(self.places) if start < position), None)


def posts(actor: Actor, bodies: Bodies, text: str) -> Iterator[str]:
    """Yield the words of an actor's roles, each with the name of the body whose it is where the document tells."""
    for role in actor.roles:
        post, body = _parted(role, bodies, text) if actor.kind is ActorKind.PERSON else ("", None)
        yield f"{post} of {body}" if body is not None else role.words


def _parted(role: Span, bodies: Bodies, text: str) -> tuple[str, str | None]:
    """Return a role without the word for its body, and the body."""
    owned = _OWNED.fullmatch(role.words)
    if owned is not None and is_body_noun(owned["owner"]):
        meant = bodies.meant(owned["owner"])
        return owned["post"], meant or (_trade(text) if owned["owner"] in listed("companies") else None)
    of = _OF.fullmatch(role.words)
    if of is not None and is_body_noun(of["owner"]) and (meant := bodies.meant(of["owner"])) is not None:
        return of["post"], meant
    its = _ITS.fullmatch(role.words)
    if its is not None:
        apposed = _APPOSED.search(text, max(0, role.start - 40), role.start)
        owner = bodies.meant(apposed["owner"]) if apposed else bodies.last_before(role.start)
        return its["post"], owner
    return role.words, bodies.meant("company") if role.words.casefold() in _ALONE else None


@lru_cache(maxsize=8)
def _trade(text: str) -> str | None:
    """Return the words for the only company of a trade that the text describes: "the state railway"; None of two."""
    found = {match["noun"]: match["body"] for match in sorted(_trades().finditer(text), key=lambda m: len(m["body"]))}
    return f"the {next(iter(found.values()))}" if len(found) == 1 else None


@cache
def _trades() -> re.Pattern[str]:
    nouns = (lexicon().bodies("company") & lexicon().organisation_nouns) - listed("companies") - listed("corporate")
    return re.compile(rf"\b[Tt]he (?P<body>(?:[a-z][a-z-]{{0,20}} ){{0,2}}(?P<noun>{'|'.join(sorted(nouns))}))\b")


def _may_be_company(name: str, authority: Authority) -> bool:
    """Return whether a name may be a company's: no place, government or outlet, and no word of it is another body's."""
    keys = {name_key(word) for word in name.split()}
    known = any(entry.kind is not EntryKind.ORGANISATION for entry in find(name, authority))
    return not (is_a_place(name) or known or (keys & lexicon().organisations) - listed("corporate"))
