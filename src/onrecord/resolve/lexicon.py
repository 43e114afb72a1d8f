"""The word lists by which speakers are recognised, from ``resources/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of words, all case folded and without final stops."""

    roles: frozenset[str]
    same_office: tuple[frozenset[str], ...]
    organisations: frozenset[str]
    organisation_nouns: frozenset[str]
    unnamed_heads: frozenset[str]
    not_names: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    places: frozenset[str]

    def is_role(self, word: str) -> bool:
        """Return whether `word` is a noun of office or trade, in the singular or plural."""
        key = word.rstrip(".").casefold()
        return key in self.roles or key.split("-")[-1] in self.roles

    def offices(self, word: str) -> frozenset[str]:
        """Return the words that may stand for the office `word`, itself included."""
        key = word.rstrip(".").casefold()
        return frozenset({key}).union(*(line for line in self.same_office if key in line))

    def gender_of_name(self, word: str) -> str | None:
        """Return "m" or "f" for a given name that is one, None where it is neither or both."""
        key = word.rstrip(".").casefold()
        male, female = key in self.male, key in self.female
        return None if male == female else "m" if male else "f"

    def gender_of_title(self, word: str) -> str | None:
        """Return "m" or "f" for a title or noun that tells, None for any other."""
        key = word.rstrip(".").casefold()
        return "m" if key in self.male_titles else "f" if key in self.female_titles else None


@cache
def lexicon() -> Lexicon:
    """Return the bundled lexicon, read once."""
    folder = files("onrecord") / "resources"
    speakers = tomllib.loads((folder / "speakers.toml").read_text(encoding="utf-8"))
    places = tomllib.loads((folder / "places.toml").read_text(encoding="utf-8"))
    return Lexicon(
        roles=frozenset(speakers["roles"].split()),
        same_office=tuple(frozenset(line.split()) for line in speakers["same_office"]),
        organisations=frozenset(speakers["organisations"].split()),
        organisation_nouns=frozenset(speakers["organisation_nouns"].split()),
        unnamed_heads=frozenset(speakers["unnamed_heads"].split()),
        not_names=frozenset(speakers["not_names"].split()),
        male=frozenset(speakers["given_names"]["male"].split()),
        female=frozenset(speakers["given_names"]["female"].split()),
        male_titles=frozenset(speakers["titles"]["male"].split()),
        female_titles=frozenset(speakers["titles"]["female"].split()),
        places=frozenset(name for names in places.values() for name in names),
    )
