"""Reprints, held wire copy and same-event articles: ``python -m eval.reprints``.

Generated pairs of the corpora beside the checkout go in with articles that only look related, all as one collection
through the index, as a record would hold them. Told are recall by way of making, precision over all pairs that are
called related by their text, and, of newswcl50, pairs of different articles called so (there should be none).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from random import Random
from xml.etree import ElementTree

from eval.measures import SHARED, Measured, rows
from eval.reprinting import HELD, Pair, Text, furnished, reprints, sharing_quotation
from onrecord.align.lineage import Index, Prose, descent, fingerprints, kinship, prose, same_event
from onrecord.align.lineage.topic import nearness
from onrecord.clean import document
from onrecord.clean.times import find_times
from onrecord.record import Capture, Descent, DescentKind, Document, Given, MediaType

CORPORA = SHARED / "corpora"
LEAST_WORDS = 120
"""Words of the shortest article of which reprints are made."""
RUN = 12
"""Words in a row by which real reprints among the corpora's articles are known: those that share a tenth of theirs."""
PARTS = frozenset({DescentKind.CONTAINS, DescentKind.EXCERPT})


def read(text: Text) -> Document:
    """Return a text as the pipeline reads it."""
    given = Given(outlet=text.outlet, published=text.day, charset="utf-8")
    return document(Capture(text.text.encode(), MediaType.PLAIN, text.name, text.name, given))


def articles() -> list[Text]:
    """Return the articles of the corpora, in a defined order.

    Left out are short ones, lists that repeat themselves, and real reprints of others.
    """
    found: list[Text] = []
    seen = set[str]()
    for text in [*_polnear(), *_gum(), *_meantime(), *_aeb(), *newswcl50()]:
        words = text.text.split()
        runs = {" ".join(words[place : place + RUN]) for place in range(len(words))}
        if len(words) >= LEAST_WORDS and len(runs) > len(words) * 0.9 and len(runs & seen) < len(runs) / 10:
            found.append(text)
        seen |= runs
    return found


def newswcl50() -> list[Text]:
    """Return the labelled articles of newswcl50 with their days."""
    folder = CORPORA / "newswcl50"
    return [
        Text(
            row["article"],
            f"outlet {row['outlet_orientation']}",
            row["published"].rstrip("~").split("/")[-1],
            next(folder.rglob(row["article"])).read_bytes().decode("utf-8"),
        )
        for row in sorted(rows(folder / "labels" / "articles.jsonl"), key=lambda row: str(row["article"]))
    ]


def _polnear() -> Iterator[Text]:
    for part in ("train", "dev"):
        for row in rows(CORPORA / "polnear" / f"{part}.jsonl.gz"):
            yield Text(row["id"], row["outlet"], row["published"], row["text"])


def _gum() -> Iterator[Text]:
    for path in sorted((CORPORA / "gum").glob("*.conllu")):
        told = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            told += "\n" * line.startswith("# newpar ")
            told += line.removeprefix("# text = ") + " " if line.startswith("# text = ") else ""
        yield Text(path.stem, "Wikinews", "2017-01-01", told)


def meantime() -> Iterator[tuple[str, Text]]:
    """Yield the articles of MEANTIME with their topic; the second sentence is the date."""
    for path in sorted((CORPORA / "meantime" / "intra_cross-doc_annotation").glob("*/*.xml")):
        tree = ElementTree.parse(path)
        told: dict[int, list[str]] = {}
        for token in tree.iter("token"):
            told.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
        day = _day(" ".join(told.get(1, [])))
        yield path.parent.name, Text(path.stem, "Wikinews", day, "\n".join(" ".join(told[n]) for n in sorted(told)))


def _meantime() -> Iterator[Text]:
    yield from (text for _, text in meantime())


def _day(words: str) -> str:
    found = [time.iso for time in find_times(words.replace(" ,", ",")) if time.iso]
    return found[0][:10] if found else "2000-01-01"


