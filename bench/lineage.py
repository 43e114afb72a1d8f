"""Lineage over very many articles: ``python -m bench.lineage [COUNT]``, by default 100,000.

Made-up coverage goes through `prose`, `keys`, the index and `descent` one by one, as a record would grow: reports of
agencies with up to 200 reprints, cut and added to, reports of the same events in other words, and 300 outlets that
each put the same notice under every article. Printed are the time for each tenth and the memory at its end.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections import Counter
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from onrecord.align.lineage import Index, Prose, descent, keys, packed, prose, unpacked
from onrecord.record import Basis, Document, Moment, OffsetMap, Region, RegionKind

OUTLETS = 300
DAYS = 365
SENTENCES = 14
SYLLABLES = re.findall("..", "karutemovisaridepriostlanergubonesifaluwedrami")


class Coverage:
    """Made-up articles, the same from the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self.chance = Random(seed)
        made = {"".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4))) for _ in range(40_000)}
        self.words = sorted(made)
        self.chance.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.notices = [self.sentences(4) for _ in range(OUTLETS)]

    def sentences(self, count: int, about: tuple[str, ...] = ()) -> list[str]:
        """Return sentences of some twenty words, with words of what they are about."""
        found = []
        for _ in range(count):
            words = self.chance.choices(self.words, cum_weights=self.weights, k=18)
            words[3:3] = self.chance.sample(about, min(2, len(about)))
            found.append(" ".join(words).capitalize() + ".")
        return found

    def articles(self, count: int) -> list[tuple[str, str, str]]:
        """Return articles as (outlet, day, text), day by day."""
        found: list[tuple[str, str, str]] = []
        while len(found) < count:
            about = tuple(word.capitalize() for word in self.chance.choices(self.words, k=6))
            when = date(2025, 1, 1) + timedelta(days=self.chance.randrange(DAYS))
            wire = self.sentences(SENTENCES, about)
            told = [self.reprint(wire) for _ in range(min(200, int(self.chance.paretovariate(0.9))))]
            told += [self.sentences(SENTENCES, about) for _ in range(self.chance.randint(1, 6))]
            found += [self.printed(sentences, when) for sentences in told]
        self.chance.shuffle(found)
        return sorted(found[:count], key=lambda article: article[1])

    def reprint(self, wire: list[str]) -> list[str]:
        """Return the report cut by up to a third, with a sentence or two of the outlet's own."""
        kept = [sentence for sentence in wire if self.chance.random() > 0.2]
        return kept + self.sentences(self.chance.randint(0, 2))

    def printed(self, told: list[str], when: date) -> tuple[str, str, str]:
        """Return the sentences as an article of one of the outlets, with its notice."""
        outlet = self.chance.randrange(OUTLETS)
        notice = self.notices[outlet]
        return f"outlet {outlet}", when.isoformat(), "\n".join([*told, " ".join(notice)])


def read(number: int, outlet: str, day: str, text: str) -> Prose:
    """Return an article's prose."""
    region = Region(0, len(text), RegionKind.BODY)
    when = Moment(day, Basis.GIVEN)
    offsets = OffsetMap.identity(len(text))
    return prose(Document(f"{number:08}", text, (region,), offsets, "utf-8", outlet=outlet, published=when))


def main() -> None:
    """Print time and memory for each tenth of the articles."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    coverage = Coverage().articles(count)
    index, kept, found = Index(), dict[str, bytes](), Counter[str]()
    print(f"{'articles':>9s} {'ms each':>8s} {'looked at':>9s} {'MB':>6s}  found")
    started, looked = time.process_time(), 0
    for number, (outlet, day, text) in enumerate(coverage, 1):
        told = read(number, outlet, day, text)
        for other in index.add(told.document_id, keys(told)):
            looked += 1
            related = descent(told, unpacked(kept[other]))
            if related is not None:
                found[related.kind.value] += 1
        kept[told.document_id] = packed(told)
        if number % (count // 10) == 0:
            each = (time.process_time() - started) / (count // 10)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            counts = ", ".join(f"{kind} {value}" for kind, value in sorted(found.items()))
            print(f"{number:9,d} {1000 * each:8.2f} {looked / (count // 10):9.1f} {memory:6.0f}  {counts}", flush=True)
            started, looked = time.process_time(), 0


if __name__ == "__main__":
    main()
