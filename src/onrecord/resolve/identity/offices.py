"""Whether a role is an office of an entry of the authority, and whether it was held on a day."""

from __future__ import annotations

from enum import Enum, auto

from onrecord.resolve.authority import Authority, Entry, Office, OfficeKind
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.roles import Role, read_role
from onrecord.resolve.lexicon import lexicon

_RANK = frozenset({"vice", "deputy"})
_STATE, _GOVERNMENT = OfficeKind.HEAD_OF_STATE, OfficeKind.HEAD_OF_GOVERNMENT
_KINDS: dict[tuple[str, frozenset[str]], tuple[OfficeKind, ...]] = {
    ("president", frozenset()): (_STATE,),
    ("king", frozenset()): (_STATE,),
    ("queen", frozenset()): (_STATE,),
    ("chancellor", frozenset()): (_GOVERNMENT,),
    ("premier", frozenset()): (_GOVERNMENT,),
    ("minister", frozenset({"prime"})): (_GOVERNMENT,),
    ("minister", frozenset({"foreign"})): (OfficeKind.FOREIGN_MINISTER,),
    ("secretary", frozenset({"foreign"})): (OfficeKind.FOREIGN_MINISTER,),
    ("secretary", frozenset({"state"})): (OfficeKind.FOREIGN_MINISTER,),
}


class Tenure(Enum):
    """How a role stands to the offices of an entry on a day."""

    HELD = auto()
    LIKE = auto()
    PAST = auto()
    EARLIER = auto()
    LATER = auto()
    OTHER = auto()


def tenure(role: Role, entry: Entry, day: str | None, authority: Authority) -> Tenure:
    """Return whether `role` is an office held on `day`, one called former that was (PAST), or one held before or later.

    LIKE where it is held and the role is another word for it: a president is a leader.

    OTHER where the entry never held such an office, or the role names another country. Without a
    day an office that was ever held counts as held.
    """
    fitting = [office for office in entry.offices if _fits(role, office, authority)]
    if not fitting:
        return Tenure.OTHER
    if day is None:
        return Tenure.PAST if role.former else Tenure.HELD
    held = [office for office in fitting if office.held(day) is not False]
    if held and not role.former:
        exact = any(role.nouns & read_role(office.title, authority).nouns for office in held)
        return Tenure.HELD if exact else Tenure.LIKE
    if any(office.start[:4].isdigit() and office.start <= day for office in fitting):
        return Tenure.PAST if role.former else Tenure.EARLIER
    return Tenure.LATER


def office_of(entry: Entry, day: str | None) -> Office | None:
    """Return an office that the entry held on `day`, None without one or without a day."""
    return next((office for office in entry.offices if day is not None and office.held(day)), None)


def _fits(role: Role, office: Office, authority: Authority) -> bool:
    """Return whether a role's noun may be the office's: "leader" is a president, "foreign" must agree."""
    title = read_role(office.title, authority)
    nouns = frozenset().union(*(lexicon().offices(noun) for noun in title.nouns))
    if not nouns & role.nouns or (role.countries and office.country not in role.countries):
        return False
    return role.words & _RANK == title.words & _RANK and role.words & lists().portfolios <= title.words


def described(words: str, day: str | None, authority: Authority) -> tuple[Entry, ...]:
    """Return who held the office that a description means on `day`: "the US president", "Britain's prime minister".

    Empty for any other description, and where country or day is not known. More than one on the day
    of a change, or where the authority does not know when it came.
    """
    role = read_role(words, authority)
    if day is None or len(day) < 10 or len(role.countries) != 1 or role.bodies or role.former or len(role.nouns) != 1:
        return ()
    kinds = _KINDS.get((min(role.nouns), role.words - _RANK), ()) if not role.words & _RANK else ()
    found = (entry for kind in kinds for entry in authority.holders(kind, min(role.countries), day[:10]))
    return tuple({entry.id: entry for entry in found}.values())
