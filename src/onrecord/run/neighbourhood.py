"""Statements aligned with those that they may be aligned with, and with no others.

Pairs are compared by themselves, and pairs of one occasion join statements into parts. Each part is gathered into
occasions and utterances by itself: what changes touches the parts that it joins or leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from onrecord.query.told import told_of, told_of_documents
from onrecord.record import LinkBasis, Told, content_id, tellings_ruled
from onrecord.run.aligner import Aligner
from onrecord.run.cache import Cache
from onrecord.store import alignments, judgements
from onrecord.text.groups import groups

if TYPE_CHECKING:
    from onrecord.align import Alignment, Compared

Pair = tuple[str, str]


@dataclass(slots=True)
class _Touched:
    """What a change touches: statements that are told otherwise than before, those that are gone, and parts."""

    changed: dict[str, Told] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)


class Neighbourhood:
    """The statements of some documents and all that they may be aligned with, as one connection sees them."""

    def __init__(self, connection: Connection, aligner: Aligner, cache: Cache) -> None:
        self._connection, self._aligner, self._cache = connection, aligner, cache
        self._ruled: dict[Pair, bool] = {}

    def align(self, document_ids: list[str]) -> int:
        """Leave the statements of these documents aligned; return how many were told otherwise than before."""
        touched = self._touched(document_ids)
        if not touched.changed and not touched.gone:
            return 0
        mates = self._mates(touched.changed)
        pairs = self._pairs(mates)
        self._clash({*touched.changed, *touched.gone}, mates, pairs)
        joined = {each for pair in pairs.values() if pair.joins for each in (pair.a, pair.b)}
        joined |= {each for pair, same in self._ruled.items() if same for each in pair}
        known = alignments.known(self._connection, joined)
        touched.parts |= {each.part for each in known.values() if each.part is not None}
        within = {*alignments.in_parts(self._connection, touched.parts), *known, *touched.changed} - touched.gone
        self._gather(within, touched, pairs)
        return len(touched.changed) + len(touched.gone)

    def part(self, statement_ids: Iterable[str]) -> Alignment:
        """Return what these statements, all of one part, come to, leaving the record as it is."""
        told = self._told(statement_ids)
        pairs = self._pairs(self._old(told.keys()))
        self._rule(told)
        return self._aligner.gather(told, [pairs[pair] for pair in sorted(pairs)], self._ruled)

    def _touched(self, document_ids: list[str]) -> _Touched:
        before = alignments.known_of_documents(self._connection, document_ids)
        now = told_of_documents(self._connection, document_ids)
        self._ruled = tellings_ruled(judgement for _, judgement in judgements.of_tellings(self._connection, now))
        digests = digests_of(self._connection, now)
        found = _Touched(gone=before.keys() - now.keys())
        found.changed = {k: one for k, one in now.items() if k not in before or before[k].digest != digests[k]}
        touched = (before[each] for each in (*found.changed, *found.gone) if each in before)
        found.parts = {each.part for each in touched if each.part is not None}
        alignments.remove(self._connection, found.gone)
        alignments.unsee(self._connection, found.gone)
        keys = {key: set(map(alignments.bucket_of, self._aligner.buckets(one))) for key, one in found.changed.items()}
        alignments.see(self._connection, {key: digests[key] for key in found.changed}, keys)
        self._cache.put(now)
        return found

    def _mates(self, changed: Mapping[str, Told]) -> set[Pair]:
        """Return the pairs of changed statements with each that shares a bucket with them, or awaits them in one."""
        held = alignments.buckets_of(self._connection, changed)
        keys = {one: {*_met(found, undated=changed[one].published is None)} for one, found in held.items()}
        mates = alignments.mates(self._connection, {key for found in keys.values() for key in found})
        return {
            (min(one, other), max(one, other))
            for one, found in keys.items()
            for key in found
            for other in mates[key]
            if other != one
        }

    def _pairs(self, wanted: Iterable[Pair]) -> dict[Pair, Compared]:
        pairs = sorted(wanted)
        told = self._told({each for pair in pairs for each in pair})
        known = [pair for pair in pairs if pair[0] in told and pair[1] in told]
        found = self._aligner.compare([(told[a], told[b]) for a, b in known])
        return {pair: made for pair, made in zip(known, found, strict=True) if made is not None}

    def _told(self, ids: Iterable[str]) -> dict[str, Told]:
        wanted = set(ids)
        found = self._cache.get(wanted)
        missing = sorted(wanted - found.keys())
        if missing:
            fresh = told_of(self._connection, missing)
            self._cache.put(fresh)
            found |= fresh
        return found

    def _gather(self, within: set[str], touched: _Touched, pairs: Mapping[Pair, Compared]) -> None:
        """Gather anew the parts that these statements make, leaving those that no change touches as they are."""
        told = self._told(within)
        whole = dict(pairs) | self._pairs(self._old(told.keys() - touched.changed.keys()))
        inner = {pair: made for pair, made in whole.items() if pair[0] in told and pair[1] in told}
        self._rule(told)
        tied = {pair for pair, made in inner.items() if made.joins} | {p for p, same in self._ruled.items() if same}
        before = {key: each.part for key, each in alignments.known(self._connection, told).items()}
        parts: dict[str, str | None] = dict.fromkeys(told)
        fresh: list[list[str]] = []
        for group in groups(told, tied):
            part = content_id("part", *group)
            parts |= dict.fromkeys(group, part)
            if touched.changed.keys() & set(group) or any(before[each] != part for each in group):
                fresh.append(group)
        kept = {each for each, part in parts.items() if part is not None} - {each for group in fresh for each in group}
        alignments.remove(self._connection, within - kept)
        self._write(fresh, told, inner)
        alignments.place_in_parts(self._connection, {key: part for key, part in parts.items() if before[key] != part})

    def _clash(self, ids: set[str], mates: set[Pair], pairs: Mapping[Pair, Compared]) -> None:
        """Leave what clashes among pairs that quote the same words, those that cannot be aligned too."""
        told = self._told({each for pair in mates for each in pair})
        quoting = [
            pair
            for pair in sorted(mates)
            if (pairs[pair].basis is LinkBasis.QUOTED if pair in pairs else told.keys() >= set(pair))
            and all(_quotes(told[each]) for each in pair)
        ]
        asked = [(told[a], told[b]) for a, b in quoting if _circumstances(told[a]) != _circumstances(told[b])]
        found = self._aligner.clashes(asked)
        rows = ((each.a, each.b, each.kind.value, each.words, each.reason) for each in found)
        alignments.clash(self._connection, ids, rows)

    def _old(self, ids: Iterable[str]) -> set[Pair]:
        """Return the pairs of statements that share a bucket, or of which one awaits the other in one."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for each, keys in sorted(alignments.buckets_of(self._connection, ids).items()):
            for key in keys:
                found[key].append(each)
        sharing = {pair for key, ids in found.items() if key > 0 for pair in combinations(ids, 2)}
        awaited = (product(ids, found[-key]) for key, ids in found.items() if key < 0 and -key in found)
        return sharing | {(min(a, b), max(a, b)) for pairs in awaited for a, b in pairs if a != b}

    def _rule(self, told: Mapping[str, Told]) -> None:
        made = judgements.of_tellings(self._connection, told)
        ruled = tellings_ruled(judgement for _, judgement in made)
        self._ruled = {pair: same for pair, same in ruled.items() if told.keys() >= set(pair)}

    def _write(self, fresh: list[list[str]], told: Mapping[str, Told], pairs: Mapping[Pair, Compared]) -> None:
        home = {each: number for number, group in enumerate(fresh) for each in group}
        ours: defaultdict[int, list[Compared]] = defaultdict(list)
        for pair in sorted(pairs):
            if home.get(pair[0], -1) == home.get(pair[1], -2):
                ours[home[pair[0]]].append(pairs[pair])
        for number, group in enumerate(fresh):
            ruled = {p: same for p, same in self._ruled.items() if home.get(p[0]) == home.get(p[1]) == number}
            made = self._aligner.gather({each: told[each] for each in group}, ours[number], ruled)
            alignments.add(self._connection, made.occasions, made.utterances, made.links)


