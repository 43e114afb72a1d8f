"""What issues and stances add to a run: ``python -m bench.coding RECORD [--number N] [--codebook FILE]``.

Reads so many articles of made-up coverage (`bench.coverage`) into the record RECORD, tells what all their statements
are about, as the first run does, then reads a hundred more and tells it again, as each later run does at its end.
Prints how long each took, in seconds of the processor. Without new articles it is asked once more.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from bench.aligning import BATCH, add
from bench.coverage import Coverage
from onrecord.classify.issues import read_codebook
from onrecord.run import coding
from onrecord.store import Store


def measure(path: Path, number: int, codebook: Path | None, seed: int = 1) -> None:
    """Print what coding takes at first, after a hundred articles more, and after none."""
    articles = Coverage(seed).articles()
    with Store.open(path, create=True) as store:
        for _ in range(0, number, BATCH):
            add(store, list(islice(articles, BATCH)))
        if codebook is not None:
            _timed(f"{number} articles, a codebook", lambda: coding.use(store, read_codebook(codebook)))
        _timed(f"{number} articles", lambda: coding.follow(store))
        add(store, list(islice(articles, BATCH)))
        _timed(f"{BATCH} more", lambda: coding.follow(store))
        _timed("none more", lambda: coding.follow(store))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


def _timed(what: str, does: Callable[[], object]) -> None:
    began = time.process_time()
    does()
    print(f"{what:30s} {time.process_time() - began:7.1f} s", flush=True)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--number", type=int, default=20_000, help="articles, each of about five statements")
    parser.add_argument("--codebook", type=Path)
    given = parser.parse_args()
    measure(given.record, given.number, given.codebook)


if __name__ == "__main__":
    main()
