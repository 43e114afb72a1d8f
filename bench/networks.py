"""How long networks of a million statements take: ``python -m bench.networks``.

Made-up statements of actors and issues as unevenly spread as in news: a few say, and are spoken of, most.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np

from onrecord.networks import (
    Aggregation,
    Design,
    Duplicates,
    Events,
    Network,
    Normalization,
    Shape,
    communities,
    network,
)
from onrecord.networks.events import Column, Scale

STATEMENTS, ACTORS, ISSUES, DAYS = 1_000_000, 50_000, 2_000, 3_650
SEED = 1

_Made = TypeVar("_Made")


def made(number: int = STATEMENTS) -> Events:
    """Return made-up statements; a third of them are tellings of utterances of two."""
    rng = np.random.default_rng(SEED)
    actors = np.minimum(rng.zipf(1.3, number), ACTORS)
    issues = np.minimum(rng.zipf(1.2, number), ISSUES)
    utterances = np.arange(number)
    utterances[::3] = utterances[::3] // 6 * 6
    days = np.sort(rng.integers(0, DAYS, number)).astype("datetime64[D]")
    return Events(
        ids=tuple(map(str, range(number))),
        documents=np.arange(number) // 12,
        utterances=utterances,
        outlets=np.arange(number) // 12 % 40,
        times=days.astype("datetime64[s]"),
        confidence=np.full(number, 0.9),
        variables={
            "speaker": Column(actors, tuple(f"actor {n:06}" for n in range(ACTORS + 1)), Scale.TEXT),
            "issue": Column(issues, tuple(f"issue {n:06}" for n in range(ISSUES + 1)), Scale.TEXT),
            "stance": Column((rng.random(number) < 0.6).astype(np.int64), (0, 1), Scale.BOOLEAN),
        },
    )


def timed(name: str, act: Callable[[], _Made]) -> _Made:
    """Return what `act` gives, after telling how long it took."""
    start, work = time.perf_counter(), time.process_time()
    found = act()
    took, worked = time.perf_counter() - start, time.process_time() - work
    print(f"{took:8.2f} s, {worked:6.2f} s of work  {name}")
    return found


def main() -> int:
    """Tell the times."""
    events = timed("a million statements made", made)
    names = {"rows": "speaker", "columns": "issue", "qualifier": "stance"}
    agree = {"shape": Shape.ONE_MODE, "aggregation": Aggregation.CONGRUENCE}
    top = timed("one-mode, congruence, top 500", lambda: network(events, Design(**names, **agree, top=500)))
    print(f"            {len(top.rows)} actors, {len(top)} edges, {top.counted} statements count")
    timed("its communities", lambda: communities(top))
    timed(
        "its 20 heaviest edges, with their statements counted", lambda: [_support(top, at) for at in top.ranked()[:20]]
    )
    jaccard = Design(**names, **agree, top=500, normalization=Normalization.JACCARD)
    timed("the same, divided by Jaccard's", lambda: network(events, jaccard))
    subtract = Design(**names, aggregation=Aggregation.SUBTRACT)
    two = timed("two-mode, subtract, all actors", lambda: network(events, subtract))
    print(f"            {len(two.rows)} actors, {len(two.columns)} issues, {len(two)} edges")
    timed("duplicates by month", lambda: network(events, Design(**names, duplicates=Duplicates.MONTH)))
    return 0


def _support(found: Network, at: int) -> int:
    return found.support(int(found.weights.source[at]), int(found.weights.target[at]))


if __name__ == "__main__":
    sys.exit(main())
