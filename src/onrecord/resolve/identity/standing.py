"""Whom an actor may speak for: a spokesperson for a body, a head of state or a state's agency for the government."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.record import ActorKind, Identity
from onrecord.resolve.authority import Authority, EntryKind, OfficeKind
from onrecord.resolve.identity.keys import is_relative
from onrecord.resolve.identity.lookups import find, folded
from onrecord.resolve.identity.places import places_in
from onrecord.resolve.identity.roles import read_role
from onrecord.resolve.roles import is_body_noun

_OFFICES = frozenset({OfficeKind.HEAD_OF_STATE, OfficeKind.HEAD_OF_GOVERNMENT, OfficeKind.FOREIGN_MINISTER})
_NAME = re.compile(r"[A-Z][\w.&’'-]*(?: (?:(?:of|for|on|and|the) )?[A-Z][\w.&’'-]*)*")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_DESCRIBED = re.compile(r"\b(?:of|for|at) the (?P<body>(?:[a-z][a-z’'-]* ){1,3}(?P<noun>[a-z-]+))$")
"""A body without a name of its own: "head of the drivers' union"."""
_OWNER = re.compile(r"(.+)[’']s")
_CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True)
class _Lists:
    speaks: frozenset[str]
    voices: dict[str, str]
    state: frozenset[str]


@cache
def _lists() -> _Lists:
    table = tomllib.loads((files("onrecord") / "resources" / "standing.toml").read_text(encoding="utf-8"))
    return _Lists(frozenset(table["speaks"].split()), table["voices"], frozenset(table["state"]["words"].split()))


def bodies(identities: Iterable[Identity], authority: Authority) -> dict[str, frozenset[str]]:
    """Return for each identity's id the keys of the bodies for which it may speak, its own among them.

    A key depends on one identity's names, roles and authority alone. Two actors who share a key may stand for one
    another: a body and its spokesperson, a government and its head or agency. Actors without any are left out.
    """
    found = {one.id: frozenset(_keys(one, authority)) for one in identities}
    return {key: keys for key, keys in found.items() if keys}


def _keys(one: Identity, authority: Authority) -> Iterator[str]:
    names = dict.fromkeys((one.name, *(met.name for met in one.names)))
    if one.kind is ActorKind.PERSON:
        yield from _of_offices(one, authority)
        for met in one.roles:
            yield from _of_role(met.role, authority)
            yield from _posts(met.role, authority)
    elif one.kind is ActorKind.ORGANISATION or one.kind is ActorKind.GROUP:
        if one.authority is not None:
            yield one.authority
        for name in names:
            yield from _of_body(name, authority)
    elif one.kind is ActorKind.UNNAMED:
        yield from _of_role(one.name, authority)
        yield from _posts(one.name, authority, described=True)


def _of_offices(one: Identity, authority: Authority) -> Iterator[str]:
    """Yield the governments of the countries that the authority knows the person to have led or represented."""
    entry = authority.get(one.authority) if one.authority else None
    for office in entry.offices if entry else ():
        if office.kind in _OFFICES:
            yield f"onrecord:government-{office.country}"


def _of_role(words: str, authority: Authority) -> Iterator[str]:
    """Yield whom the role lets its holder speak for: the bodies it names, or else its country's government."""
    role = read_role(words, authority)
    if role.former or not _lists().speaks & {word.casefold() for word in _WORD.findall(words)}:
        return
    named = [key for match in _NAME.finditer(words) for key in _named(match[0], authority)]
    yield from named
    if (described := _DESCRIBED.search(words)) is not None and is_body_noun(described["noun"]):
        yield f"body:{folded(described['body'])}"
    elif not named:
        yield from (f"onrecord:government-{code}" for code in sorted(role.countries))
    if _CAMPAIGN in words.casefold():
        yield from (f"{_CAMPAIGN}:", *_campaigns(words))


def _posts(words: str, authority: Authority, *, described: bool = False) -> Iterator[str]:
    """Yield the posts that a role is, by what tells it from others of its noun: "health minister", with a country.

    Who is known by name holds it with its country and without; who is only `described` with a country, with it alone.
    """
    role = read_role(words, authority)
    telling = " ".join(sorted(role.words | role.bodies))
    if role.former or not telling:
        return
    lands = sorted(role.countries)
    for noun in sorted(role.nouns & _lists().speaks):
        yield from (f"post:{noun} {telling} {land}" for land in lands)
        if not (lands and described):
            yield f"post:{noun} {telling}"


def _named(name: str, authority: Authority) -> Iterator[str]:
    """Yield the keys of the bodies that capitalised words of a role name; a role's own noun is none.

    One word alone, which may be a person's, names a body where it owns the post: "Sarnovia's president".
    """
    words = [word for word in name.split() if folded(word) not in _lists().speaks]
    owned = _OWNER.fullmatch(" ".join(words))
    bare = owned[1] if owned else " ".join(words)
    if not words or places_in(words, authority)[0]:
        return
    entries = [entry for entry in find(bare, authority) if entry.kind is not EntryKind.PERSON]
    yield from (entry.id for entry in entries)
    if not entries and (len(words) > 1 or bare.isupper() or owned):
        yield f"body:{folded(bare)}"


def _of_body(name: str, authority: Authority) -> Iterator[str]:
    words = _WORD.findall(name)
    lower = {word.casefold() for word in words}
    if not is_relative(name):
        yield f"body:{folded(name)}"
    if folded(name) in _lists().voices:
        yield f"onrecord:government-{_lists().voices[folded(name)]}"
    seat = authority.seat(name)
    if seat is not None:
        yield seat.id
    codes, taken = places_in(words, authority)
    if len(codes) == 1 and (len(taken) == len(words) or lower & _lists().state):
        yield f"onrecord:government-{min(codes)}"
    if _CAMPAIGN in lower:
        yield from list(_campaigns(name)) or [f"{_CAMPAIGN}:"]


def _campaigns(words: str) -> Iterator[str]:
    """Yield the campaigns named: "Lorn's campaign manager", "campaign manager for Mr. Lorn" and "the Lorn campaign".

    Who has a role in a campaign may also speak for one that is not named: "the campaign operation".
    """
    for match in _NAME.finditer(words):
        last = folded(match[0].split(" ")[-1])
        if last and last not in _lists().speaks and last not in (_CAMPAIGN, "the"):
            yield f"campaign:{last}"
