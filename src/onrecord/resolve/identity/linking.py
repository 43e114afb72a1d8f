"""From an appearance to the authority's entry: who is meant, or who may be, with scores."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.actor import ActorKind
from onrecord.record.identity import Candidate
from onrecord.resolve.authority import Authority, Entry, EntryKind
from onrecord.resolve.identity.bodies import compare_bodies
from onrecord.resolve.identity.entries import weigh_entry
from onrecord.resolve.identity.evidence import DIFFERENT, SAME
from onrecord.resolve.identity.governments import government_named
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.lookups import by_surname, find
from onrecord.resolve.identity.offices import described
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.profile import Profile
from onrecord.resolve.identity.score import as_score

MARGIN = 1.0
"""Points by which the best entry must lead the next."""

SHOWN = 3
"""Candidates kept at most."""


@dataclass(frozen=True, slots=True)
class Link:
    """Who the authority says it is: an entry, or None with candidates, best first; the reason in words."""

    entry: Entry | None
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""


NOBODY = Link(None)


def link(profile: Profile, authority: Authority) -> Link:
    """Return the entry that a profile stands for. Doubt gives no entry but candidates."""
    kind = profile.appearance.kind
    if kind is ActorKind.PERSON:
        persons = _persons(profile, authority)
        return _choose(persons, profile, authority) if persons else _taken_for_person(profile, authority)
    if kind is ActorKind.ORGANISATION:
        return _body(profile, authority)
    return _holder(profile, authority) if kind is ActorKind.UNNAMED else NOBODY


def _taken_for_person(profile: Profile, authority: Authority) -> Link:
    """Return the organisation or outlet whose name a document gives somebody who has no role: "Munhwa Ilbo"."""
    kinds = (EntryKind.ORGANISATION, EntryKind.OUTLET)
    found = [entry for entry in find(profile.name, authority) if entry.kind in kinds]
    if profile.roles or len(found) != 1:
        return NOBODY
    return Link(found[0], (), f"{found[0].name}: the authority has this name")


def _holder(profile: Profile, authority: Authority) -> Link:
    """Return who held the office on that day that a description names: "the US president"."""
    holders = described(profile.name, profile.iso_day, authority)
    if len(holders) == 1:
        return Link(holders[0], (), f"{holders[0].name}: held the office described on that day")
    return Link(None, tuple(Candidate(e.id, e.name, 0.5, "held the office about that day") for e in holders[:SHOWN]))


def _persons(profile: Profile, authority: Authority) -> list[Entry]:
    """Return the persons whose name may be the profile's: found in full, or by a family name."""
    found = {e.id: e for name in profile.names for e in find(name, authority)}
    family = {" ".join(r.family) for name in profile.names for r in read_person(name)}
    last = {r.family[-1] for name in profile.names for r in read_person(name)}
    spoken = {name.split()[-1] for name in profile.names}
    found.update({e.id: e for word in sorted(family | last | spoken) for e in by_surname(word, authority)})
    return [found[key] for key in sorted(found) if found[key].kind is EntryKind.PERSON]


def _choose(entries: list[Entry], profile: Profile, authority: Authority) -> Link:
    found = ((*weigh_entry(entry, profile, authority), entry) for entry in entries)
    weighed = sorted((w for w in found if w[0] > DIFFERENT), key=lambda w: (-w[0], w[2].id))
    if not weighed:
        return NOBODY
    points, reason, best = weighed[0]
    second = weighed[1][0] if len(weighed) > 1 else -9.0
    if points >= SAME and points - second >= MARGIN:
        return Link(best, (), f"{best.name}: {reason}")
    return Link(None, tuple(Candidate(e.id, e.name, as_score(p), r) for p, r, e in weighed[:SHOWN]))


def _body(profile: Profile, authority: Authority) -> Link:
    """Return the body, outlet or country of an organisation's name; or the person in office that it names alone."""
    speaking = government_named(profile.name, profile.iso_day, authority)
    if speaking is not None:
        return Link(speaking, (), f"{speaking.name}: a country speaks through its government")
    named = {e.id: e for name in profile.names for e in find(name, authority) if _bears(e, name, profile, authority)}
    entries = [named[key] for key in sorted(named)]
    if len(entries) > 1:
        entries = _nearest(entries, profile)
    if len(entries) == 1:
        return Link(entries[0], (), f"{entries[0].name}: the authority has this name")
    if entries:
        share = round(1 / len(entries), 3)
        return Link(None, tuple(Candidate(e.id, e.name, share, "one of several of this name") for e in entries[:SHOWN]))
    seat = authority.seat(profile.name)
    if seat is not None:
        return Link(None, (Candidate(seat.id, seat.name, 0.5, f"{profile.name} is its seat and may stand for it"),))
    if may_be_person(profile.name):
        chosen = _choose(_persons(profile, authority), profile, authority)
        return chosen if chosen.entry is not None else NOBODY
    return NOBODY


def _bears(entry: Entry, name: str, profile: Profile, authority: Authority) -> bool:
    """Return whether a body's entry fits: an acronym of its does not if the long name is another's."""
    if entry.kind is EntryKind.PERSON or name == profile.name:
        return entry.kind is not EntryKind.PERSON
    return compare_bodies((profile.name,), (entry.name, *entry.aliases), authority).possible


def _nearest(entries: list[Entry], profile: Profile) -> list[Entry]:
    """Return the entries of a country that roles or company name, if any is; else all."""
    near = [e for e in entries if e.country in profile.countries or e.country in profile.places]
    return near or entries


def may_be_person(name: str) -> bool:
    """Return whether an organisation's name may be a family name taken for one: a word that is no acronym or noun."""
    words = name.split()
    return len(words) == 1 and not name.isupper() and name.casefold() not in lists().state
