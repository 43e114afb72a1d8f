"""The nodes of a record as who is who is found from them: what is touched is read, and what that leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from onrecord.record import Appearance, content_id
from onrecord.resolve.authority import Authority
from onrecord.resolve.identity import company_of
from onrecord.resolve.identity.keys import family_alone, keys
from onrecord.resolve.identity.linking import NOBODY, link
from onrecord.resolve.identity.nodes import REPRESENTATIVES, Node, founding, signature
from onrecord.resolve.identity.profile import Profile, profile
from onrecord.store import identities as kept
from onrecord.store import named
from onrecord.store.named import Counted


def node_id(mark: str) -> str:
    """Return the id of the node of a signature."""
    return content_id("node", mark)


class Nodes:
    """Nodes by their signatures, families and keys, as one connection sees the record."""

    def __init__(self, connection: Connection, authority: Authority) -> None:
        self._connection, self._authority = connection, authority
        self._nodes: dict[str, Node] = {}
        self.rows: dict[str, Counted] = {}
        self._touched: dict[str, None] = {}
        self._families: set[str] = set()
        self._short: dict[str, list[Node]] = {}
        self._bearers: dict[str, list[str]] = {}

    def add(self, appearance: Appearance) -> None:
        """Refuse: appearances are counted in the record, see :func:`count`."""
        raise NotImplementedError(f"{appearance.actor_id} is to be counted in the record")

    def touch(self, rows: Iterable[Counted]) -> None:
        """Note that these nodes are touched, and with one of a family name alone its family."""
        for row in rows:
            self.rows[row.id] = row
            if row.keys:
                self._touched[row.signature] = None
            else:
                self._families.add(row.family or "")

    def touch_families(self, families: Iterable[str]) -> None:
        """Note that names alone of these families are touched."""
        self._families.update(families)

    def take_components(self) -> list[list[Node]]:
        """Return the nodes that touched ones are compared with, by component, and forget what was touched."""
        seen, found = set[str](), list[list[Node]]()
        for mark in self._touched:
            if mark not in seen:
                component = self.component(mark)
                seen.update(node.signature for node in component)
                found.append(component)
        self._touched.clear()
        return found

    def take_families(self) -> set[str]:
        """Return the family names that were touched, and forget them."""
        taken, self._families = self._families, set()
        return taken

    def component(self, mark: str) -> list[Node]:
        """Return the nodes that the one of this signature is compared with, itself among them."""
        found, seen, fresh = {node_id(mark)}, set[str](), {node_id(mark)}
        while fresh:
            rows = self._rows(fresh)
            wanted = {key for row in rows for key in row.keys} - seen
            seen |= wanted
            fresh = set(named.found(self._connection, "key", wanted)) - found
            found |= fresh
        return self._read(found)

    def bearers(self, family: str) -> list[str]:
        """Return the signatures of the full names that hold a family name, sorted."""
        if family not in self._bearers:
            ids = named.found(self._connection, "bearer", [family])
            self._bearers[family] = sorted(row.signature for row in self._rows(ids))
        return self._bearers[family]

    def short(self, family: str) -> list[Node]:
        """Return the nodes of a family name alone."""
        if family not in self._short:
            self._short[family] = self._read(named.found(self._connection, "short", [family]))
        return self._short[family]

    def families_of(self, node: Node) -> frozenset[str]:
        """Return the family names that a node's keys hold."""
        parts = (key.partition(":") for key in node.keys)
        return frozenset(family for kind, _, family in parts if len(kind) <= 1)

    def _rows(self, ids: Iterable[str]) -> list[Counted]:
        wanted = sorted(ids)
        self.rows |= named.counted(self._connection, (each for each in wanted if each not in self.rows))
        return [self.rows[each] for each in wanted if each in self.rows]

    def _read(self, ids: Iterable[str]) -> list[Node]:
        """Return nodes with their first profiles, in order of their signatures."""
        rows = sorted(self._rows(ids), key=lambda row: row.signature)
        missing = [row for row in rows if row.signature not in self._nodes]
        profiles = profiles_of(self._connection, [each for row in missing for each in row.first], self._authority)
        for row in missing:
            first = [profiles[each] for each in row.first]
            self._nodes[row.signature] = _node(row, first, self._authority)
        return [self._nodes[row.signature] for row in rows]

    def fill(self, nodes: Iterable[Node]) -> None:
        """Leave all profiles in these nodes."""
        for node in nodes:
            if node.more:
                ids = named.actors_in(self._connection, [node_id(node.signature)])
                known = profiles_of(self._connection, ids, self._authority)
                node.profiles, node.more = sorted(known.values(), key=founding), 0


