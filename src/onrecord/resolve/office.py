"""An office as a description tells of it, and whether a role met with a name is that office."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.resolve.authority import OfficeKind
from onrecord.resolve.entity import Entity, Held, bare
from onrecord.resolve.known import countries_in, held_offices, offices_of, same_country
from onrecord.resolve.lexicon import listed
from onrecord.resolve.reference import Reference


@dataclass(frozen=True, slots=True)
class Wanted:
    """An office described: the nouns for it, what else is told of it, the codes of countries among that."""

    offices: frozenset[str]
    modifiers: frozenset[str]
    countries: frozenset[str]
    kinds: tuple[OfficeKind, ...]

    @property
    def more(self) -> bool:
        """Whether more is told than a country and what kind of minister or secretary it is."""
        told = self.modifiers - {"prime", "foreign", "state", "former"}
        return any(not countries_in([word]) for word in told) and not (told and countries_in(sorted(told)))

    @classmethod
    def read(cls, reference: Reference, offices: frozenset[str]) -> Wanted:
        """Return the office that a description names."""
        modifiers = reference.modifiers - listed("free_modifiers")
        words = [bare(word) for word in reference.span.words.casefold().split()]
        return cls(offices, modifiers, countries_in(words), offices_of(reference.head, modifiers))

    def borne_by(self, held: Held) -> bool:
        """Return whether a role met is this office: Russia counts for Russian, CIA for its words.

        A vice-president or former president is not "the president".
        """
        if not self.offices & held.heads or not held.lesser <= self.modifiers:
            return False
        if self.countries and self.countries <= held.countries:
            return True
        return all(
            m in held.words or any(same_country(m, word) for word in held.words) or _spelt(m, held.words)
            for m in self.modifiers
        )

    def may_be(self, entity: Entity) -> bool:
        """Return whether nothing known of a person speaks against the country described."""
        known = {code for _, code in held_offices(entity.name)}
        return not (known and self.countries) or bool(known & self.countries)


def _spelt(acronym: str, words: frozenset[str]) -> bool:
    """Return whether each letter of an acronym begins one of the words."""
    letters = acronym.replace(".", "")
    initials = {word[0] for word in words if word}
    return 2 < len(letters) < 6 and len(words) > len(letters) and all(letter in initials for letter in letters)


def parties_of(held: Held) -> frozenset[str]:
    """Return the parties that the words of a role name."""
    return frozenset(filter(None, map(party_of, held.words)))


def party_of(word: str) -> str:
    """Return the party that a word names, "" if none: "democrat" for "democratic" and "democrats"."""
    if word == "gop":
        return "republican"
    return next((party for party in listed("parties") if word in (party, party + "s", party + "ic")), "")
