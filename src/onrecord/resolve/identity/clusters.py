"""Nodes of one block joined into groups, each one actor; what stays in doubt between groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from onrecord.record.actor import ActorKind
from onrecord.resolve.authority import Authority, Entry, EntryKind
from onrecord.resolve.identity.agreement import Agreement, agreement
from onrecord.resolve.identity.entries import weigh_entry
from onrecord.resolve.identity.evidence import DIFFERENT, SAME
from onrecord.resolve.identity.kinds import settled
from onrecord.resolve.identity.nodes import Node, founding

MOST = 150
"""Nodes of one block that are compared with each other (11,000 pairs, about half a second). In a larger block, of
namesakes without end, only the authority's node and the largest others are; the rest stay alone, and say so."""

NOT_COMPARED = "too many of this name to compare"


@dataclass(slots=True, eq=False)
class Group:
    """Nodes that are one actor. `doubts` are other groups that may be the same, with points and the reason.

    `id` is the identity's, given by `naming`.
    """

    nodes: list[Node]
    reason: str = ""
    id: str = ""
    doubts: dict[Group, tuple[float, str]] = field(default_factory=dict)

    @property
    def entry(self) -> Entry | None:
        """The authority's entry, None where no node is linked."""
        return next((node.entry for node in self.nodes if node.entry is not None), None)

    @property
    def founder(self) -> tuple[str, str]:
        """The day and the id of the earliest appearance."""
        return min(founding(node.founder) for node in self.nodes)

    @property
    def kind(self) -> ActorKind:
        """What kind of actor it is over all documents."""
        return settled(self.nodes)


def clusters(nodes: Sequence[Node], authority: Authority) -> list[Group]:
    """Return the groups of a block: the same for the same nodes, in whichever order they come.

    Pairs are taken from the surest to the least sure. Two groups become one if their pairs come to
    `SAME` points on the average and no pair is impossible.
    """
    ordered = sorted(nodes, key=lambda node: (node.entry is None, -node.size, founding(node.founder)))
    compared, rest = ordered[:MOST], ordered[MOST:]
    indices = combinations(range(len(compared)), 2)
    pairs = {(i, j): compare_nodes(compared[i], compared[j], authority) for i, j in indices}
    group_of = {i: [i] for i in range(len(compared))}
    why: dict[int, str] = {}
    for i, j in sorted(pairs, key=lambda pair: (-pairs[pair].points, pair)):
        ours, theirs = group_of[i], group_of[j]
        if pairs[i, j].points < SAME or ours is theirs or _mean(ours, theirs, pairs) < SAME:
            continue
        ours += theirs
        group_of.update(dict.fromkeys(theirs, ours))
        why.setdefault(i, pairs[i, j].reason)
        why.setdefault(j, pairs[i, j].reason)
    members = list({id(group): sorted(group) for group in group_of.values()}.values())
    groups = [_group([compared[i] for i in indices], why.get(indices[0], "")) for indices in members]
    _doubt(groups, members, pairs)
    return groups + [_group([node], NOT_COMPARED) for node in rest]


def _group(nodes: list[Node], joined: str) -> Group:
    linked = next((node.reason for node in nodes if node.entry is not None), "")
    return Group(nodes, "; ".join(filter(None, (linked, joined))))


def compare_nodes(one: Node, other: Node, authority: Authority) -> Agreement:
    """Return the best agreement of two nodes' representatives."""
    if one.entry is not None and other.entry is not None:
        return Agreement(-9.0, "two entries of the authority", possible=False)
    first = agreement(one.founder, other.founder, authority)
    if not first.possible and one.entry is None and other.entry is None:
        return first  # nodes without an entry hold one name each: no other pair can be better
    if _ruled_out(one, other, authority) or _ruled_out(other, one, authority):
        return Agreement(-9.0, "the authority rules it out", possible=False)
    found = (agreement(a, b, authority) for a, b in product(one.representatives, other.representatives))
    return max(found, key=lambda a: (a.possible, a.points, a.reason))


def _ruled_out(node: Node, linked: Node, authority: Authority) -> bool:
    """Return whether what the authority knows of a linked node's person speaks against the other node."""
    entry = linked.entry
    if entry is None or entry.kind is not EntryKind.PERSON or node.kind is not ActorKind.PERSON:
        return False
    return all(weigh_entry(entry, profile, authority)[0] <= DIFFERENT for profile in node.representatives)


def _mean(ours: list[int], theirs: list[int], pairs: dict[tuple[int, int], Agreement]) -> float:
    """Return the mean points between two groups; -9 if any pair is impossible."""
    found = [pairs[min(i, j), max(i, j)] for i in ours for j in theirs]
    return sum(a.points for a in found) / len(found) if all(a.possible for a in found) else -9.0


def _doubt(groups: list[Group], members: list[list[int]], pairs: dict[tuple[int, int], Agreement]) -> None:
    """Note which groups may be the same: no pair between them is impossible, and they are not surely two."""
    for (a, ours), (b, theirs) in combinations(enumerate(members), 2):
        points = _mean(ours, theirs, pairs)
        if points > DIFFERENT:
            reason = max((pairs[min(i, j), max(i, j)] for i in ours for j in theirs), key=lambda x: x.points).reason
            groups[a].doubts[groups[b]] = groups[b].doubts[groups[a]] = (points, reason)
