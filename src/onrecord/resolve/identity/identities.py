"""From the local actors of many documents to identities: one actor each, across documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from onrecord.record.identity import Appearance, Identity
from onrecord.record.judgement import Judgement
from onrecord.resolve.authority import Authority
from onrecord.resolve.authority import authority as bundled
from onrecord.resolve.identity.clusters import Group, clusters
from onrecord.resolve.identity.index import Index
from onrecord.resolve.identity.judged import judged
from onrecord.resolve.identity.naming import give_ids, identity
from onrecord.resolve.identity.nodes import Node
from onrecord.resolve.identity.rulings import Rulings
from onrecord.resolve.identity.short import attach


def identities(
    appearances: Iterable[Appearance], judgements: Iterable[Judgement] = (), authority: Authority | None = None
) -> tuple[Identity, ...]:
    """Return the identities of all appearances, in order of name and id.

    Each appearance is a member of exactly one. The same appearances and judgements give the same
    identities in whichever order they come. Without judgements it is the machine's own choice.
    `authority` is the bundled one if None.
    """
    found = Identities(authority or bundled())
    found.add(appearances)
    return found.all(judgements)


@dataclass(slots=True, eq=False)
class _Block:
    """Nodes that may be compared, as groups; the family names that their keys hold; what came of it."""

    groups: list[Group]
    families: frozenset[str]
    identities: dict[Group, Identity] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Family:
    """The appearances of a family name alone: to which groups they belong, and identities of the others."""

    homes: dict[Node, Group]
    identities: dict[Group, Identity]


class Nodes(Protocol):
    """Where nodes are found again: in memory (`Index`), or in a record."""

    def add(self, appearance: Appearance) -> None:
        """Take in an appearance and note what it touches."""

    def take_components(self) -> list[list[Node]]:
        """Return the nodes that touched ones are compared with, by component, and forget what was touched."""

    def take_families(self) -> set[str]:
        """Return the family names of which one alone was added, and forget them."""

    def component(self, mark: str) -> list[Node]:
        """Return the nodes that the one of this signature is compared with, itself among them."""

    def bearers(self, family: str) -> list[str]:
        """Return the signatures of the full names that hold a family name, sorted."""

    def short(self, family: str) -> list[Node]:
        """Return the nodes of a family name alone."""

    def families_of(self, node: Node) -> frozenset[str]:
        """Return the family names that a node's keys hold."""


class Identities:
    """Identities that grow with every document: adding one computes anew only the blocks it touches.

    Full names are clustered first, within blocks that share a key; then each family name alone finds
    its place among the full names of its family. `nodes` may hold some already: of what they hold only that is
    computed which is touched, or looked at on the way.
    """

    def __init__(self, authority: Authority, nodes: Nodes | None = None) -> None:
        self.authority = authority
        self._index: Nodes = nodes if nodes is not None else Index(authority)
        self._blocks: dict[str, _Block] = {}
        self._families: dict[str, _Family] = {}

    def add(self, appearances: Iterable[Appearance]) -> None:
        """Take in appearances; one already there is left as it is."""
        for appearance in appearances:
            self._index.add(appearance)

    def all(self, judgements: Iterable[Judgement] = ()) -> tuple[Identity, ...]:
        """Return all identities as they now are, in order of name and id; with `judgements` as people judged them."""
        found = self.judge(judgements)[0]
        return tuple(sorted(found, key=lambda one: (one.name, one.id)))

    def judge(self, judgements: Iterable[Judgement]) -> tuple[list[Identity], Rulings]:
        """Return all identities with judgements applied, and what these came to: the overruled and unknown ones too."""
        self.refresh()
        return judged(self.chosen(), judgements, self.authority)

    def chosen(self) -> dict[Group, Identity]:
        """Return the groups that were computed, with their identities as the machine chose them."""
        parts: list[_Block | _Family] = [*dict.fromkeys(self._blocks.values()), *self._families.values()]
        return {group: one for part in parts for group, one in part.identities.items()}

    def refresh(self) -> tuple[int, int]:
        """Bring the blocks that were touched up to date; return how many blocks and families were computed anew."""
        families, fresh = self._index.take_families(), [self._cluster(n) for n in self._index.take_components()]
        families = families.union(*(block.families for block in fresh))
        blocks = dict.fromkeys(fresh)
        for family in sorted(families):
            homes = self._homes_of(family)
            self._place(family, homes)
            blocks.update(dict.fromkeys(homes))
        for block in blocks:
            self._describe(block)
        return len(fresh), len(families)

    def _cluster(self, nodes: list[Node]) -> _Block:
        groups = clusters(nodes, self.authority)
        give_ids(groups, self.authority)
        block = _Block(groups, frozenset().union(*(self._index.families_of(node) for node in nodes)))
        self._blocks.update((node.signature, block) for node in nodes)
        return block

    def _homes_of(self, family: str) -> list[_Block]:
        """Return the blocks in which somebody bears a family name, in a defined order."""
        return list(dict.fromkeys(self._block_of(signature) for signature in self._index.bearers(family)))

    def _block_of(self, signature: str) -> _Block:
        if signature not in self._blocks:
            self._cluster(self._index.component(signature))
        return self._blocks[signature]

    def _place(self, family: str, homes: list[_Block]) -> None:
        """Find the place of each appearance of a family name alone."""
        short = self._index.short(family)
        if not short:
            return
        bearing = set(self._index.bearers(family))
        groups = [g for b in homes for g in b.groups if any(node.signature in bearing for node in g.nodes)]
        found, left = attach(short, groups, self.authority)
        give_ids(left, self.authority)
        self._families[family] = _Family(found, {group: identity(group) for group in left})

    def _describe(self, block: _Block) -> None:
        """Make the identities of a block, the family names alone that belong there included."""
        added: dict[Group, list[Node]] = {}
        for family in sorted(block.families):
            if family not in self._families and self._index.short(family):
                self._place(family, self._homes_of(family))
        for family in sorted(block.families & self._families.keys()):
            for node, group in self._families[family].homes.items():
                added.setdefault(group, []).append(node)
        whole = (replace(group, nodes=[*group.nodes, *added.get(group, ())]) for group in block.groups)
        block.identities = {group: identity(group) for group in whole}
