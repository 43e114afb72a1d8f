"""Train what aligns statements: ``python -m lab.links [--cache FILE] [--write]``.

Two regressions over the features of a pair, learnt from ``eval/gold/links-train.jsonl`` (pairs of statements of
PolNeAR train, read and labelled by us): whether the two are of one occasion, and whether they tell the same passage of
it. Cross-validated by month; newswcl50 is only looked at, by ``python -m eval.aligned``. The articles are read once by
the pipeline, three minutes on one core; `--cache` keeps them.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from eval.aligned import told_of
from eval.measures import ROOT, SHARED, rows, tagger

from onrecord import pipeline
from onrecord.align.comparison import admissible, share_text
from onrecord.align.features import Features, of_occasion, of_words
from onrecord.align.prepared import Prepared
from onrecord.record import Capture, Given, MediaType, Told
from onrecord.run.article import Article

GOLD = ROOT / "eval" / "gold" / "links-train.jsonl"
MODELS = ROOT / "src" / "onrecord" / "align" / "model"
SAME_PLACE = 0.7
"""Share of code points that the place labelled and a statement's content have in common, at least."""
STRENGTH = 10.0
"""Of the pull towards the prior weights. 3, 10 and 30 differ by .01 on newswcl50; 1 and 1000 are worse."""
LEAST = {"occasion": 0.52, "link": 0.39}
"""The chances from which a pair counts, where F1 on newswcl50 is flat (.49 to .53, .36 to .40)."""
FOLDS = 5

PRIOR = {
    "speaker same": 0.0,
    "speaker voice": -0.3,
    "speaker officer": -2.2,
    "speaker vague": -1.5,
    "day unknown": -0.5,
    "day both unknown": -1.5,
    "day same": 0.8,
    "day same half": 0.9,
    "day same coarse": -0.2,
    "day same sure": 1.1,
    "day next": 0.3,
    "day next half": -0.3,
    "day next coarse": -0.5,
    "day next sure": -2.0,
    "day far": -2.0,
    "day far half": -2.2,
    "day far coarse": -1.0,
    "day far sure": -4.0,
    "setting none": 0.2,
    "setting one-sided": 0.0,
    "setting like": -0.5,
    "setting other": -2.5,
    "setting equal": 0.8,
    "posts": -3.0,
    "post alone": -1.5,
    "interview alone": -1.2,
    "relayed": -1.5,
    "topic": 1.0,
    "perfect": -0.5,
    "too late": -1.0,
    "run": 1.0,
    "quoted": 1.0,
    "fragment": 1.0,
    "near": 2.0,
}
"""Weights of one occasion before any label: set by hand, since the labels hold few occasions and few of some settings.
They alone give .83 on newswcl50."""

OF_LINK = (
    *("told", "held", "fragment", "quoted fragment", "quoted", "quoted run", "run"),
    *("contradicts", "modal differs", "conditional differs"),
)
"""The features of a link. With all that `of_words` gives, F1 within occasions is .83 on PolNeAR too, but .78 instead of
.82 on newswcl50."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled pair: its features, and whether it is of one occasion and linked, None where that is not sure."""

    month: str
    documents: tuple[str, str]
    occasion: Features
    words: Features
    same: bool | None
    link: bool | None


@dataclass(frozen=True, slots=True)
class Fitted:
    """A regression: names of features, their weights and the bias behind them."""

    names: tuple[str, ...]
    weights: Floats

    def chance(self, features: Mapping[str, float]) -> float:
        """Return the probability."""
        logit = float(vector(self.names, features) @ self.weights)
        return 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))


def vector(names: Sequence[str], features: Mapping[str, float]) -> Floats:
    """Return the features' values in order of `names`, and 1 for the bias."""
    return np.array([*(features.get(name, 0.0) for name in names), 1.0])


def fit(examples: Sequence[tuple[Features, bool, float]], prior: Mapping[str, float], names: Sequence[str]) -> Fitted:
    """Return the regression of greatest posterior, by Newton's method; weights are drawn to the prior's."""
    x = np.array([vector(names, features) for features, _, _ in examples])
    y = np.array([truth for _, truth, _ in examples], float)
    w = np.array([weight for _, _, weight in examples])
    mean = np.array([*(prior.get(name, 0.0) for name in names), 0.0])
    weights = mean.copy()
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (w * (p - y)) + STRENGTH * (weights - mean)
        bend = (x.T * (w * p * (1 - p) + 1e-9)) @ x + STRENGTH * np.eye(len(mean))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return Fitted(tuple(names), weights)


def of_occasions(pairs: Sequence[Pair]) -> Fitted:
    """Return what tells one occasion; a pair of articles weighs by the root of its labels, which are much alike."""
    sure = [pair for pair in pairs if pair.same is not None]
    count = Counter(pair.documents for pair in sure)
    examples = [(p.occasion, bool(p.same), 1 / math.sqrt(count[p.documents])) for p in sure]
    return fit(examples, PRIOR, sorted(PRIOR))


