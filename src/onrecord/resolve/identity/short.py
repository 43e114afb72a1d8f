"""Family names alone, beside the full names of their family: whose they are, or may be."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.agreement import Agreement
from onrecord.resolve.identity.clusters import MOST, NOT_COMPARED, Group, clusters, compare_nodes
from onrecord.resolve.identity.evidence import DIFFERENT, SAME
from onrecord.resolve.identity.linking import MARGIN
from onrecord.resolve.identity.nodes import Node


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
    for node in short:
        found = [] if len(groups) > MOST else _weighed(node, groups, authority)
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
        if len(groups) > MOST:
            group.reason = NOT_COMPARED
    return homes, left


def _weighed(node: Node, groups: Sequence[Group], authority: Authority) -> list[tuple[float, str, Group]]:
    """Return the groups that a family name alone may belong to, the likeliest first."""
    found = [(_best(node, group, authority), group) for group in groups]
    fitting = [(a.points, a.reason, group) for a, group in found if a.possible]
    return sorted(fitting, key=lambda item: (-item[0], item[2].founder))


def _best(node: Node, group: Group, authority: Authority) -> Agreement:
    found = [compare_nodes(node, other, authority) for other in group.nodes]
    if any(other.entry is not None and not a.possible for other, a in zip(group.nodes, found, strict=True)):
        return Agreement(-9.0, "the authority rules it out", possible=False)
    return max(found, key=lambda a: (a.possible, a.points, a.reason))