def _node(row: Counted, first: list[Profile], authority: Authority) -> Node:
    found = Node(row.signature, frozenset(row.keys), link(first[0], authority) if first else NOBODY)
    found.profiles, found.more = first, row.size - len(first)
    found.names = Counter(row.names)
    found.roles = {role: set(days) for role, days in row.roles.items()}
    return found


def profiles_of(connection: Connection, actor_ids: Iterable[str], authority: Authority) -> dict[str, Profile]:
    """Return these actors as they are compared with others, by id."""
    return {
        appearance.actor_id: profile(replace(appearance, company=company_of(appearance.name, told)), authority)
        for appearance, told in kept.appearances_of(connection, actor_ids)
    }


def count(
    connection: Connection, document_ids: Iterable[str], authority: Authority
) -> tuple[list[Counted], dict[str, str]]:
    """Count the actors of documents that no node holds yet; return nodes that hold them now, and in which each is.

    Nodes that are to be counted anew are not counted here, nor among those returned.
    """
    fresh = profiles_of(connection, kept.unnamed(connection, document_ids), authority)
    found: dict[str, Counted] = {}
    homes: dict[str, str] = {}
    ready = {each.id: (each, *_signed(each, authority)) for each in fresh.values()}
    known = named.counted(connection, (node_id(mark) for _, mark, _ in ready.values()))
    stale = {key for key, row in known.items() if not row.size}
    firsts = [each for row in known.values() if row.size for each in row.first if each not in fresh]
    profiles = profiles_of(connection, firsts, authority) | fresh
    for one, mark, own in ready.values():
        key = node_id(mark)
        homes[one.id] = key
        if key in stale:
            continue
        row = found.get(key) or known.get(key) or _fresh(mark, own, one)
        found[key] = _with(row, one, profiles)
    for row in found.values():
        named.keep(connection, row)
    named.enter(connection, homes)
    return list(found.values()), homes


def recount(connection: Connection, row: Counted, authority: Authority) -> Counted | None:
    """Count a node's actors anew; return it, None where there are none any longer."""
    profiles = profiles_of(connection, named.actors_in(connection, [row.id]), authority)
    made: Counted | None = None
    for one in sorted(profiles.values(), key=founding):
        mark, own = _signed(one, authority)
        made = _with(made or replace(_fresh(mark, own, one), identity_id=row.identity_id), one, profiles)
    if made is None:
        named.remove(connection, row.id)
    else:
        named.keep(connection, made)
    return made


def _signed(one: Profile, authority: Authority) -> tuple[str, frozenset[str]]:
    entry = link(one, authority).entry
    return signature(one, entry, authority), keys(one, entry, authority)


def _fresh(mark: str, own: frozenset[str], one: Profile) -> Counted:
    return Counted(node_id(mark), mark, sorted(own), None if own else family_alone(one.name), 0, [], {}, {})


def _with(row: Counted, one: Profile, profiles: dict[str, Profile]) -> Counted:
    """Return a node with one more actor; `profiles` hold its first ones."""
    first = sorted((profiles[each] for each in {*row.first, one.id}), key=founding)[:REPRESENTATIVES]
    names = {**row.names, one.name: row.names.get(one.name, 0) + 1}
    roles = {role: list(days) for role, days in row.roles.items()}
    for role in one.appearance.roles:
        days = {*roles.get(role, ()), *([one.appearance.day] if one.appearance.day else [])}
        roles[role] = sorted(days)
    ids = [each.id for each in first]
    return replace(row, size=row.size + 1, first=ids, names=names, roles=roles)
