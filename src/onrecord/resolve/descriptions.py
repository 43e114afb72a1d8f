"""From a description to who is described: "the Lornish leader", "the ministry", "his spokesman", "the people"."""

from __future__ import annotations

import re

from onrecord.record import ActorKind
from onrecord.resolve.cast import AHEAD, OPENING, Cast
from onrecord.resolve.companies import companies
from onrecord.resolve.entity import Entity, Held
from onrecord.resolve.known import held_offices
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.office import Wanted, parties_of, party_of
from onrecord.resolve.pronouns import is_one
from onrecord.resolve.reference import Reference, kind_of_description
from onrecord.text.names import name_key

_WORD = re.compile(r"[\w-]+")
_MINISTRY = re.compile(r"\b(?:his|her)[ \u00a0](?:own[ \u00a0])?ministry\b")


def described(cast: Cast, reference: Reference, owner: Entity | None) -> Entity | None:
    """Return who is described, by a name or a description met before; None if nobody met is.

    `owner` is whose the person or body is, where the description says so. Only what is definite
    points back: "the official", "his spokesman", "Lorn's office", but not "an official".
    """
    view, start = cast.view(reference.span.start), reference.span.start
    first = reference.span.words.split(" ", 1)[0].casefold()
    if not reference.definite and (view == start or first in ("a", "an", "my", "our", "your")):
        return None
    found = _from(cast, reference, owner, view)
    if found:
        return found
    # An article may open with "The party" and name it in the next sentence, and so may a paragraph.
    end = start
    if start <= OPENING:
        end += AHEAD
    elif kind_of_description(reference) is ActorKind.ORGANISATION:
        end += len(cast.text[start : start + AHEAD].split("\n", 1)[0])
    return _from(cast, reference, owner, end)


def _from(cast: Cast, reference: Reference, owner: Entity | None, position: int) -> Entity | None:
    """Return who is described, as far as those spoken of before `position` go."""
    if kind_of_description(reference) is ActorKind.ORGANISATION:
        return _body(cast, reference, owner, position)
    met = _met_as(cast, reference, owner, position)
    if reference.plural or (met is not None and reference.head in listed("anybody")):
        return met
    return _holder(cast, reference, owner, position) or met or _epithet(cast, reference, position)


def _met_as(cast: Cast, reference: Reference, owner: Entity | None, position: int) -> Entity | None:
    """Return who was described with the same noun before: "a senior official … the official"."""
    if owner is not None:
        return None
    head = reference.head
    same = [
        e
        for e in cast.described.values()
        if e.key[0] in (head, head.removesuffix("s")) and e.first < position and _within(reference, e)
    ]
    return cast.salience.best(same, position)


def _within(reference: Reference, entity: Entity) -> bool:
    words = set(entity.name.casefold().split())
    return all(word in words for word in reference.modifiers)


def _body(cast: Cast, reference: Reference, owner: Entity | None, position: int) -> Entity | None:
    """Return the body that "the ministry", "the Lornish newspaper" or the drivers' "their union" is."""
    theirs = reference.span.words.casefold() == f"their {reference.head}" and reference.head in listed("memberships")
    if not theirs and (owner is not None or reference.owner is not None):
        return None
    bodies = [e for e in cast.of_kind(ActorKind.ORGANISATION) if e.named and len(e.key) > 1]
    same = lexicon().bodies(reference.head)
    plain = reference.modifiers - listed("free_modifiers")
    named = [e for e in bodies if e.key[-1] == reference.head or reference.head in e.key]
    alike = [e for e in bodies if same & set(e.key)]
    met = _met_as(cast, reference, owner, position)
    for candidates in (named, [met] if met else [], alike):
        fitting = [e for e in candidates if e is met or plain <= set(e.key)]
        found = cast.salience.best(fitting, position)
        if found is not None:
            return found
    if plain or reference.head not in listed("companies"):
        return None
    described = [e for e in cast.described.values() if e.key[0] in same and e.kind is ActorKind.ORGANISATION]
    return cast.salience.best([*companies(cast, reference.head), *described], position)