def _aeb() -> Iterator[Text]:
    for name, row in sorted(json.loads((CORPORA / "aeb" / "ground-truth.json").read_text("utf-8")).items()):
        yield Text(name, row["url"].split("/")[2], "2019-11-19", row["articleBody"])


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts that go in together, and the pairs that were made."""

    texts: list[Text]
    pairs: list[Pair]


def collection(part: int, seed: int = 0) -> Collection:
    """Return half of the articles with what was made of them; the other half gives what is added."""
    chance = Random(f"{seed} {part}")
    every = articles()
    given, donors = every[part::2], every[1 - part :: 2]
    chance.shuffle(given)
    chance.shuffle(donors)
    third = len(given) // 3
    made = list(reprints(given[: 2 * third], donors[: len(donors) * 3 // 4], chance))
    quoting = list(sharing_quotation(given[2 * third : 5 * third // 2], donors[len(donors) * 3 // 4 :], chance))
    alike = list(furnished(given[5 * third // 2 :], chance))
    texts = [text for one, other, _ in (*made, *quoting) for text in (one, other)]
    return Collection(texts + alike, [pair for *_, pair in (*made, *quoting)])


def found_in(told: Mapping[str, Prose]) -> dict[tuple[str, str], Descent]:
    """Return by pair of names what the index finds and the comparison calls related by text."""
    index, names, found = Index(), {each.document_id: name for name, each in told.items()}, {}
    for name, each in sorted(told.items()):
        for other in index.add(each.document_id, fingerprints(each)):
            related = kinship(each, told[names[other]])
            if related is not None:
                a, b = sorted((name, names[other]))
                found[a, b] = related
    return found


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found of the pairs: how many of each making were made, found, and named right; wrong pairs by name."""

    made: Counter[str]
    found: Counter[str]
    named: Counter[str]
    missed: list[Pair]
    wrong: list[tuple[str, str]]

    @property
    def recall(self) -> float:
        """The share of the made pairs that was found."""
        return self.found.total() / self.made.total()

    @property
    def precision(self) -> float:
        """The share of made ones among all pairs that were found."""
        return self.found.total() / max(1, self.found.total() + len(self.wrong))


def outcome(given: Collection) -> Outcome:
    """Return what of a collection is found."""
    told = {text.name: prose(read(text)) for text in given.texts}
    related = found_in(told)
    true = {tuple(sorted((pair.a, pair.b))): pair for pair in given.pairs if pair.made}
    result = Outcome(Counter(), Counter(), Counter(), [], [])
    for names, pair in true.items():
        result.made[pair.made] += 1
        if names not in related:
            result.missed.append(pair)
            continue
        result.found[pair.made] += 1
        result.named[pair.made] += (related[names].kind in PARTS) == (pair.made in HELD)
    result.wrong.extend(sorted(related.keys() - true.keys()))
    return result


def false_reprints() -> int:
    """Return how many of all pairs of different articles of newswcl50 are called related by their text."""
    told = [prose(read(text)) for text in newswcl50()]
    return sum(kinship(a, b) is not None for a, b in combinations(told, 2))


def f1(pairs: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Return precision, recall and F1 of (true, said) pairs."""
    counts = Counter(pairs)
    right, extra, missed = counts[True, True], counts[False, True], counts[True, False]
    return {
        "precision": right / max(1, right + extra),
        "recall": right / max(1, right + missed),
        "f1": 2 * right / max(1, 2 * right + extra + missed),
    }


def events() -> dict[str, float]:
    """Return how well pairs of newswcl50 of one event are told from those of two."""
    told = [(text.name.split("_")[0], prose(read(text))) for text in newswcl50()]
    return f1((one == other, same_event(a, b) is not None) for (one, a), (other, b) in combinations(told, 2))


def topics(near: float = 0.45) -> dict[str, float]:
    """Return how well pairs of MEANTIME of one topic are told apart by nearness alone: topics are wider than events."""
    told = [(topic, prose(read(text))) for topic, text in meantime()]
    return f1((one == other, nearness(a.topic, b.topic) >= near) for (one, a), (other, b) in combinations(told, 2))


def meantime_events() -> list[tuple[str, str]]:
    """Return the pairs of MEANTIME that are called the same event, to be looked at."""
    told = [(text.name, prose(read(text))) for _, text in meantime()]
    found = (((x, y), descent(a, b)) for (x, a), (y, b) in combinations(told, 2))
    return [names for names, related in found if related is not None]


def measure() -> Measured:
    """Return recall and precision of generated reprints, and of same-event pairs, for the gate."""
    parts = [outcome(collection(part)) for part in (0, 1)]
    made, found = (sum(getattr(p, name).total() for p in parts) for name in ("made", "found"))
    wrong = sum(len(p.wrong) for p in parts)
    scores = {"recall": found / made, "precision": found / (found + wrong), "apart": float(false_reprints() == 0)}
    scores["events"] = events()["f1"]
    return Measured(scores, {})


def report(result: Outcome) -> Iterator[str]:
    """Yield lines that tell what was found."""
    for made, count in sorted(result.made.items()):
        found, named = result.found[made] / count, result.named[made] / count
        yield f"  {made:18s} {count:4d}  found {found:.4f}  named {named:.4f}"
    yield f"  recall {result.recall:.4f}  precision {result.precision:.4f}"
    yield from (f"  missed {pair.b}" for pair in result.missed)
    yield from (f"  wrong {a} {b}" for a, b in result.wrong)


def main() -> None:
    """Print what is measured."""
    for part in (0, 1):
        given = collection(part)
        result = outcome(given)
        print(f"part {part}: {len(given.texts)} texts, {result.made.total()} made pairs", *report(result), sep="\n")
    print("newswcl50, different articles called related:", false_reprints(), "of 190")
    print("newswcl50, same event:", events())
    print("MEANTIME, same topic by nearness:", topics())
    print("MEANTIME, called the same event:", *meantime_events(), sep="\n    ")


if __name__ == "__main__":
    main()