def _met(held: Iterable[int], *, undated: bool) -> Iterator[int]:
    """Yield the buckets in which a statement that is in these meets others."""
    for key in held:
        yield abs(key)
        if undated:
            yield -key


def _quotes(told: Told) -> bool:
    """Return whether some of its words stand between quotation marks."""
    return any(part.quoted for part in told.parts)


def _circumstances(told: Told) -> tuple[object, ...]:
    """Return of what two statements that clash do not share all: speaker, addressee, days."""
    return told.speaker, told.addressee, told.said


def digests_of(connection: Connection, told: Mapping[str, Told]) -> dict[str, str]:
    """Return by statement the digest of all that its alignment depends on."""
    ruled: defaultdict[str, list[str]] = defaultdict(list)
    for _, judgement in judgements.of_tellings(connection, told):
        for each in judgement.subjects:
            ruled[each].append(judgement.id)
    return {key: digest(one, ruled[key]) for key, one in told.items()}


def digest(told: Told, ruled: Iterable[str] = ()) -> str:
    """Return a digest of all that alignment knows of a statement, and of the judgements that rule it."""
    # A set's own order differs from one process to the next.
    values = ((name, getattr(told, name)) for name in Told.__dataclass_fields__)
    plain = [(name, sorted(value) if isinstance(value, frozenset) else value) for name, value in values]
    return content_id("told", plain, sorted(ruled))
