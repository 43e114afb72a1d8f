"""What occasions and utterances are known by: statements that stay theirs when more are told.

The first that were published, since coverage is mostly read as it appears: what comes later then leaves ids as they
are. Measured on newswcl50, its articles read one by one as published: of 1,000 ids 9 are others after one more article;
28 were they made of the surest links, 44 of all statements (docs/decisions/0026-lasting-ids.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from onrecord.record import Told
from onrecord.text.moment import LATEST


def first_told(told: Iterable[Told]) -> list[str]:
    """Return the ids of statements, the first published first, those of undated documents last."""
    ordered = sorted(told, key=lambda one: (one.time or LATEST, one.document_id, one.place, one.statement_id))
    return [one.statement_id for one in ordered]


def known_by(groups: Sequence[Sequence[str]], told: Mapping[str, Told]) -> Iterator[tuple[str, str]]:
    """Yield for each group the two that were told first of those pairs that no other group holds, sorted.

    A pair that several hold, parts of two long quotations, could be the name of another group when more is told. Where
    all pairs of a group are such, it is known by one that no group before it holds: groups come as `cliques` gives
    them, and each has one. Each is known by two that no other is.
    """
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for each in group:
            holding[each].add(number)
    for number, group in enumerate(groups):
        ordered = first_told(told[each] for each in group)
        alone = ((a, b) for a, b in combinations(ordered, 2) if len(holding[a] & holding[b]) == 1)
        first = ((a, b) for a, b in combinations(ordered, 2) if min(holding[a] & holding[b]) == number)
        a, b = next(chain(alone, first))
        yield min(a, b), max(a, b)
