"""Family names alone, beside the full names of their family: whose they are, or may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.agreement import Agreement
from onrecord.resolve.identity.clusters import Group, clusters, compare_nodes
from onrecord.resolve.identity.evidence import DIFFERENT, SAME
from onrecord.resolve.identity.linking import MARGIN
from onrecord.resolve.identity.nodes import Node, founding

FEW = 20
"""Bearers of a family name with all of whom one alone is compared. Of more, only those are that share most with it:
who shares nothing would come to no more than doubt, and twenty in doubt tell nobody anything."""

_NODES = 4
"""Nodes of a group that are compared: the authority's and the largest."""


def attach(
    short: Sequence[Node], groups: Sequence[Group], authority: Authority
) -> tuple[dict[Node, Group], list[Group]]:
    """Return to which group each family name alone belongs, and groups of those that belong to none.

    It belongs to the group that agrees best, if that comes to `SAME` points and leads the next by
    `MARGIN`. Each is decided by itself, so that neither order nor company of the others matters.
    """
    homes: dict[Node, Group] = {}
    homeless: list[Node] = []
    doubts: dict[Node, list[tuple[float, str, Group]]] = {}
    bearers = _Bearers(groups)
    for node in short:
        found = _weighed(node, bearers.likely(node), authority)
        if found and found[0][0] >= SAME and (len(found) == 1 or found[0][0] - found[1][0] >= MARGIN):
            homes[node] = found[0][2]
        else:
            homeless.append(node)
            doubts[node] = [item for item in found if item[0] > DIFFERENT]
    left = clusters(homeless, authority)
    for group in left:
        for node in group.nodes:
            for points, reason, other in doubts[node]:
                group.doubts[other] = max(group.doubts.get(other, (-9.0, "")), (points, reason))
    return homes, left


class _Bearers:
    """The groups that bear a family name, found by what they share with a name alone."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = sorted(groups, key=lambda group: group.founder)
        self._by_trait: dict[str, list[int]] = {}
        for i, group in enumerate(self._groups if len(groups) > FEW else ()):
            for trait in set().union(*(_traits(node) for node in group.nodes)):
                self._by_trait.setdefault(trait, []).append(i)

    def likely(self, node: Node) -> list[Group]:
        """Return all groups if they are few, else those that share most with `node`, in the order of their founders."""
        if len(self._groups) <= FEW:
            return self._groups
        shared = Counter(i for trait in _traits(node) for i in self._by_trait.get(trait, ()))
        best = sorted(shared, key=lambda i: (-shared[i], i))[:FEW]
        return [self._groups[i] for i in sorted(best)]


def _traits(node: Node) -> set[str]:
    """Return what may speak for one actor: nouns and bodies of roles, who else is named."""
    profiles = node.representatives
    roles = {word for profile in profiles for role in profile.roles for word in role.nouns | role.bodies}
    return roles.union(*(profile.company for profile in profiles))


def _weighed(node: Node, groups: Sequence[Group], authority: Authority) -> list[tuple[float, str, Group]]:
    """Return the groups that a family name alone may belong to, the likeliest first."""
    found = [(_best(node, group, authority), group) for group in groups]
    fitting = [(a.points, a.reason, group) for a, group in found if a.possible]
    return sorted(fitting, key=lambda item: (-item[0], item[2].founder))


def _best(node: Node, group: Group, authority: Authority) -> Agreement:
    nodes = sorted(group.nodes, key=lambda n: (n.entry is None, -n.size, founding(n.founder)))[:_NODES]
    found = [compare_nodes(node, other, authority) for other in nodes]
    if any(other.entry is not None and not a.possible for other, a in zip(nodes, found, strict=True)):
        return Agreement(-9.0, "the authority rules it out", possible=False)
    return max(found, key=lambda a: (a.possible, a.points, a.reason))
