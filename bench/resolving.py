"""Words per second of resolving alone, on one core: ``python -m bench.resolving`` (needs ../shared).

Who, to whom, when, where and what the page contradicts, for the attributions that the tagger found before, over
PolNeAR dev and newswcl50; and telling statements apart. CPU time, so that what else runs counts little.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from eval.measures import SHARED, newswcl50_articles, rows, tagger

from onrecord import classify, clean, resolve
from onrecord.record import Attribution, Capture, Document, Given, MediaType

Tagged = list[tuple[Document, tuple[Attribution, ...]]]


def polnear() -> Tagged:
    """Return the articles of PolNeAR dev with their attributions."""
    found = []
    for row in rows(SHARED / "corpora" / "polnear" / "dev.jsonl.gz"):
        given = Given(published=row["published"], outlet=row["outlet"])
        document = clean.document(Capture(row["text"].encode(), MediaType.PLAIN, row["id"], row["id"], given))
        found.append((document, tagger().attributions(document)))
    return found


def newswcl50() -> Tagged:
    """Return the labelled articles of newswcl50 with their attributions."""
    return [(a.document, tuple(s.attribution for s in a.statements)) for a in newswcl50_articles().values()]


def measure(name: str, tagged: Tagged, work: Callable[[Document, tuple[Attribution, ...]], object]) -> None:
    """Print the words per second of `work`, the best of three rounds."""
    words = sum(len(document.text.split()) for document, _ in tagged)
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        for document, attributions in tagged:
            work(document, attributions)
        best = max(best, words / (time.process_time() - began))
    print(f"{name:32s} {best:9.0f} words/s of CPU time")


def main() -> int:
    """Measure over both corpora."""
    for name, tagged in (("PolNeAR dev", polnear()), ("newswcl50", newswcl50())):
        measure(f"{name}: resolve", tagged, resolve.resolution)
        measure(f"{name}: resolve, classify", tagged, lambda d, a: classify.stated(resolve.resolution(d, a).statements))
    return 0


if __name__ == "__main__":
    sys.exit(main())
