"""Words a second of time expressions on one core: ``python -m bench.times [FOLDER]``.

Without a folder it takes our own examples, and newswcl50 beside them where ../shared is there.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord import clean, read
from onrecord.errors import InputError
from onrecord.record import Capture, Document
from onrecord.resolve.when import times

ROOT = Path(__file__).resolve().parents[1]
_FOLDERS = (ROOT / "examples", ROOT.parent / "shared" / "corpora" / "newswcl50")


def documents(folders: list[Path]) -> Iterator[Document]:
    """Yield the documents of the plain texts below the folders that exist."""
    paths = [str(path) for folder in folders if folder.exists() for path in sorted(folder.rglob("*.txt"))]
    for capture in read.captures(paths):
        if isinstance(capture, Capture):
            try:
                yield clean.document(capture)
            except InputError as error:
                print(f"left out: {error}")


def main() -> None:
    """Print how many words there are, how many expressions, and the best of five runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", help="a folder with .txt files")
    folder = parser.parse_args().folder
    read_in = list(documents([Path(folder)] if folder else list(_FOLDERS)))
    words = sum(len(document.text.split()) for document in read_in)
    seconds, found = [], 0
    for _ in range(5):
        start = time.process_time()
        found = sum(len(times(document)) for document in read_in)
        seconds.append(time.process_time() - start)
    best = min(seconds)
    print(f"{len(read_in)} articles, {words} words, {found} expressions: {best:.3f} s, {words / best:,.0f} words/s")


if __name__ == "__main__":
    main()
