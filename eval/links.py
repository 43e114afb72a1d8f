"""Pairs of statements labelled by reading, and how far two readings agree: ``python -m eval.links``.

Each line of ``gold/links-train.jsonl`` holds two statements, as articles of PolNeAR train and the content spans that
the pipeline finds there (offsets only), and what reading both in their articles told, after part 2 of newswcl50's
guidelines: same speaker or not (whatever the pipeline takes them for), the same act of saying or not, and whether
they tell the same passage of it, with what shows it and what the less full telling is to the fuller one. Where
outlets cover one event, the statements of a speaker were read together: some 2,750 of the pairs not linked were not
looked at one by one, but are those that such a reading left apart, all close ones and a sample of the rest.

``gold/links-again.jsonl`` holds 120 of them read again, labels hidden and order shuffled, but by the same reader
within the hour, who remembered them: it shows slips, and nothing about how far two people would agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.measures import ROOT, SHARED, offsets, rows, tagger
from onrecord import pipeline
from onrecord.record import Capture, Given, LinkBasis, MediaType, Relation, Statement
from onrecord.run.article import Article

TRAIN = ROOT / "eval" / "gold" / "links-train.jsonl"
AGAIN = ROOT / "eval" / "gold" / "links-again.jsonl"
OCCASIONS = ("same", "different", "unknown")


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """A statement as the labels name it: its article and the ranges of its content, in code points."""

    article: str
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """What reading a pair told; `basis`, `relation` and `fuller` ("a" or "b") are None for a pair not linked.

    `occasion` is one of OCCASIONS, `sure` False where another careful reader could say otherwise. Raises ValueError
    for an answer that is none, and for a link of different speakers or occasions.
    """

    speaker_same: bool
    occasion: str
    link: bool
    basis: LinkBasis | None
    relation: Relation | None
    fuller: str | None
    sure: bool

    def __post_init__(self) -> None:
        if self.occasion not in OCCASIONS:
            raise ValueError(f"{self.occasion!r} is none of {OCCASIONS}")
        if self.link and not (self.speaker_same and self.occasion == "same"):
            raise ValueError("a link is between tellings of one act of saying")
        if {self.link} != {self.basis is not None, self.relation is not None, self.fuller in ("a", "b")}:
            raise ValueError("basis, relation and fuller side go with a link, and only with one")


Pairs = Mapping[tuple[Side, Side], Label]


def read(path: Path = TRAIN) -> dict[tuple[Side, Side], Label]:
    """Return the labels by their pairs, in order of the file."""
    return {(_side(row["a"]), _side(row["b"])): _label(row) for row in rows(path)}


def _side(row: list[Any]) -> Side:
    """Return what a line names by article and ranges."""
    article, content = row
    return Side(article, tuple((start, end) for start, end in content))


def _label(row: dict[str, Any]) -> Label:
    """Return what a line tells of its pair."""
    basis, relation = row["basis"], row["relation"]
    return Label(
        speaker_same=row["speaker_same"],
        occasion=row["occasion"],
        link=row["link"],
        basis=LinkBasis(basis) if basis else None,
        relation=Relation(relation) if relation else None,
        fuller=row["fuller"],
        sure=row["confidence"] == 1,
    )


def articles(pairs: Pairs) -> Iterator[tuple[str, Article]]:
    """Yield the articles of the pairs as the pipeline reads them, by id; needs ../shared, some 0.1 s each."""
    wanted = {side.article for pair in pairs for side in pair}
    for row in rows(SHARED / "corpora" / "polnear" / "train.jsonl.gz"):
        if row["id"] in wanted:
            given = Given(published=row["published"], charset="utf-8")
            capture = Capture(row["text"].encode(), MediaType.PLAIN, row["id"], row["id"], given)
            yield row["id"], pipeline.article(capture, tagger())


def statements(article: str, read_as: Article) -> dict[Side, Statement]:
    """Return the statements of an article by how the labels name them."""
    named = {}
    for statement in read_as.statements:
        content = offsets(statement.attribution)["content"]
        named[Side(article, tuple((start, end) for start, end in content))] = statement
    return named


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readings agree on the pairs that both read: shares from 0 to 1, `kappa` (Cohen, 1960) on `link`.

    `relation` is of the pairs that both link. What has nothing to be told from is 1.
    """

    pairs: int
    link: float
    kappa: float
    f1: float
    occasion: float
    relation: float


def agreement(one: Pairs, other: Pairs) -> Agreement:
    """Return how far two readings agree on the pairs that both read."""
    both = [(label, other[pair]) for pair, label in one.items() if pair in other]
    linked = sum(a.link and b.link for a, b in both)
    links, others = sum(a.link for a, _ in both), sum(b.link for _, b in both)
    same = _share([a.link == b.link for a, b in both])
    chance = (links * others + (len(both) - links) * (len(both) - others)) / len(both) ** 2 if both else 1.0
    return Agreement(
        pairs=len(both),
        link=same,
        kappa=(same - chance) / (1 - chance) if chance < 1 else 1.0,
        f1=2 * linked / (links + others) if links + others else 1.0,
        occasion=_share([a.occasion == b.occasion for a, b in both]),
        relation=_share([a.relation is b.relation for a, b in both if a.link and b.link]),
    )


def _share(answers: list[bool]) -> float:
    """Return the share that is true, 1 of none."""
    return sum(answers) / len(answers) if answers else 1.0


def main() -> None:
    """Print how many pairs there are of which kind, and how far the second reading agrees."""
    pairs = read()
    linked = {pair: label for pair, label in pairs.items() if label.link}
    across = sum(a.article != b.article for a, b in linked)
    print(f"{len(pairs)} pairs, {len(linked)} linked ({across} across articles)")
    print(f"linked and sure: {sum(label.sure for label in linked.values())}")
    for occasion in OCCASIONS:
        print(f"occasion {occasion}: {sum(label.occasion == occasion for label in pairs.values())}")
    for relation in Relation:
        if count := sum(label.relation is relation for label in linked.values()):
            print(f"{relation.value}: {count}")
    print(f"read again by the same reader, who remembered: {agreement(pairs, read(AGAIN))}")


if __name__ == "__main__":
    main()
