"""Who is who across the documents of a record: found anew where something changed, and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from onrecord.record import Appearance, Identity, Judgement, JudgementKind
from onrecord.store import changes, judgements, named, verdicts
from onrecord.store import identities as kept

if TYPE_CHECKING:
    from onrecord.resolve.authority import Authority
    from onrecord.resolve.identity.clusters import Group
    from onrecord.run.nodes import Nodes

BATCH = 500
"""Documents whose actors are looked at together."""


def identify(connection: Connection) -> None:
    """Leave in the record who each of its actors is across documents, as the machine and as people judge it.

    Looked at are the actors of documents that changed, those whom judgements made since speak of, and whom these may
    be. Statements that people judged are then found under the names that their speakers have now.
    """
    state, made_by = named.state(connection), signature()
    if state.made_by != made_by:
        named.clear(connection)
        state = named.State(0, 0, made_by)
    moved, judged = False, judgements.head(connection)[0]
    while found := changes.following(connection, state.number, BATCH):
        moved |= _follow(connection, [document_id for _, document_id in found], state.judged)
        state = named.State(found[-1][0], judged, made_by)
    if state.judged < judged or named.stale(connection):
        moved |= _follow(connection, [], state.judged)
    named.reached(connection, named.State(state.number, judged, made_by))
    if moved:
        verdicts.settle(connection)


def signature() -> str:
    """Return what signs who is who: with another signature all is found anew."""
    import onrecord
    from onrecord.resolve.authority import own_digest  # only who identifies pays for its lists

    return f"onrecord {onrecord.__version__}" + (f", authority {own[:12]}" if (own := own_digest()) else "")


@dataclass(slots=True)
class _Found:
    """What is found of what was touched: groups with the machine's identities, and all identities as judged."""

    chosen: Mapping[Group, Identity]
    judged: list[Identity]
    touched: set[Group] = field(default_factory=set)


def _follow(connection: Connection, document_ids: list[str], since: int) -> bool:
    """Find who the actors of these documents are; return whether any actor is another one than before."""
    from onrecord.resolve.authority import authority
    from onrecord.resolve.identity import bodies
    from onrecord.run.nodes import Nodes, count, recount

    known = authority()
    stale = list(named.counted(connection, named.stale(connection)).values())
    counted, homes = count(connection, document_ids, known)
    anew = [recount(connection, row, known) for row in stale]
    nodes = Nodes(connection, known)
    gone = [row for row, made in zip(stale, anew, strict=True) if made is None]
    beside = {key for row in gone for key in named.found(connection, "key", row.keys)}
    nodes.touch([*counted, *(row for row in anew if row is not None), *named.counted(connection, beside).values()])
    nodes.touch_families({family for row in gone for family in ([row.family] if row.family is not None else [])})
    nodes.touch(named.counted(connection, _meant(connection, since)).values())
    found = _found(connection, nodes, known)
    made = _made(connection, nodes, found, homes)
    made.before.update(named.take_vacated(connection))
    return bool(kept.follow(connection, replace(made, bodies=bodies(made.identities, known))))


def _meant(connection: Connection, since: int) -> set[str]:
    """Return the nodes that judgements after the one of this number speak of, or withdrawn ones spoke of."""
    made = judgements.of_actors(connection)
    by_id = {judgement.id: judgement for _, judgement in made}
    fresh = [judgement for number, judgement in made if number > since]
    return {node for each in fresh for subject in _subjects(each, by_id) for node in _nodes_meant(connection, subject)}


def _nodes_meant(connection: Connection, subject: str) -> list[str]:
    """Return the nodes that a subject of judgements stands for: an actor, a machine's identity, or an entry."""
    from onrecord.run.nodes import node_id

    entry = node_id(f"entry:{subject}")
    return named.nodes_meant(connection, subject) or list(named.counted(connection, [entry]))


def _subjects(judgement: Judgement, by_id: Mapping[str, Judgement]) -> Iterator[str]:
    if judgement.kind is not JudgementKind.WITHDRAWN:
        yield from judgement.subjects
        return
    for each in judgement.subjects:
        if each in by_id:
            yield from _subjects(by_id[each], by_id)


