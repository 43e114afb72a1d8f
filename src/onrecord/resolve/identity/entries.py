"""How well an entry of the authority fits an appearance of a person: name, office, country, trade, time."""

from __future__ import annotations

from functools import lru_cache

from onrecord.resolve.authority import Authority, Entry, OfficeKind
from onrecord.resolve.identity.compare import ONE_GIVEN, compare_persons, frequency
from onrecord.resolve.identity.evidence import ABROAD, EXCLUSIVE, GENDER, LIFETIME, UNLIKE
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.lookups import by_surname, find
from onrecord.resolve.identity.offices import Tenure, office_of, tenure
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.profile import Profile
from onrecord.resolve.identity.roles import trades_agree

KNOWN, IN_OFFICE, PLACE, ROLE = 3.0, (2.6, 1.2), 0.8, 3.0
"""Points for a name that the authority has in full; for who is in office on the day as head of state or of
government, and in another office; for a document that names the country; for a role that is the office held.
Set by hand on `eval/gold/names.jsonl`."""

LIKE, LATER, EARLIER, NAMESAKE = 2.0, 0.8, -2.5, -3.0
"""Points for a role that may stand for the office ("leader"), for one of an office that was held before, for one
not held until later, for a "Jr." that the authority does not know."""

_HEADS = frozenset({OfficeKind.HEAD_OF_STATE, OfficeKind.HEAD_OF_GOVERNMENT})


def weigh_entry(entry: Entry, profile: Profile, authority: Authority) -> tuple[float, str]:
    """Return the points of an entry for a profile, and the reasons."""
    named, reason = _name(entry, profile, authority)
    found = [(named, reason), _office(entry, profile, authority), *_against(entry, profile)]
    if entry.country in profile.places or entry.country in profile.countries:
        found.append((PLACE, "the country is named"))
    return sum(points for points, _ in found), ", ".join(why for points, why in found if why and points)


def _name(entry: Entry, profile: Profile, authority: Authority) -> tuple[float, str]:
    known = next((name for name in profile.names if entry in find(name, authority)), None)
    if known is not None:
        return KNOWN + _doubt_of(known, entry), "the authority has this name"
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


def _doubt_of(name: str, entry: Entry) -> float:
    """Return the points of a name that many bear; who headed a state or government is meant all the same."""
    reading = next(iter(read_person(name)), None)
    if reading is None or any(office.kind in _HEADS for office in entry.offices):
        return 0.0
    return frequency(reading, reading)


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
