"""From a description to who is described: "the Lornish leader", "the ministry", "his spokesman", "the people"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import ActorKind
from onrecord.resolve.authority import OfficeKind
from onrecord.resolve.cast import Cast
from onrecord.resolve.entity import Entity, Held, bare
from onrecord.resolve.known import countries_in, held_offices, offices_of, same_country
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.source import Reference, kind_of_description


def described(cast: Cast, reference: Reference, owner: Entity | None) -> Entity | None:
    """Return who is described, by a name or a description met before; None if nobody met is.

    `owner` is whose the person or body is, where the description says so. Only what is definite
    points back: "the official", "his spokesman", "Lorn's office", but not "an official".
    """
    view = cast.view(reference.span.start)
    first = reference.span.words.split(" ", 1)[0].casefold()
    if not reference.definite and (view == reference.span.start or first in ("a", "an")):
        return None
    kind = kind_of_description(reference)
    if kind is ActorKind.ORGANISATION:
        return _body(cast, reference, owner)
    if reference.plural:
        return _met_as(cast, reference, owner)
    return _holder(cast, reference, owner) or _met_as(cast, reference, owner) or _epithet(cast, reference)


def _met_as(cast: Cast, reference: Reference, owner: Entity | None) -> Entity | None:
    """Return who was described with the same noun before: "a senior official … the official"."""
    if owner is not None:
        return None
    position, head = cast.view(reference.span.start), reference.head
    same = [
        e
        for e in cast.described.values()
        if e.key[0] in (head, head.removesuffix("s")) and e.first < position and _within(reference, e)
    ]
    return cast.salience.best(same, position)


def _within(reference: Reference, entity: Entity) -> bool:
    words = set(entity.name.casefold().split())
    return all(word in words for word in reference.modifiers)


def _body(cast: Cast, reference: Reference, owner: Entity | None) -> Entity | None:
    """Return the body that "the ministry" or "the Lornish newspaper" is."""
    if owner is not None or reference.owner is not None:
        return None
    position = cast.view(reference.span.start)
    bodies = [e for e in cast.of_kind(ActorKind.ORGANISATION) if e.named and len(e.key) > 1]
    same = lexicon().bodies(reference.head)
    plain = reference.modifiers - listed("free_modifiers")
    named = [e for e in bodies if e.key[-1] == reference.head or reference.head in e.key]
    alike = [e for e in bodies if same & set(e.key)]
    for candidates in (named, alike):
        fitting = [e for e in candidates if plain <= set(e.key)] if plain else candidates
        found = cast.salience.best(fitting, position)
        if found is not None:
            return found
    return _met_as(cast, reference, owner)


def _holder(cast: Cast, reference: Reference, owner: Entity | None) -> Entity | None:
    """Return who holds the office described, None if nobody met does.

    First whoever was met with the office and all that describes it, then with the office alone:
    "the Sarnovian leader" may be "President Verek".
    """
    position = cast.view(reference.span.start)
    offices = _offices(reference)
    persons = [e for e in cast.people.persons() if any(offices & held.heads for held in e.held)]
    if owner is not None:
        owned = [e for e in persons if any(_owned(held.words, owner) for held in e.held if offices & held.heads)]
        return cast.salience.best([e for e in owned if e is not owner], position)
    wanted = Wanted.read(reference, offices)
    full = [e for e in persons if any(wanted.borne_by(held) for held in e.held)]
    found = cast.salience.best(full, position)
    if found is not None or not wanted.modifiers:
        return found or _known(cast, wanted, position)
    plain = offices | {"prime", "mr", "mrs", "ms", "the", "a"}
    simple = [e for e in persons if any(held.words <= plain for held in e.held) and wanted.may_be(e)]
    return _known(cast, wanted, position) or cast.salience.best(simple, position)


def _known(cast: Cast, wanted: Wanted, position: int) -> Entity | None:
    """Return who of those named is known to have held the office in the country described."""
    if not wanted.countries:
        return None
    sought = {(kind, code) for kind in wanted.kinds for code in wanted.countries}
    return cast.salience.best((e for e in cast.people.persons() if held_offices(e.name) & sought), position)


def _offices(reference: Reference) -> frozenset[str]:
    if "head of state" in reference.span.words.casefold():
        return lexicon().offices("head-of-state")
    return lexicon().offices(reference.head)


def _owned(words: frozenset[str], owner: Entity) -> bool:
    """Return whether the words of a role name `owner`, or a pronoun that may be."""
    return owner.key[-1] in words or bool(words & {"his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """An office described: the nouns for it, what else is told of it, the codes of countries among that."""

    offices: frozenset[str]
    modifiers: frozenset[str]
    countries: frozenset[str]
    kinds: tuple[OfficeKind, ...]

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


def _epithet(cast: Cast, reference: Reference) -> Entity | None:
    """Return the person who stands out where "the billionaire" or "the 58-year-old" can be anybody."""
    if reference.owner is not None or reference.link:
        return None
    head = reference.head
    if head not in lexicon().epithets and not head.endswith("-old"):
        return None
    gender = lexicon().gender_of_title(head)
    persons = [e for e in cast.people.persons() if gender is None or e.gender in (gender, None)]
    return cast.salience.best(persons, cast.view(reference.span.start), gender)