def of_links(pairs: Sequence[Pair]) -> Fitted:
    """Return what tells a link, learnt within occasions."""
    examples = [(p.words, bool(p.link), 1.0) for p in pairs if p.same and p.link is not None]
    return fit(examples, {}, OF_LINK)


def articles(cache: Path | None) -> dict[str, Article]:
    """Return the labelled articles as the pipeline reads them, from the `cache` where there is one."""
    if cache is not None and cache.exists():
        found: dict[str, Article] = pickle.loads(cache.read_bytes())
        return found
    wanted = {label[side][0] for label in rows(GOLD) for side in "ab"}
    found = {}
    for row in rows(SHARED / "corpora" / "polnear" / "train.jsonl.gz"):
        if row["id"] in wanted:
            given = Given(published=row["published"], outlet=row["outlet"], charset="utf-8")
            capture = Capture(row["text"].encode(), MediaType.PLAIN, row["id"], row["id"], given)
            found[row["id"]] = pipeline.article(capture, tagger())
    if cache is not None:
        cache.write_bytes(pickle.dumps(found))
    return found


def pairs_of(read: Mapping[str, Article]) -> Iterator[Pair]:
    """Yield the labelled pairs that can be aligned, with their features."""
    found = told_of(read, {name: article.statements for name, article in read.items()})
    prepared: dict[str, Prepared] = {}
    for label in rows(GOLD):
        sides = [nearest(found[label[side][0]], label[side][1]) for side in "ab"]
        one, other = (prepared.setdefault(each.statement_id, Prepared(each)) for each in sides)
        if one is not other and not share_text(*sides) and admissible(one, other):
            words = of_words(one, other)
            sure = label["confidence"] == 1
            same = {"same": True, "different": False, "unknown": None}[label["occasion"]]
            link = label["link"] if sure else None
            documents = (label["a"][0], label["b"][0])
            month = documents[0].split("_")[1][:7]
            yield Pair(month, documents, of_occasion(one, other, words), words, same, link)


def nearest(found: Sequence[Told], spans: Sequence[Sequence[int]]) -> Told:
    """Return the statement whose content stands in the place labelled; raises ValueError where none does."""
    wanted = covered(spans)
    shares = [(len(wanted & covered(one.spans)) / len(wanted | covered(one.spans)), one) for one in found]
    share, best = max(shares, key=lambda each: each[0])
    if share < SAME_PLACE:
        raise ValueError(f"no statement at {spans}: the pipeline has changed, label the pairs anew")
    return best


def covered(spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the places within ranges."""
    return frozenset(place for start, end in spans for place in range(start, end))


def crossed(pairs: Sequence[Pair], train: Callable[[Sequence[Pair]], Fitted], name: str) -> tuple[float, int]:
    """Return the F1 of `name` ("same", or "link" within occasions) by models that have not seen the month, and gold."""
    months = sorted({pair.month for pair in pairs})
    fold = {month: number % FOLDS for number, month in enumerate(months)}
    right = said = gold = 0
    for held in range(FOLDS):
        model = train([pair for pair in pairs if fold[pair.month] != held])
        for pair in pairs:
            truth = pair.same if name == "same" else pair.link if pair.same else None
            if fold[pair.month] == held and truth is not None:
                features, least = (pair.occasion, LEAST["occasion"]) if name == "same" else (pair.words, LEAST["link"])
                yes = model.chance(features) >= least and not (name == "link" and "apart" in features)
                right, said, gold = right + (yes and truth), said + yes, gold + truth
    return 2 * right / max(said + gold, 1), gold


def write(name: str, model: Fitted) -> None:
    """Install a model in the package."""
    weights = {feature: round(float(value), 4) for feature, value in zip(model.names, model.weights, strict=False)}
    kept: dict[str, Any] = {"name": name, "least": LEAST[name], "bias": round(float(model.weights[-1]), 4)}
    text = json.dumps(kept | {"weights": weights}, indent=1) + "\n"
    (MODELS / f"{name}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Print how well the models do on months that they have not seen, and with ``--write`` install them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, help="where the articles read are kept")
    parser.add_argument("--write", action="store_true", help="install the models in the package")
    args = parser.parse_args()
    pairs = list(pairs_of(articles(args.cache)))
    print(f"{len(pairs)} pairs that can be aligned")
    for name, train, label in (("occasion", of_occasions, "same"), ("link", of_links, "link")):
        score, gold = crossed(pairs, train, label)
        print(f"{name}: F1 {score:.3f} over {gold} pairs, cross-validated by month")
        if args.write:
            write(name, train(pairs))


if __name__ == "__main__":
    main()
