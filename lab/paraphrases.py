"""How well texts' vectors and words tell paraphrases from other statements: ``python -m lab.paraphrases``.

Pairs of statements of one speaker in the labelled events of newswcl50; those linked as tellings of one passage should
be nearer than the others. AUC: the chance that a linked pair is nearer than one that is not.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from eval.measures import SHARED, rows

from onrecord.meaning import Vectors, meant, overlap, vectors, words

Nearness = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contents of one speaker: whether they tell one passage, and whether of one occasion."""

    a: str
    b: str
    linked: bool
    occasion: bool


@cache
def pairs() -> tuple[Pair, ...]:
    """Return all pairs of one speaker's statements within an event, and all linked ones."""
    folder = SHARED / "corpora" / "newswcl50" / "labels"
    occasion = {row["statement"]: row["occasion"] for row in rows(folder / "occasions.jsonl")}
    linked = {frozenset((row["a"], row["b"])) for row in rows(folder / "links.jsonl")}
    found = []
    for a, b in combinations(sorted(rows(folder / "statements.jsonl"), key=lambda row: str(row["id"])), 2):
        link, same = frozenset((a["id"], b["id"])) in linked, a["speaker"] == b["speaker"]
        if a["article"][0] == b["article"][0] and (link or same):
            met = occasion[a["id"]] is not None and occasion[a["id"]] == occasion[b["id"]]
            found.append(Pair(_content(a), _content(b), link, met))
    return tuple(found)


def _content(row: dict[str, object]) -> str:
    spans = row["content"]
    assert isinstance(spans, list)
    return " … ".join(span["text"] for span in spans)


def auc(chances: Iterable[tuple[float, bool]]) -> float:
    """Return the chance that a true one lies above a false one; ties count half."""
    ranked, true, below, area = sorted(chances), 0, 0, 0.0
    true = sum(truth for _, truth in ranked)
    start = 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end][0] == ranked[start][0]:
            end += 1
        tied = sum(truth for _, truth in ranked[start:end])
        area += tied * (below + (end - start - tied) / 2)
        below += end - start - tied
        start = end
    return area / (true * below)


def print_auc(name: str, nearness: Nearness) -> None:
    """Print the AUC over all pairs, and over those of one occasion."""
    near = [(nearness(pair.a, pair.b), pair) for pair in pairs()]
    every = auc((value, pair.linked) for value, pair in near)
    met = auc((value, pair.linked) for value, pair in near if pair.occasion)
    print(f"{name:36s} one speaker {every:.4f}  one occasion {met:.4f}", flush=True)


def rarity() -> Callable[[str], float]:
    """Return the idf of words over the contents, as a record of these articles would count it."""
    contents = {text for pair in pairs() for text in (pair.a, pair.b)}
    counts = Counter(word for text in contents for word in set(words(text)))
    return lambda word: math.log((len(contents) + 1) / (counts[word] + 0.5))


def weighed(pair: tuple[float, float]) -> float:
    """Return one number for the two shares: the larger, and a little of the smaller."""
    return max(pair) + 0.3 * min(pair)


def measure(known: Vectors) -> None:
    """Print how these vectors do."""
    idf, of = rarity(), cache(lambda text: meant(text, known))
    print_auc("vectors of texts", lambda a, b: float(of(a).vector @ of(b).vector))
    print_auc("soft overlap, lengths as weights", lambda a, b: weighed(overlap(of(a), of(b))))
    print_auc("soft overlap, idf", lambda a, b: weighed(overlap(of(a), of(b), idf)))


def words_alone() -> None:
    """Print how shared words do without any vectors."""
    idf, sets = rarity(), cache(lambda text: frozenset(re.findall(r"\w+", text.lower())))

    def shared(a: str, b: str, weight: Callable[[str], float]) -> float:
        one, other = sets(a), sets(b)
        both = sum(map(weight, one & other))
        return both / max(1e-9, min(sum(map(weight, one)), sum(map(weight, other))))

    print_auc("shared words / all words", lambda a, b: len(sets(a) & sets(b)) / max(1, len(sets(a) | sets(b))))
    print_auc("shared words / the fewer", lambda a, b: shared(a, b, lambda word: 1.0))
    print_auc("shared idf / the lesser", lambda a, b: shared(a, b, idf))


if __name__ == "__main__":
    linked, met = (sum(getattr(pair, kind) for pair in pairs()) for kind in ("linked", "occasion"))
    print(f"{len(pairs())} pairs, {linked} linked, {met} of one occasion")
    words_alone()
    measure(vectors())
