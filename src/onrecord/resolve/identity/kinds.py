"""What kind of actor a group is of which some documents made a person and others a body."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.actor import ActorKind
from onrecord.resolve.identity.nodes import Node
from onrecord.resolve.identity.profile import Profile

_OWNERS = frozenset({"owner", "maker", "operator", "producer", "supplier", "manufacturer", "publisher", "builder"})
"""Nouns of what bodies are too."""


def settled(nodes: Sequence[Node]) -> ActorKind:
    """Return the kind of actor that nodes of several kinds are.

    The authority's node decides, else what only a person has: a title, a given name that is known, a trade. Without
    any it is the kind that most appearances were taken for, and of equally many a body: who is named in full without
    a word of who it is, is seldom a person.
    """
    linked = next((node for node in nodes if node.entry is not None), nodes[0])
    kinds = {node.kind for node in nodes}
    if linked.entry is not None or len(kinds) == 1:
        return linked.kind
    if any(_is_person(profile) for node in nodes for profile in node.representatives):
        return ActorKind.PERSON
    persons = sum(node.size if node.kind is ActorKind.PERSON else -node.size for node in nodes)
    return ActorKind.PERSON if persons > 0 else ActorKind.ORGANISATION


def _is_person(profile: Profile) -> bool:
    nouns = frozenset[str]().union(*(role.nouns for role in profile.roles))
    return profile.gender is not None or bool(nouns - _OWNERS)
