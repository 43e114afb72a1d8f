"""A researcher's path, timed: ``python -m bench.researcher [--keep FOLDER]``.

Writes the 84 articles of PolNeAR dev (../shared) as JSON Lines, then runs the commands that a researcher would: read
them, list the positions, and have the congruence network as GraphML and as a picture. Prints the commands and how many
seconds of the clock each took, the start of Python included.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from eval.measures import SHARED, rows

COMMANDS = (
    "read articles.jsonl --record study.onrecord",
    "positions --record study.onrecord --json",
    "network --record study.onrecord --type onemode --aggregation congruence --format graphml --out network.graphml "
    "--picture network.png",
)


def write_articles(path: Path) -> int:
    """Leave the articles in a file, one a line; return how many there are."""
    number = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows(SHARED / "corpora" / "polnear" / "dev.jsonl.gz"):
            told = {"text": row["text"], "url": row["id"], "outlet": row["outlet"], "published": row["published"]}
            out.write(json.dumps(told, ensure_ascii=False) + "\n")
            number += 1
    return number


def timed(command: str, folder: Path) -> float:
    """Run ``onrecord COMMAND`` in a folder, its answer kept there; return the seconds. Fails where it fails."""
    began = time.monotonic()
    with (folder / f"{command.split()[0]}.out").open("wb") as out:
        subprocess.run(
            [Path(sys.executable).with_name("onrecord"), *shlex.split(command)], cwd=folder, stdout=out, check=True
        )
    return time.monotonic() - began


def measure(folder: Path) -> float:
    """Walk the path in `folder`, print each step, and return the seconds in all."""
    print(f"{write_articles(folder / 'articles.jsonl')} articles")
    whole = 0.0
    for command in COMMANDS:
        seconds = timed(command, folder)
        whole += seconds
        print(f"{seconds:6.1f} s  onrecord {command}", flush=True)
    print(f"{whole:6.1f} s in all; {len((folder / 'positions.out').read_text('utf-8').splitlines())} positions")
    return whole


def main() -> None:
    """Measure in a folder that is taken away, or kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="an empty or missing folder in which the results stay")
    keep = parser.parse_args().keep
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        measure(keep)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder))


if __name__ == "__main__":
    main()
