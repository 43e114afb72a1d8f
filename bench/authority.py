"""How many of newswcl50's labelled speakers the authority knows, and how fast it loads: ``python -m bench.authority``.

Needs ../shared. A label is known when it is a full name, alias, country or seat of exactly one entry.
``-v`` lists the labels of persons that are not.
"""

from __future__ import annotations

import argparse
import collections
import time

from eval.measures import SHARED, rows

from onrecord.resolve.authority import Authority


def known(authority: Authority, name: str) -> bool:
    """Return whether the name stands for one entry."""
    found = authority.find(name)
    return len(found) == 1 or (not found and bool(authority.country(name) or authority.seat(name)))


def labels(authority: Authority, verbose: bool) -> None:
    """Print the share of labelled speakers that is known, by kind; each label counts once a statement."""
    counts: collections.Counter[tuple[str, bool]] = collections.Counter()
    unknown: collections.Counter[str] = collections.Counter()
    for row in rows(SHARED / "corpora" / "newswcl50" / "labels" / "statements.jsonl"):
        kind, name = row.get("speaker_type"), row.get("speaker")
        if kind in ("person", "organisation", "government", "outlet", "country") and name:
            hit = known(authority, name)
            counts[kind, hit] += 1
            unknown[f"{kind}: {name}"] += not hit
    for kind in sorted({kind for kind, _ in counts}):
        total = counts[kind, True] + counts[kind, False]
        print(f"{kind:<14}{counts[kind, True]:>4} of {total:>4} known ({counts[kind, True] / total:.3f})")
    if verbose:
        print(*(f"{count:>4} {name}" for name, count in unknown.most_common() if count), sep="\n")


def speed() -> None:
    """Print the CPU time of a load and of building every index, the best of five."""
    loads, indexes = [], []
    for _ in range(5):
        begun = time.process_time()
        authority = Authority.load()
        loaded = time.process_time()
        for look_up in (authority.find, authority.by_surname, authority.country, authority.seat):
            look_up("x")
        authority.holders("head-of-state", "us", "2018-01-01")
        loads.append(loaded - begun)
        indexes.append(time.process_time() - loaded)
    print(f"load {min(loads) * 1000:.0f} ms, all indexes {min(indexes) * 1000:.0f} ms of CPU time")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="list the labels that are not known")
    arguments = parser.parse_args()
    speed()
    labels(Authority.load(), arguments.v)
