"""Where appearances are found again: by key, by family name; and which of those have been touched."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.record.identity import Appearance
from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.keys import family_alone, keys
from onrecord.resolve.identity.linking import link
from onrecord.resolve.identity.nodes import Node, signature
from onrecord.resolve.identity.profile import profile


class Index:
    """The nodes met so far, by key and by family name."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._nodes: dict[str, Node] = {}
        self._actors: set[str] = set()
        self._by_key: dict[str, dict[str, None]] = {}
        self._bearers: dict[str, dict[str, None]] = {}
        self._short: dict[str, dict[str, None]] = {}
        self._touched: dict[str, None] = {}
        self._touched_families: set[str] = set()

    def add(self, appearance: Appearance) -> None:
        """Take in an appearance and note what it touches; one already there is left as it is."""
        if appearance.actor_id in self._actors:
            return
        self._actors.add(appearance.actor_id)
        ready = profile(appearance, self._authority)
        found = link(ready, self._authority)
        mark = signature(ready, found.entry, self._authority)
        node = self._nodes.get(mark)
        if node is None:
            node = self._nodes[mark] = Node(mark, keys(ready, found.entry, self._authority))
            self._enter(node, ready.name)
        node.add(ready, found)
        if node.keys:
            self._touched[mark] = None
        else:
            self._touched_families.add(family_alone(ready.name))

    def _enter(self, node: Node, name: str) -> None:
        for key in node.keys:
            self._by_key.setdefault(key, {})[node.signature] = None
            if (family := _family_of(key)) is not None:
                self._bearers.setdefault(family, {})[node.signature] = None
        if not node.keys:
            self._short.setdefault(family_alone(name), {})[node.signature] = None

    def take_components(self) -> list[list[Node]]:
        """Return the nodes that touched ones are compared with, by component, and forget what was touched."""
        seen: set[str] = set()
        components = []
        for start in self._touched:
            if start not in seen:
                component = self._closure(start)
                seen.update(component)
                components.append(self.nodes_of(component))
        self._touched.clear()
        return components

    def _closure(self, start: str) -> set[str]:
        found, open_marks, keys_seen = {start}, [start], set[str]()
        while open_marks:
            for key in self._nodes[open_marks.pop()].keys - keys_seen:
                keys_seen.add(key)
                new = self._by_key[key].keys() - found
                found |= new
                open_marks += new
        return found

    def component(self, mark: str) -> list[Node]:
        """Return the nodes that the one of this signature is compared with, itself among them."""
        return self.nodes_of(self._closure(mark))

    def take_families(self) -> set[str]:
        """Return the family names of which one alone was added, and forget them."""
        taken, self._touched_families = self._touched_families, set()
        return taken

    def nodes_of(self, signatures: Iterable[str]) -> list[Node]:
        """Return nodes by their signatures, in a defined order."""
        return [self._nodes[mark] for mark in sorted(signatures)]

    def bearers(self, family: str) -> list[str]:
        """Return the signatures of the full names that hold a family name."""
        return sorted(self._bearers.get(family, ()))

    def short(self, family: str) -> list[Node]:
        """Return the nodes of a family name alone."""
        return self.nodes_of(self._short.get(family, ()))

    def families_of(self, node: Node) -> frozenset[str]:
        """Return the family names that a node's keys hold."""
        return frozenset(filter(None, map(_family_of, node.keys)))


def _family_of(key: str) -> str | None:
    """Return the family name that a key of a full name ends in, None for other keys."""
    kind, _, family = key.partition(":")
    return family if len(kind) <= 1 else None
