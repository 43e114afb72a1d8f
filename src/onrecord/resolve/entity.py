"""An actor of a document while it is being put together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from onrecord.record import ActorKind
from onrecord.resolve.known import countries_in
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name
from onrecord.resolve.roles import Place, is_body, role_after, role_ahead
from onrecord.text.names import name_key

_OWNER = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|[\w.-]+(?:[’']s|s[’']))[ \u00a0]$")
"""Whose somebody is, right before the role: "his lawyer", "Lorn's lawyer"."""


_PARTY = re.compile(r"[ \u00a0]\(([DRI])-([^()\n]{2,16})\)")
_PARTIES = {"D": "democratic", "R": "republican", "I": "independent"}


@dataclass(frozen=True, slots=True)
class Held:
    """A role met with a name: the nouns that name it, and all its words, whose it is among them; case folded.

    `countries` are the codes of the countries named in it.
    """

    heads: frozenset[str]
    words: frozenset[str]
    countries: frozenset[str] = frozenset()

    @classmethod
    def read(cls, role: str, owner: str = "", of: str = "") -> Held:
        """Return the role that the words `role` are, `owner` before them and `of` after the name."""
        words = [name_key(word) for word in role.replace(",", " ").split()]
        last_owner = max((i for i, word in enumerate(words) if bare(word) != word.replace(".", "")), default=-1)
        end = next((i for i, word in enumerate(words) if i > last_owner and word in listed("complements")), len(words))
        heads = frozenset(word for word in words[last_owner + 1 : end] if lexicon().is_role(word))
        told = [bare(word) for word in f"{owner}{role} {of}".replace(",", " ").casefold().split()]
        return cls(heads, frozenset(told), countries_in(told))

    @property
    def lesser(self) -> frozenset[str]:
        """The words that make another office of it: "vice" president, "former" minister."""
        return self.words & listed("lesser")


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of a document while it is being put together.

    `key` are the words of its fullest name as they are compared, or one key of a description. `held`
    are the roles met with it. `sure` is whether its kind is borne out,
    `named` whether it has a name of its own, `several` whether its description is in the plural.
    Mentions and roles are ranges of the text, mentions in order.
    """

    key: tuple[str, ...]
    name: str
    kind: ActorKind | None
    first: int
    mentions: list[Place] = field(default_factory=list)
    roles: list[Place] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    gender: str | None = None
    suffix: str = ""
    sure: bool = True
    named: bool = True
    several: bool = False
    forms: Counter[str] = field(default_factory=Counter)

    def mention(self, place: Place) -> None:
        """Take in one place where the entity is spoken of."""
        _add(self.mentions, place)

    def add(self, name: Name, text: str) -> None:
        """Take in one mention by name, and the roles beside it."""
        self.mention((name.start, name.end))
        self.forms[name.text(text)] += 1
        if name.kind is not None and self.kind is None:
            self.kind = name.kind
        if self.kind is ActorKind.ORGANISATION:
            return
        if self.kind is None and is_body(name.start, name.end, text):
            self.kind = ActorKind.ORGANISATION
            return
        for role in (name.role, role_after(name.end, text), role_ahead(name.start, name.end, text)):
            if role is not None and _add(self.roles, role):
                self._hold(role, name.of if role == name.role else None, text)

        party = _PARTY.match(text, name.end)
        if party is not None:
            self.held.append(Held.read(f"{_PARTIES[party[1]]} lawmaker {party[2]}"))

    def _hold(self, role: Place, of: Place | None, text: str) -> None:
        owner = _OWNER.search(text, max(0, role[0] - 40), role[0])
        held = Held.read(text[slice(*role)], owner[0] if owner else "", text[slice(*of)] if of else "")
        if held not in self.held:
            self.held.append(held)
        self.gender = next(filter(None, map(lexicon().gender_of_title, held.heads)), None) or self.gender

    def last_before(self, position: int) -> int | None:
        """Return where the last mention before `position` starts, None if there is none."""
        return max((start for start, _ in self.mentions if start < position), default=None)

    def rename(self) -> None:
        """Take for the name the fullest form that begins with a given name, where a fuller one has words before it."""
        given = [form for form in self.forms if lexicon().gender_of_name(form.split(" ", 1)[0]) and " " in form]
        if self.kind is ActorKind.PERSON and given and not lexicon().gender_of_name(self.name.split(" ", 1)[0]):
            best = max(given, key=lambda form: (len(form.split()), self.forms[form]))
            if self.name.endswith(best):
                self.name = best

    @property
    def is_kin(self) -> bool:
        """Whether all that is told of its roles is whose kin it is."""
        kin = lexicon().kin
        return bool(self.held) and all(kin & held.heads for held in self.held)


def _add(places: list[Place], place: Place) -> bool:
    """Leave `place` in the sorted `places`; return whether it was new."""
    index = bisect_left(places, place)
    if index < len(places) and places[index] == place:
        return False
    places.insert(index, place)
    return True


def bare(word: str) -> str:
    """Return a word without a possessive ending and the stops of an abbreviation."""
    for ending in ("’s", "'s", "’", "'"):
        word = word.removesuffix(ending)
    return word.rstrip(".").replace(".", "") if len(word) > 3 else word.rstrip(".")
