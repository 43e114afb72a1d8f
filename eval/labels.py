"""Attributions with labels of what they are: our own of training articles, and those matched on newswcl50."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from eval.matching import matched
from eval.measures import ROOT, SHARED, newswcl50_articles, offsets, public, rows, scorer
from onrecord.classify.features import Features, features
from onrecord.classify.stated import retold
from onrecord.record import Act, Attribution, Form, Span, Statement

GOLD = ROOT / "eval" / "gold" / "statements-train.jsonl"
MORE_TYPES = GOLD.with_name("types-train.jsonl")
"""A second batch, statements only: most of its lines were sought for their rare types (`sampling` says how)."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An attribution's features and whether it is a statement; `label` has all that was labelled."""

    article: str
    features: Features
    statement: bool
    label: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TypeLabel:
    """A statement and the type that a reader gave it; `sure` where a second reader would hardly differ."""

    article: str
    statement: Statement
    kind: str
    sure: bool
    label: dict[str, Any]


def type_labels() -> Iterator[TypeLabel]:
    """Yield our labels of types, by article and place; needs ../shared for the texts."""
    texts = texts_of_labels()
    labels = [row for path in (GOLD, MORE_TYPES) for row in rows(path) if row["statement"]]
    for label in sorted(labels, key=lambda row: (row["article"], row["content"], row["cue"])):
        statement = Statement(attribution(label, texts[label["article"]]), None, "label")
        yield TypeLabel(label["article"], statement, label["type"], label["sure"], label)


def newswcl50_types() -> Iterator[TypeLabel]:
    """Yield the public statements found on newswcl50 that the scorer matches with a labelled one."""
    folder, module = SHARED / "corpora" / "newswcl50", scorer("statements")
    labels = list(rows(folder / "labels" / "statements.jsonl"))
    for name, read in newswcl50_articles().items():
        text = next(folder.rglob(name)).open(encoding="utf-8", newline="").read()
        words, found = [match.span() for match in module.WORD.finditer(text)], public(read.statements)
        golds = [label for label in labels if label["article"] == name]
        gold = [module.word_set(module.spans_of(label["content"]), words) for label in golds]
        mine = [module.word_set(offsets(each.attribution)["content"], words) for each in found]
        for i, j in sorted(matched(gold, mine).items()):
            sure = golds[i].get("confidence", 1) == 1
            yield TypeLabel(name, found[j], golds[i]["type"], sure, golds[i])


def labelled() -> Iterator[Labelled]:
    """Yield our labels of articles of PolNeAR train and of the AEB, by article; needs ../shared for the texts."""
    by_article: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(GOLD):
        by_article[row["article"]].append(row)
    texts = texts_of_labels()
    for article, labels in sorted(by_article.items()):
        found = [attribution(label, texts[article]) for label in labels]
        for label, each, again in zip(labels, found, retold(found), strict=True):
            yield Labelled(article, features(each, retold=again), bool(label["statement"]), label)


@cache
def texts_of_labels() -> dict[str, str]:
    """Return the texts that labels may be of, by the name that they have there."""
    corpora = SHARED / "corpora"
    texts = {row["id"]: row["text"] for row in rows(corpora / "polnear" / "train.jsonl.gz")}
    pages = json.loads((corpora / "aeb" / "ground-truth.json").read_text(encoding="utf-8"))
    return texts | {f"aeb:{name}": page["articleBody"] for name, page in pages.items()}


def attribution(label: dict[str, Any], text: str) -> Attribution:
    """Return the attribution that a line of labels tells the offsets of."""
    roles = {
        role: tuple(Span.of(text, start, end) for start, end in label[role])
        for role in ("source", "cue", "content", "via")
    }
    form, act = Form(label["form"]), Act(label["act"])
    return Attribution(label["article"], form=form, act=act, confidence=label["confidence"], **roles)


def newswcl50_candidates() -> tuple[list[Labelled], int]:
    """Return the attributions found on newswcl50, each with whether the scorer matches it, and the number of gold."""
    folder, module = SHARED / "corpora" / "newswcl50", scorer("statements")
    gold = list(rows(folder / "labels" / "statements.jsonl"))
    found: list[Labelled] = []
    for article, read in newswcl50_articles().items():
        text = next(folder.rglob(article)).open(encoding="utf-8", newline="").read()
        attributions = [s.attribution for s in read.statements]
        words = [match.span() for match in module.WORD.finditer(text)]
        golds = [module.word_set(module.spans_of(g["content"]), words) for g in gold if g["article"] == article]
        mine = [module.word_set(offsets(a)["content"], words) for a in attributions]
        right = set(matched(golds, mine).values())
        for number, (each, again) in enumerate(zip(attributions, retold(attributions), strict=True)):
            found.append(Labelled(article, features(each, retold=again), number in right, {}))
    return found, len(gold)
