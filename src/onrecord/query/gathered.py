"""Clashes of the same words gathered: who all tell them one way, and who another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.query.clashes import Clashing
from onrecord.query.reported import Reported
from onrecord.record import DifferenceKind
from onrecord.text.groups import groups
from onrecord.text.moment import instant


@dataclass(frozen=True, slots=True)
class Gathered:
    """The same `words` told with several speakers, addressees or days: `ways` are each with its statements.

    The way that fewest statements tell comes first. Statements are in order of time.
    """

    kind: DifferenceKind
    words: str
    ways: tuple[tuple[str, tuple[Reported, ...]], ...]


def gathered(found: Iterable[Clashing]) -> tuple[Gathered, ...]:
    """Return the clashes with those that share a statement and a kind as one, in order of kind and of first statement.

    One outlet that gives to another what thirty give to somebody clashes thirty times, and is one thing to look at.
    """
    of: defaultdict[DifferenceKind, list[Clashing]] = defaultdict(list)
    for each in found:
        of[each.kind].append(each)
    return tuple(one for kind in DifferenceKind if kind in of for one in _of_kind(kind, of[kind]))


def _of_kind(kind: DifferenceKind, found: list[Clashing]) -> Iterable[Gathered]:
    known = {each.id: each for clash in found for each in clash.statements}
    pairs = [(clash.statements[0].id, clash.statements[1].id) for clash in found]
    for ids in groups(known, pairs):
        words = max(
            (clash.words for clash in found if clash.statements[0].id in ids), key=lambda each: (len(each), each)
        )
        yield Gathered(kind, words, _ways(kind, [known[each] for each in ids]))


def _ways(kind: DifferenceKind, told: Iterable[Reported]) -> tuple[tuple[str, tuple[Reported, ...]], ...]:
    of: defaultdict[str, list[Reported]] = defaultdict(list)
    for each in sorted(told, key=lambda each: (instant(each.published), each.id)):
        of[_way(kind, each)].append(each)
    return tuple((way, tuple(of[way])) for way in sorted(of, key=lambda way: (len(of[way]), way)))


def _way(kind: DifferenceKind, each: Reported) -> str:
    match kind:
        case DifferenceKind.ADDRESSEE:
            return each.addressee or "nobody named"
        case DifferenceKind.DATE:
            return each.said or "no day"
        case _:
            return each.speaker or "nobody named"
