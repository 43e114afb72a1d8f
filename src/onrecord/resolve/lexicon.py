"""The word lists by which speakers are recognised, from ``resources/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Lines = tuple[frozenset[str], ...]
"""Sets of words that may stand for one another."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of words, all case folded and without final stops; see ``resources/speakers.toml``."""

    roles: frozenset[str]
    kin: frozenset[str]
    epithets: frozenset[str]
    people: frozenset[str]
    same_office: Lines
    organisations: frozenset[str]
    same_body: Lines
    organisation_nouns: frozenset[str]
    works: Lines
    filings: Lines
    utterances: Lines
    unnamed_heads: frozenset[str]
    not_names: frozenset[str]
    not_nouns: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    nicknames: Lines
    places: frozenset[str]

    def is_role(self, word: str) -> bool:
        """Return whether `word` is a noun of office or trade, in the singular or plural."""
        key = word.rstrip(".").casefold()
        return key in self.roles or key.split("-")[-1] in self.roles

    def offices(self, word: str) -> frozenset[str]:
        """Return the words that may stand for the office `word`, itself included."""
        return _alike(word, self.same_office)

    def bodies(self, word: str) -> frozenset[str]:
        """Return the words of names that the noun `word` may stand for, itself included."""
        return _alike(word, self.same_body)

    def works_like(self, word: str) -> frozenset[str]:
        """Return what else a text or suit called `word` may be called, itself included; nothing for any other word."""
        return _alike(word, (*self.works, *self.filings, *self.utterances)) if self.is_work(word) else frozenset()

    def is_work(self, word: str) -> bool:
        """Return whether `word` is a noun for something written, spoken or filed."""
        return any(word in line for line in (*self.works, *self.filings, *self.utterances))

    def is_filing(self, word: str) -> bool:
        """Return whether `word` is a noun for something filed in court."""
        return any(word in line for line in self.filings)

    def is_utterance(self, word: str) -> bool:
        """Return whether `word` is a noun for what somebody says or writes at one time."""
        return any(word in line for line in self.utterances)

    def forms_of(self, given: str) -> frozenset[str]:
        """Return the forms of a given name, itself included: "bob" and "robert"."""
        return _alike(given, self.nicknames)

    def gender_of_name(self, word: str) -> str | None:
        """Return "m" or "f" for a given name that is one, None where it is neither or both."""
        key = word.rstrip(".").casefold()
        male, female = key in self.male, key in self.female
        return None if male == female else "m" if male else "f"

    def gender_of_title(self, word: str) -> str | None:
        """Return "m" or "f" for a title or noun that tells, None for any other."""
        key = word.rstrip(".").casefold()
        return "m" if key in self.male_titles else "f" if key in self.female_titles else None


def _alike(word: str, lines: Lines) -> frozenset[str]:
    key = word.rstrip(".").casefold()
    return frozenset({key}).union(*(line for line in lines if key in line))


@cache
def _speakers() -> dict[str, Any]:
    return tomllib.loads((files("onrecord") / "resources" / "speakers.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of one of the small lists of ``speakers.toml``."""
    return frozenset(_speakers()["lists"][name].split())


def is_a_place(name: str) -> bool:
    """Return whether `name` is a country, a region, a capital or a seat of government."""
    return name.casefold() in lexicon().places


@cache
def lexicon() -> Lexicon:
    """Return the bundled lexicon, read once."""
    folder = files("onrecord") / "resources"
    speakers = _speakers()
    places = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))

    def words(name: str) -> frozenset[str]:
        return frozenset(speakers[name].split())

    def lines(name: str) -> Lines:
        return tuple(frozenset(line.split()) for line in speakers[name])

    return Lexicon(
        roles=words("roles"),
        kin=words("kin"),
        epithets=words("epithets"),
        people=words("epithets") | words("people"),
        same_office=lines("same_office"),
        organisations=words("organisations"),
        same_body=lines("same_body"),
        organisation_nouns=words("organisation_nouns"),
        works=lines("works"),
        filings=lines("filings"),
        utterances=lines("utterances"),
        unnamed_heads=words("unnamed_heads"),
        not_names=words("not_names"),
        not_nouns=words("not_nouns"),
        nicknames=lines("nicknames"),
        male=frozenset(speakers["given_names"]["male"].split()),
        female=frozenset(speakers["given_names"]["female"].split()),
        male_titles=frozenset(speakers["titles"]["male"].split()),
        female_titles=frozenset(speakers["titles"]["female"].split()),
        places=frozenset(name for names in (*places.values(), speakers["regions"]) for name in names),
    )