def _holder(cast: Cast, reference: Reference, owner: Entity | None, position: int) -> Entity | None:
    """Return who holds the office described, None if nobody met does.

    First whoever was met with the office and all that describes it, then with the office alone:
    "the Sarnovian leader" may be "President Verek".
    """
    offices = _offices(reference)
    persons = [e for e in cast.people.persons() if any(offices & held.heads for held in e.held)]
    if owner is not None:
        owned = [e for e in persons if any(_owned(held.words, owner) for held in e.held if offices & held.heads)]
        return cast.salience.best([e for e in owned if e is not owner], position)
    ahead = position > max(reference.span.start, cast.view(reference.span.start))
    persons = [
        e for e in persons if any(_may_be_of(cast, reference, held, ahead) for held in e.held if offices & held.heads)
    ]
    wanted = Wanted.read(reference, offices)
    full = [e for e in persons if any(wanted.borne_by(held) for held in e.held)]
    found = cast.salience.best(full, position)
    if found is not None or not wanted.modifiers:
        return found or _known(cast, wanted, position) or _of_ministry(cast, reference, position)
    plain = offices | {"prime", "mr", "mrs", "ms", "the", "a"}
    simple = [e for e in persons if any(held.words <= plain for held in e.held) and wanted.may_be(e)]
    found = _known(cast, wanted, position) or cast.salience.best(simple, position)
    return found or (None if persons else _of_ministry(cast, reference, position))


def _of_ministry(cast: Cast, reference: Reference, position: int) -> Entity | None:
    """Return the minister of whom only "his ministry" tells that he is one: the only such person so far."""
    if reference.head != "minister":
        return None
    owners = (_owner_in(cast, match.start()) for match in _MINISTRY.finditer(cast.text, 0, position))
    found = {
        id(e): e for e in owners if e is not None and not any(held.heads - listed("honorifics") for held in e.held)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _owner_in(cast: Cast, position: int) -> Entity | None:
    """Return the only person named in the sentence before a place of the text."""
    named = cast.people.starting(cast.sentences.at(position)[0], position)
    persons = {id(e): e for e, _ in named if e.kind is ActorKind.PERSON}
    return next(iter(persons.values())) if len(persons) == 1 else None


def _may_be_of(cast: Cast, reference: Reference, held: Held, ahead: bool) -> bool:
    """Return whether a role met may be of the body that an office described is of.

    The health chief is no "boss of the drugs watchdog"; she may be "the head of the agency", which tells nothing more.
    A role without another word may be of any body, but not where it only comes up `ahead`.
    """
    if reference.owner is None:
        return True
    told = {name_key(word) for word in _WORD.findall(cast.text[slice(*reference.owner)])} - lexicon().not_names
    bodies = told & lexicon().organisation_nouns
    more = told - bodies
    if not bodies or not more or (held.words <= held.heads and not ahead):
        return True
    return bool(held.words & (more | frozenset().union(*map(lexicon().bodies, bodies))))


def _known(cast: Cast, wanted: Wanted, position: int) -> Entity | None:
    """Return who of those named is known to have held the office in the country described."""
    if wanted.more:
        return None
    known = ((entity, held_offices(entity.name)) for entity in cast.people.persons())
    return cast.salience.best(
        (
            entity
            for entity, offices in known
            if any(kind in wanted.kinds and code in (wanted.countries or {code}) for kind, code in offices)
        ),
        position,
    )


def _offices(reference: Reference) -> frozenset[str]:
    if "head of state" in reference.span.words.casefold():
        return lexicon().offices("head-of-state")
    return lexicon().offices(reference.head)


def _owned(words: frozenset[str], owner: Entity) -> bool:
    """Return whether the words of a role name `owner`, or a pronoun that may be."""
    return owner.key[-1] in words or bool(words & {"his", "her", "its", "their"})


def _epithet(cast: Cast, reference: Reference, position: int) -> Entity | None:
    """Return the person who stands out where "the billionaire" or "the 58-year-old" can be anybody."""
    if reference.owner is not None or reference.link:
        return None
    head = reference.head
    if head not in lexicon().epithets and not head.endswith("-old"):
        return None
    gender = lexicon().gender_of_title(head)
    persons = [e for e in cast.people.persons() if e.sure and (gender is None or e.gender in (gender, None))]
    if head in listed("anybody"):
        persons += [e for e in cast.of_kind(ActorKind.UNNAMED) if e.gender in (gender, None) and is_one(e)]
    parties = set(filter(None, map(party_of, (*reference.modifiers, head))))
    if parties:
        persons = [e for e in persons if any(parties <= parties_of(held) for held in e.held)]
    return cast.salience.best(persons, position, gender)
