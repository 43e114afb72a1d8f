"""Groups as people judged them: joined, parted, named. What the machine chose stays computable beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from onrecord.record.identity import Candidate, Identity
from onrecord.record.ids import content_id
from onrecord.record.judgement import Judgement
from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.agreement import agreement
from onrecord.resolve.identity.clusters import Group
from onrecord.resolve.identity.linking import NOBODY
from onrecord.resolve.identity.naming import identity
from onrecord.resolve.identity.nodes import REPRESENTATIVES, Node, founding
from onrecord.resolve.identity.profile import Profile
from onrecord.resolve.identity.rulings import Rulings, rulings

LEAD = 1.0
"""Points by which a member must agree better with those whom a judgement took out of an identity than with the
identity itself, to go with them."""


@dataclass(slots=True)
class _Part:
    """Members that stay together; `wholes` are the ids of the groups that judgements meant as such."""

    members: list[Profile]
    wholes: set[str]
    seeds: list[Profile] = field(default_factory=list)


def judged(
    chosen: Mapping[Group, Identity], judgements: Iterable[Judgement], authority: Authority
) -> tuple[list[Identity], Rulings]:
    """Return the identities that the machine chose with judgements applied, and what these came to.

    A judgement that two are the same joins all that the machine put with them; one that they are not
    parts an identity: each other member goes with whom it agrees best. Where nobody judged, the
    identities are those of `chosen`.
    """
    by_id = {group.id: group for group in chosen}
    home = {member: group.id for group, one in chosen.items() for member in one.members}
    linked = {group.entry.id: group.id for group in chosen if group.entry is not None}
    found = rulings(judgements, ({key: key for key in (*home, *by_id)} | linked).get)
    touched: dict[str, set[str]] = {}
    for anchors in found.classes().values():
        ids = {home.get(anchor, anchor) for anchor in anchors}
        joined = ids.union(*(touched.get(i, {i}) for i in ids))
        touched.update(dict.fromkeys(joined, joined))
    done = [one for group, one in chosen.items() if group.id not in touched]
    for ids in {min(ids): ids for ids in touched.values()}.values():
        groups = sorted((by_id[i] for i in ids), key=lambda group: group.founder)
        done += _compose({group: chosen[group] for group in groups}, found, authority)
    return _with_candidates(done, found, home), found


def _compose(chosen: dict[Group, Identity], found: Rulings, authority: Authority) -> list[Identity]:
    """Return the identities that groups joined by judgements come to."""
    profiles = {p.id: p for group in chosen for node in group.nodes for p in node.profiles}
    ids = {group.id for group in chosen}
    classes = [c for c in found.classes().values() if any(a in profiles or a in ids for a in c)]
    parted = [c for c in classes if any(found.are_apart(c[0], d[0]) for d in classes if d is not c)]
    if not parted and len(chosen) == 1:
        (one,) = chosen.values()
        return [_as_judged(one, found, {*one.members, one.id})]
    parts = [_Part([profiles[a] for a in c if a in profiles], {a for a in c if a in ids}) for c in parted]
    if parts:
        _spread(parts, [c for c in classes if c not in parted], list(chosen), profiles, authority)
    else:
        parts = [_Part(list(profiles.values()), ids)]
    return [_identity(part, parts, list(chosen), found) for part in parts if part.members]


def _spread(
    parts: list[_Part],
    joined: list[list[str]],
    groups: list[Group],
    profiles: dict[str, Profile],
    authority: Authority,
) -> None:
    """Put every member with the part it agrees with best: first those `joined` by judgements, together."""
    taken = {profile.id for part in parts for profile in part.members}
    for part in parts:
        whole = [p for g in groups if g.id in part.wholes for n in g.nodes for p in n.profiles if p.id not in taken]
        part.seeds = [*part.members, *sorted(whole, key=founding)[:REPRESENTATIVES]]
    for anchors in joined:
        named = sorted((profiles[a] for a in anchors if a in profiles), key=founding)
        meant = [group for group in groups if group.id in anchors]
        first = named[0] if named else meant[0].nodes[0].founder
        part = _choice(first, parts, None, authority)
        part.members += named
        part.wholes |= {group.id for group in meant}
        taken.update(profile.id for profile in named)
    for group in groups:
        own = next((part for part in parts if group.id in part.wholes), None)
        rest = (p for node in group.nodes for p in node.profiles if p.id not in taken)
        for profile in sorted(rest, key=founding):
            _choice(profile, parts, own, authority).members.append(profile)


def _choice(profile: Profile, parts: list[_Part], own: _Part | None, authority: Authority) -> _Part:
    """Return the part that a member agrees with best: the first of equals, its own unless another leads by `LEAD`."""

    def points(part: _Part) -> float:
        return max((agreement(profile, s, authority).points for s in part.seeds if s.id != profile.id), default=-9.0)

    if own is not None and all(seed.id == profile.id for seed in own.seeds):
        return own  # nobody else is left there to agree with: it is who the identity was before
    best = max(parts, key=points)
    return own if own is not None and points(best) < points(own) + LEAD else best


def _identity(part: _Part, parts: list[_Part], groups: list[Group], found: Rulings) -> Identity:
    """Return a part as an identity: with the id and the entry of the group it continues, if it does."""
    members = {profile.id for profile in part.members}
    continued = [group for group in groups if _continues(part, parts, group, members)]
    continued.sort(key=lambda group: (group.entry is None, group.founder))
    link = next((node.link for group in continued for node in group.nodes if node.entry is not None), NOBODY)
    node = Node("judged", frozenset())
    for profile in sorted(part.members, key=founding):
        node.add(profile, link)
    group = Group([node], continued[0].reason if continued else "parted by a judgement")
    group.id = continued[0].id if continued else content_id("identity", "parted", node.founder.id)
    group.doubts = {other: why for old in continued for other, why in old.doubts.items()}
    return _as_judged(identity(group), found, members | {g.id for g in continued} | part.wholes)


def _continues(part: _Part, parts: list[_Part], group: Group, members: set[str]) -> bool:
    """Return whether a part goes on as the group: as a judgement meant it, else by holding its founder."""
    if any(group.id in other.wholes for other in parts):
        return group.id in part.wholes
    return group.founder[1] in members


def _as_judged(one: Identity, found: Rulings, anchors: set[str]) -> Identity:
    """Return an identity with its judgements and the name that one of them gave."""
    named = sorted(anchors & found.names.keys(), key=lambda anchor: found.order[anchor], reverse=True)
    used = {i for anchor in anchors for i in found.by_anchor.get(anchor, ())}
    name = found.names[named[0]] if named else one.name
    return replace(one, name=name, judgements=tuple(sorted(used)))


def _with_candidates(identities: list[Identity], found: Rulings, home: dict[str, str]) -> list[Identity]:
    """Return the identities with candidates under their present ids, without those that judgements settled."""
    present = {home[member]: one for one in identities for member in one.members}
    here = {one.id for one in identities}
    settled = {frozenset((_now(a, present, home), _now(b, present, home))) for a, b in map(sorted, found.apart)}
    done = []
    for one in identities:
        if not one.candidates:
            done.append(one)
            continue
        kept: dict[str, Candidate] = {}
        for candidate in one.candidates:
            now = candidate.id if candidate.id in here or candidate.id not in present else present[candidate.id].id
            if now != one.id and frozenset((now, one.id)) not in settled:
                kept.setdefault(now, replace(candidate, id=now))
        done.append(replace(one, candidates=tuple(kept.values())))
    return done


def _now(anchor: str, present: dict[str, Identity], home: dict[str, str]) -> str:
    """Return the present id of what an anchor belongs to."""
    one = present.get(home.get(anchor, anchor))
    return one.id if one is not None else anchor
