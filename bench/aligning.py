"""Time and memory of alignment as a record grows: ``python -m bench.aligning RECORD [--number N] [--every N]``.

Reads made-up coverage (`bench.coverage`) into the record RECORD, a batch after the other, and finds who is who and
aligns after each as a run does at its end. Of every so many articles it prints how long both took for one article, in
milliseconds of the processor, and together by the clock; and how much memory the process held at most.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from bench.coverage import Coverage, Made
from onrecord.run.aligning import Aligning
from onrecord.run.identify import identify
from onrecord.store import Store

BATCH = 100


def add(store: Store, batch: Sequence[Made]) -> None:
    """Leave articles in the record."""
    with store.writing() as connection:
        for made in batch:
            store.add(connection, made.capture, made.document, made.statements, made_by="bench")


def measure(path: Path, number: int, every: int, coverage: Coverage) -> None:
    """Read and align `number` articles; print what it took after `every` so many."""
    articles, aligning = coverage.articles(), Aligning()
    print("articles  who is who, ms  aligned, ms  ms clock  MB most  MB file", flush=True)
    with Store.open(path, create=True) as store:
        who = aligned = clock = 0.0
        for done in range(BATCH, number + 1, BATCH):
            add(store, list(islice(articles, BATCH)))
            began, at = time.process_time(), time.monotonic()
            with store.writing() as connection:
                identify(connection)
            known = time.process_time()
            aligning.run(store)
            ended = time.process_time()
            who, aligned, clock = who + known - began, aligned + ended - known, clock + time.monotonic() - at
            if done % every == 0:
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                told = [f"{spent / every * 1000:11.1f}" for spent in (who, aligned, clock)]
                print(f"{done:8}  {'  '.join(told)}  {memory:7.0f}  {path.stat().st_size / 1e6:7.0f}", flush=True)
                who = aligned = clock = 0.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--number", type=int, default=100_000)
    parser.add_argument("--every", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--outlets", type=int, default=11, help="that tell an event at most")
    arguments = parser.parse_args()
    arguments.record.unlink(missing_ok=True)
    coverage = Coverage(arguments.seed, outlets=arguments.outlets)
    measure(arguments.record, arguments.number, arguments.every, coverage)


if __name__ == "__main__":
    main()
