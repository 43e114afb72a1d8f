"""Equal tellings told once: thirty reprints of one sentence are compared as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.align.prepared import Prepared
from onrecord.record import Told


@dataclass(frozen=True, slots=True)
class Face:
    """Statements that no comparison can tell apart: the one of the smallest id, prepared, and all their ids, sorted."""

    first: Prepared
    ids: tuple[str, ...]


def faces(told: Iterable[Told]) -> list[Face]:
    """Return the statements gathered by what comparisons look at, in order of ids."""
    groups: dict[object, list[Told]] = {}
    for one in told:
        groups.setdefault(looks(one), []).append(one)
    sets = [sorted(group, key=lambda one: one.statement_id) for group in groups.values()]
    found = [Face(Prepared(group[0]), tuple(one.statement_id for one in group)) for group in sets]
    return sorted(found, key=lambda face: face.ids)


def looks(told: Told) -> tuple[object, ...]:
    """Return all that comparisons look at: those of equal looks compare alike with any other statement."""
    who = (told.speaker, told.relay, told.relay_kind, told.stands_for, told.speaker_kind)
    when = (told.said, told.said_basis, told.published)
    words = (told.cue, told.parts, told.often, told.about, told.referents)
    return (*who, *when, told.setting, told.addressee, *words)