def _found(connection: Connection, nodes: Nodes, known: Authority) -> _Found:
    """Return who is who among what was touched, and among all that judgements tie to it."""
    from onrecord.resolve.identity import Identities
    from onrecord.resolve.identity.judged import judged
    from onrecord.resolve.identity.naming import identity
    from onrecord.run.nodes import node_id

    found = Identities(known, nodes)
    found.refresh()
    made = [judgement for _, judgement in judgements.of_actors(connection)]
    meant = {each: set(_nodes_meant(connection, each)) for one in made for each in one.subjects}
    here = _nodes_in(found.chosen())
    while True:
        for group in found.chosen():
            meant.get(group.id, set()).update(node_id(node.signature) for node in group.nodes)
        tying = [one for one in made if any(meant[each] & here for each in one.subjects)]
        tied = {node for one in tying for each in one.subjects for node in meant[each]}
        if tied <= here:
            break
        nodes.touch(named.counted(connection, tied - here).values())
        found.refresh()
        here |= tied | _nodes_in(found.chosen())
    chosen = dict(found.chosen())
    ruled = set[str]().union(*meant.values())
    touched = {group for group in chosen if not ruled.isdisjoint(_nodes_in([group]))}
    for group in touched:
        nodes.fill(group.nodes)
        chosen[group] = identity(group)
    return _Found(chosen, judged(chosen, made, known)[0], touched)


def _nodes_in(groups: Iterable[Group]) -> set[str]:
    from onrecord.run.nodes import node_id

    return {node_id(node.signature) for group in groups for node in group.nodes}


def _made(connection: Connection, nodes: Nodes, found: _Found, fresh: Mapping[str, str]) -> kept.Made:
    """Return what is to be kept of what was found; `fresh` are the actors that were not known, with their nodes."""
    from onrecord.run.nodes import node_id

    members: dict[str, tuple[str, str]] = {}
    before, new = set[str](), defaultdict[str, list[str]](list)
    for actor, home in fresh.items():
        new[home].append(actor)
    machine = {member: group.id for group in found.touched for member in found.chosen[group].members}
    for one in found.judged:
        members |= {member: (one.id, machine[member]) for member in one.members if member in machine}
    for group in found.chosen:
        rows = [nodes.rows[node_id(node.signature)] for node in group.nodes]
        wanted = None if group in found.touched else group.id
        for row in rows:
            if wanted is not None and row.identity_id == wanted:
                members |= dict.fromkeys(new[row.id], (wanted, wanted))
                continue
            before |= kept.held(connection, row.id)
            if wanted is not None:
                members |= dict.fromkeys(named.actors_in(connection, [row.id]), (wanted, wanted))
            if row.identity_id != wanted:
                named.belong(connection, row.id, wanted)
    everybody = {one.id: one for one in found.chosen.values()} | {one.id: one for one in found.judged}
    return kept.Made(list(everybody.values()), members, {}, before)


def chosen(connection: Connection) -> tuple[tuple[Identity, ...], tuple[Identity, ...], kept.Bodies]:
    """Return all identities of the record's actors with judgements, and those that the machine chose, from scratch.

    And for which bodies each may speak, by its id. What :func:`identify` leaves is the same.
    """
    from onrecord.resolve.authority import authority
    from onrecord.resolve.identity import Identities, bodies

    found = Identities(authority())
    found.add(_appearances(connection))
    made = [judgement for _, judgement in judgements.of_actors(connection)]
    machine = found.all()
    judged = found.all(made) if made else machine
    known = {one.id: one for one in machine} | {one.id: one for one in judged}
    return judged, machine, bodies(known.values(), authority())


def _appearances(connection: Connection) -> Iterator[Appearance]:
    from onrecord.resolve.identity import company_of

    for appearance, told in kept.appearances(connection):
        yield replace(appearance, company=company_of(appearance.name, told))
