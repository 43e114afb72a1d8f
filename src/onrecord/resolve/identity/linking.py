"""From an appearance to the authority's entry: who is meant, or who may be, with scores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.record.actor import ActorKind
from onrecord.record.identity import Candidate
from onrecord.resolve.authority import Authority, Entry, EntryKind, OfficeKind
from onrecord.resolve.identity.bodies import compare_bodies
from onrecord.resolve.identity.compare import ONE_GIVEN, compare_persons
from onrecord.resolve.identity.evidence import ABROAD, DIFFERENT, EXCLUSIVE, GENDER, LIFETIME, SAME, UNLIKE
from onrecord.resolve.identity.governments import government_named
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.lookups import by_surname, find
from onrecord.resolve.identity.offices import Tenure, described, office_of, tenure
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.profile import Profile
from onrecord.resolve.identity.roles import trades_agree
from onrecord.resolve.identity.score import as_score

KNOWN, IN_OFFICE, PLACE, ROLE = 3.0, (2.6, 1.2), 0.8, 3.0
"""Points for a name that the authority has in full; for who is in office on the day as head of state or of
government, and in another office; for a document that names the country; for a role that is the office held.
Set by hand on `eval/gold/names.jsonl`."""

LIKE, LATER, EARLIER, NAMESAKE, MARGIN = 2.0, 0.8, -2.5, -3.0, 1.0
"""Points for a role that may stand for the office ("leader"), for one of an office that was held before, for one
not held until later, for a "Jr." that the authority does not know; and by how much the best entry must lead."""

SHOWN = 3
"""Candidates kept at most."""


@dataclass(frozen=True, slots=True)
class Link:
    """Who the authority says it is: an entry, or None with candidates, best first; the reason in words."""

    entry: Entry | None
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""


_HEADS = frozenset({OfficeKind.HEAD_OF_STATE, OfficeKind.HEAD_OF_GOVERNMENT})

NOBODY = Link(None)


def link(profile: Profile, authority: Authority) -> Link:
    """Return the entry that a profile stands for. Doubt gives no entry but candidates."""
    kind = profile.appearance.kind
    if kind is ActorKind.PERSON:
        return _choose(_persons(profile, authority), profile, authority)
    if kind is ActorKind.ORGANISATION:
        return _body(profile, authority)
    return _holder(profile, authority) if kind is ActorKind.UNNAMED else NOBODY


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


def weigh_entry(entry: Entry, profile: Profile, authority: Authority) -> tuple[float, str]:
    """Return the points of an entry for a profile, and the reasons."""
    named, reason = _name(entry, profile, authority)
    found = [(named, reason), _office(entry, profile, authority), *_against(entry, profile)]
    if entry.country in profile.places or entry.country in profile.countries:
        found.append((PLACE, "the country is named"))
    return sum(points for points, _ in found), ", ".join(why for points, why in found if why and points)


def _name(entry: Entry, profile: Profile, authority: Authority) -> tuple[float, str]:
    if any(entry in find(name, authority) for name in profile.names):
        return KNOWN, "the authority has this name"
    named = profile.names if not profile.is_full else [n for n in profile.names if any(r.full for r in read_person(n))]
    if profile.is_full and not any(compare_persons(name, entry.name).possible for name in named):
        return -9.0, "the names differ"
    called = ((name, alias) for name in named for alias in (entry.name, *entry.aliases))
    best = max((_as_called(name, alias) for name, alias in called), default=(-9.0, ""))
    if profile.is_full and any(r.generation in ("jr", "sr") for name in profile.names for r in read_person(name)):
        return best[0] + NAMESAKE, f"{best[1]}, and the authority knows no such suffix"
    if profile.is_full or best[0] >= ONE_GIVEN:
        return best
    return (ONE_GIVEN, "a family name that stands for this person") if _by_surname(entry, profile, authority) else best


@lru_cache(maxsize=100_000)
def _as_called(name: str, called: str) -> tuple[float, str]:
    agreement = compare_persons(name, called)
    return agreement.points, agreement.reason


def _by_surname(entry: Entry, profile: Profile, authority: Authority) -> bool:
    return any(entry in by_surname(word, authority) for name in profile.names for word in (name, name.split()[-1]))


def _office(entry: Entry, profile: Profile, authority: Authority) -> tuple[float, str]:
    """Return what roles and days say of the offices that an entry held."""
    told = [tenure(role, entry, profile.iso_day, authority) for role in profile.roles]
    if Tenure.HELD in told:
        return ROLE, "the office held on that day"
    if Tenure.LIKE in told:
        return LIKE, "an office like the one held on that day"
    if Tenure.PAST in told:
        return ROLE, "an office held before"
    if Tenure.LATER in told:
        return EARLIER, "an office held only later"
    if Tenure.EARLIER in told:
        return LATER, "an office held earlier"
    if any(role.nouns - lists().parties for role in profile.roles):
        return 0.0, ""
    held = office_of(entry, profile.iso_day)
    if held is None:
        return 0.0, ""
    return IN_OFFICE[held.kind not in _HEADS], f"in office that day as {held.title}"


def _against(entry: Entry, profile: Profile) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if entry.gender and profile.gender and entry.gender != profile.gender:
        found.append((GENDER, "a man and a woman"))
    if profile.countries and entry.country and entry.country not in profile.countries:
        found.append((ABROAD, "of another country"))
    agreement = trades_agree(frozenset({"government", "politics"}), profile.trades) if entry.offices else 0.0
    if agreement < 0:
        found.append((EXCLUSIVE if agreement < -1 else UNLIKE, "of another trade"))
    if _out_of_lifetime(entry, profile.iso_day):
        found.append((LIFETIME, "of another time"))
    return found


def _out_of_lifetime(entry: Entry, day: str | None) -> bool:
    """Return whether a day lies 60 years before the first office or 70 years after the last one."""
    starts = [office.start for office in entry.offices if office.start[:4].isdigit()]
    ends = [office.end for office in entry.offices if office.end and office.end[:4].isdigit()]
    if day is None or not starts:
        return False
    year = int(day[:4])
    last = max((int(end[:4]) for end in ends), default=year) if len(ends) == len(entry.offices) else year
    return year < int(min(starts)[:4]) - 60 or year > last + 70


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
