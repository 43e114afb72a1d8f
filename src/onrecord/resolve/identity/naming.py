"""What a group is called, and its id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.record.actor import ActorKind
from onrecord.record.identity import Candidate, Identity, MetName, MetRole
from onrecord.record.ids import content_id
from onrecord.resolve.authority import Authority, Entry, EntryKind
from onrecord.resolve.identity.bodies import read_body
from onrecord.resolve.identity.clusters import Group
from onrecord.resolve.identity.keys import group_words, is_relative, is_specific, without_quantity
from onrecord.resolve.identity.linking import SHOWN
from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.nodes import Node
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.score import as_score
from onrecord.resolve.identity.sound import skeleton

_BEFORE, _AFTER = re.compile(r"^(?:the|this|that) "), re.compile(r" (?:newspaper|magazine|website|news agency)$")
"""Words that texts put round a body's name and that are no part of it."""


def names_met(nodes: Iterable[Node]) -> Counter[str]:
    """Return how many documents gave each form as the fullest."""
    return sum((node.names for node in nodes), Counter[str]())


def _telling(group: Group) -> list[Node]:
    """Return the nodes whose names tell what the group is called: those of its kind, all where there are none."""
    kind = group.kind
    return [node for node in group.nodes if node.kind is kind] or group.nodes


def canonical(group: Group) -> str:
    """Return the authority's name, else the form that most documents gave as the fullest.

    Of a person only full names count; once given name and family name were met without middle
    initials and suffix, they are the name: it is how news calls people. Of equally frequent forms it is
    the fuller one. An acronym is a body's name only where no long form was met.
    """
    met = names_met(_telling(group))
    if group.entry is not None and not _is_acronym(group.entry.name):
        return group.entry.name
    if group.kind is ActorKind.GROUP:
        return without_quantity(max(met, key=lambda name: (met[name], len(name), name)))
    if group.kind is ActorKind.PERSON:
        full = [name for name in met if any(r.full for r in read_person(name))]
        told = [name for name in full if _is_plain(name)] or full
    else:
        told = [name for name in met if not _is_acronym(name)]
    if group.entry is not None and not told:
        return group.entry.name
    best = max(told or met, key=lambda name: (met[name], len(name), name))
    return _BEFORE.sub("", _AFTER.sub("", best)) if group.kind is ActorKind.ORGANISATION else best


def _is_acronym(name: str) -> bool:
    return name.replace(".", "").isupper()


def _is_plain(name: str) -> bool:
    """Return whether a person's name has neither suffix nor initials, but a given name."""
    reading = next(r for r in read_person(name) if r.full)
    return reading.generation is None and all(len(word) > 1 for word in reading.given)


def give_ids(groups: Iterable[Group], authority: Authority) -> None:
    """Leave an id on each group of a block. All groups that share a name must be among them.

    With an entry, it is the hash of the entry's id. Without, of kind and name key; of several groups
    with one key the one that was met first has it so, the others with their founder's id besides.
    A later document therefore changes no id, unless it joins two groups or parts one.
    """
    taken: set[tuple[str, str]] = set()
    for group in sorted(groups, key=lambda g: g.founder):
        if group.entry is not None:
            group.id = content_id("identity", group.entry.id)
            continue
        key, founder = _name_key(group, authority), group.founder[1]
        plain = key is not None and (group.kind.value, key) not in taken
        taken.add((group.kind.value, key or ""))
        group.id = content_id("identity", group.kind.value, key or "", "" if plain else founder)


def _name_key(group: Group, authority: Authority) -> str | None:
    """Return what the names of a group share: the least of their keys; None where names tell nothing.

    So variants that come later, with other spellings, seldom change it.
    """
    kind, named = group.kind, names_met(_telling(group))
    found = {key for name in named if (key := _key_of(name, kind, authority))}
    return min(found, default=None)


def _key_of(name: str, kind: ActorKind, authority: Authority) -> str | None:
    if kind is ActorKind.PERSON:
        reading = next((r for r in read_person(name) if r.full), None)
        if reading is None:
            return None
        given = min(skeleton(root) for root in lists().given.get(reading.given[0], {reading.given[0]}))
        return f"{given} {skeleton(reading.family[0])}"
    if kind is ActorKind.ORGANISATION:
        if is_relative(name):
            return None
        body = read_body(name, authority)
        return " ".join((*body.words, *sorted(body.countries))) or f"acronym:{body.acronym}"
    return group_words(name) if kind is ActorKind.GROUP and is_specific(name) else None


def identity(group: Group) -> Identity:
    """Return a group as an identity."""
    nodes = group.nodes
    met = names_met(nodes)
    roles: dict[str, set[str]] = {}
    for node in nodes:
        for role, days in node.roles.items():
            roles.setdefault(role, set()).update(days)
    met_roles = (MetRole(role, tuple(sorted(days))) for role, days in roles.items())
    return Identity(
        id=group.id,
        kind=_kind(group),
        name=canonical(group),
        members=tuple(sorted(profile.id for node in nodes for profile in node.profiles)),
        names=tuple(MetName(name, count) for name, count in sorted(met.items(), key=lambda m: (-m[1], m[0]))),
        roles=tuple(sorted(met_roles, key=lambda r: (r.days[:1] or ("9999",), r.role))),
        authority=group.entry.id if group.entry is not None else None,
        candidates=_candidates(group),
        reason=group.reason,
    )


def _kind(group: Group) -> ActorKind:
    entry: Entry | None = group.entry
    if entry is None:
        return group.kind
    return ActorKind.PERSON if entry.kind is EntryKind.PERSON else ActorKind.ORGANISATION


def _candidates(group: Group) -> tuple[Candidate, ...]:
    """Return the best of what the authority and the other groups offer."""
    found = {c.id: c for node in group.nodes for c in node.link.candidates} if group.entry is None else {}
    likeliest = sorted(group.doubts.items(), key=lambda doubt: (-doubt[1][0], doubt[0].id))[:SHOWN]
    for other, (points, reason) in likeliest:
        key = other.entry.id if other.entry is not None else other.id
        candidate = Candidate(other.id, canonical(other), as_score(points), reason)
        if key not in found or found[key].score < candidate.score:
            found[key] = candidate
    return tuple(sorted(found.values(), key=lambda c: (-c.score, c.id))[:SHOWN])
