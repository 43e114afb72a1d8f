"""Time and memory of alignment as a record grows: ``python -m bench.aligning RECORD [--number N] [--every N]``.

Reads made-up coverage (`bench.coverage`) into the record RECORD, a batch after the other, and aligns after each as a
run does at its end. Of every so many articles it prints how long an article took to be aligned, in milliseconds of
the processor and of the clock, and how much memory the process held at most. Who is who is told by names alone:
``bench.identities`` measures that.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from bench.coverage import Coverage, Made
from onrecord.record import content_id
from onrecord.run.aligning import Aligning
from onrecord.store import Store

BATCH = 100


def add(store: Store, batch: Sequence[Made]) -> None:
    """Leave articles in the record, and who is who by names."""
    with store.writing() as connection:
        for made in batch:
            store.add(connection, made.capture, made.document, made.statements, made_by="bench")
        _identify(connection, batch)


def _identify(connection: Connection, batch: Sequence[Made]) -> None:
    cast = {actor.id: actor for made in batch for statement in made.statements for actor in statement.actors}
    ids = {key: content_id("identity", actor.name) for key, actor in cast.items()}
    people = sorted({(ids[key], actor.kind.value, actor.name) for key, actor in cast.items()})
    rows = [(key, kind, name, "by name", "[]") for key, kind, name in people]
    sql = "INSERT OR IGNORE INTO identities (id, kind, name, reason, judgements) VALUES (?, ?, ?, ?, ?)"
    connection.exec_driver_sql(sql, rows)
    members = [(key, ids[key], ids[key]) for key in sorted(cast)]
    connection.exec_driver_sql("INSERT INTO members (actor_id, identity_id, machine_id) VALUES (?, ?, ?)", members)


def measure(path: Path, number: int, every: int, seed: int = 1) -> None:
    """Read and align `number` articles; print what it took after `every` so many."""
    articles, aligning = Coverage(seed).articles(), Aligning()
    print("articles  ms processor  ms clock  MB most  MB file", flush=True)
    with Store.open(path, create=True) as store:
        spent = clock = 0.0
        for done in range(BATCH, number + 1, BATCH):
            add(store, list(islice(articles, BATCH)))
            began, at = time.process_time(), time.monotonic()
            aligning.run(store)
            spent, clock = spent + time.process_time() - began, clock + time.monotonic() - at
            if done % every == 0:
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                size = path.stat().st_size / 1e6
                told = f"{spent / every * 1000:12.1f}  {clock / every * 1000:8.1f}  {memory:7.0f}  {size:7.0f}"
                print(f"{done:8}  {told}", flush=True)
                spent = clock = 0.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--number", type=int, default=100_000)
    parser.add_argument("--every", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.record.unlink(missing_ok=True)
    measure(arguments.record, arguments.number, arguments.every, arguments.seed)


if __name__ == "__main__":
    main()
