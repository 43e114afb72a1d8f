"""Statements → occasions, links and utterances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from types import MappingProxyType

from onrecord.align.addresses import known_by
from onrecord.align.alone import alone
from onrecord.align.attachment import Pair
from onrecord.align.buckets import buckets
from onrecord.align.cliques import cliques
from onrecord.align.clusters import clusters
from onrecord.align.comparison import Compared, compare_prepared, share_text
from onrecord.align.faces import Face, faces
from onrecord.align.implied import implied
from onrecord.align.scorer import shipped
from onrecord.align.tellings import occasion, utterance
from onrecord.record import Link, LinkBasis, Occasion, Told, Utterance

NOTHING: Mapping[Pair, bool] = MappingProxyType({})

REVISION = 4
"""Raise it where the same statements, compared alike, come to something else: records are then aligned anew."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What statements have in common, each part sorted by id: occasions, links between tellings, utterances."""

    occasions: tuple[Occasion, ...]
    links: tuple[Link, ...]
    utterances: tuple[Utterance, ...]


def align(told: Iterable[Told], ruled: Mapping[Pair, bool] = NOTHING) -> Alignment:
    """Return the occasions of `told`, the links between them and the utterances that these make.

    The same in whichever order they are given. Every link lies within one occasion and in an utterance or more.
    Occasions of one statement are left out. What people `ruled` of two statements holds: that they tell the same
    passage, and so are of one occasion, or that they do not, whatever their occasion.
    """
    known = {one.statement_id: one for one in told}
    return gathered(known, compared(known.values()), ruled)


def compared(told: Iterable[Told]) -> list[Compared]:
    """Return how the statements compare that share a bucket, where they can be aligned, sorted.

    Equal tellings are compared once.
    """
    known = {one.statement_id: one for one in told}
    by_key: dict[str, list[int]] = {}
    found = faces(known.values())
    for index, face in enumerate(found):
        for key in buckets(face.first.told):
            by_key.setdefault(key, []).append(index)
    pairs = {pair for indices in by_key.values() for pair in combinations(indices, 2)}
    pairs |= {(index, index) for index, face in enumerate(found) if len(face.ids) > 1}
    return sorted(result for a, b in pairs for result in _of_faces(found[a], found[b], known))


def _of_faces(one: Face, other: Face, told: Mapping[str, Told]) -> Iterator[Compared]:
    """Yield how the statements of two faces compare, or those of one face among themselves."""
    result = compare_prepared(one.first, other.first)
    if result is not None:
        for a, b in combinations(one.ids, 2) if one is other else product(one.ids, other.ids):
            if not share_text(told[a], told[b]):
                yield Compared(min(a, b), max(a, b), result.occasion, result.link, result.basis)


def gathered(told: Mapping[str, Told], pairs: Sequence[Compared], ruled: Mapping[Pair, bool] = NOTHING) -> Alignment:
    """Return what pairs that were compared come to, and what people `ruled`; `told` are the statements by their ids.

    Pairs that join, and those ruled the same, fall into components, and each of these can be gathered by itself.
    """
    ruled = {pair: same for pair, same in ruled.items() if pair[0] in told and pair[1] in told}
    forced = [pair for pair, same in ruled.items() if same]
    chances = {(pair.a, pair.b): pair.occasion for pair in pairs}
    bonds = {(pair.a, pair.b): pair.occasion * pair.link for pair in pairs if ruled.get((pair.a, pair.b), True)}
    undated = frozenset(one.statement_id for one in told.values() if one.said is None and one.published is None)
    groups = clusters(chances, shipped("occasion").least, bonds=bonds, forced=forced, undated=undated)
    home = {one: index for index, group in enumerate(groups) for one in group}
    links = list(_links(pairs, ruled, home))
    unruled = [pair for pair in pairs if (pair.a, pair.b) not in ruled]
    weaker = alone(unruled, home, {(link.a, link.b) for link in links}, told)
    links = sorted([*links, *(Link(pair.a, pair.b, pair.basis, pair.link) for pair in weaker)])
    links = sorted([*links, *implied(links, pairs, told, ruled)])
    by_home: dict[int, dict[Pair, float]] = {}
    for link in links:
        by_home.setdefault(home[link.a], {})[link.a, link.b] = link.chance
    occasions = [occasion([told[one] for one in group]) for group in groups]
    utterances = [
        one for index, mine in by_home.items() for one in _utterances(occasions[index].id, cliques(mine), told)
    ]
    ordered = sorted(occasions, key=lambda one: one.id)
    return Alignment(tuple(ordered), tuple(links), tuple(sorted(utterances, key=lambda one: one.id)))


def _utterances(occasion_id: str, groups: Sequence[tuple[str, ...]], told: Mapping[str, Told]) -> Iterator[Utterance]:
    for group, pair in zip(groups, known_by(groups, told), strict=True):
        yield utterance(occasion_id, [told[one] for one in group], pair)


def _links(pairs: Iterable[Compared], ruled: Mapping[Pair, bool], home: Mapping[str, int]) -> Iterator[Link]:
    """Yield the links that people judged, and those of pairs of one occasion that link."""
    yield from (Link(a, b, LinkBasis.JUDGED, 1.0) for (a, b), same in ruled.items() if same)
    for pair in pairs:
        if (pair.a, pair.b) not in ruled and pair.links and home.get(pair.a, -1) == home.get(pair.b, -2):
            yield Link(pair.a, pair.b, pair.basis, pair.link)
