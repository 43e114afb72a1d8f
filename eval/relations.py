"""What a telling is to the fuller one, against the labelled links of newswcl50: ``python -m eval.relations [-v]``.

The spans and forms are the labels' own, the quotation marks those of the article: what is measured is
`onrecord.text.differences.relation` alone.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eval.measures import SHARED, Measured, rows
from onrecord.record import Form, Part, Relation, Told
from onrecord.text.differences import differences, relation
from onrecord.text.quotations import quotations

FOLDER = SHARED / "corpora" / "newswcl50"


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled link: the fuller telling, the other, the label's relation, ours, and whether the label is sure."""

    fuller: Told
    other: Told
    label: Relation
    ours: Relation
    sure: bool


def judged() -> Iterator[Judged]:
    """Yield the labelled links in order."""
    told = {t.statement_id: t for t in _told()}
    for row in rows(FOLDER / "labels" / "links.jsonl"):
        fuller, other = told[row["a"]], told[row["b"]]
        label = Relation(row["relation"])
        yield Judged(fuller, other, label, relation(fuller, other), row["confidence"] == 1)


def _told() -> Iterator[Told]:
    texts: dict[str, str] = {}
    for row in rows(FOLDER / "labels" / "statements.jsonl"):
        name = row["article"]
        if name not in texts:
            texts[name] = next(FOLDER.rglob(name)).open(encoding="utf-8", newline="").read()
        parts = tuple(_part(texts[name], content) for content in row["content"])
        yield Told(row["id"], name, None, row["speaker"], None, Form(row["form"]), parts, "")


def _part(text: str, content: dict[str, Any]) -> Part:
    start, end = content["start"], content["end"]
    inner = [(max(q.inner_start, start), min(q.inner_end, end)) for q in quotations(text)]
    return Part(text[start:end], tuple((a - start, b - start) for a, b in inner if a < b))


def relations() -> Measured:
    """Return the share of labelled links whose relation is told right, of all and of the sure ones."""
    found = list(judged())
    sure = [j for j in found if j.sure]
    return Measured({"right": _right(found), "right_sure": _right(sure)}, {})


def _right(found: list[Judged]) -> float:
    return sum(j.label is j.ours for j in found) / len(found)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="show what is told wrong")
    args = parser.parse_args()
    found = list(judged())
    for (label, ours), count in sorted(Counter((j.label.value, j.ours.value) for j in found).items()):
        print(f"{label:11s} told as {ours:11s} {count:4d}")
    for name, score in relations().scores.items():
        print(f"{name:11s} {score:.4f}")
    for one in found if args.verbose else ():
        if one.label is not one.ours:
            print(f"\n{one.label} told as {one.ours}\n  {one.fuller.words}\n  {one.other.words}")
            print(*(f"    {d.kind}: {d.reason}" for d in differences(one.fuller, one.other)), sep="\n")


if __name__ == "__main__":
    main()
