"""Train what tells the types of statements: ``python -m lab.types [--write]``.

Learns from statements of PolNeAR train and of the AEB that we labelled by reading (``eval/gold/statements-train.jsonl``
and, of rare types above all, ``types-train.jsonl``) and from made ones (`lab.made`). Tests by cross-validation over
articles, and on newswcl50, none of whose labels it learns from.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from eval.labels import TypeLabel, newswcl50_types, type_labels
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from lab.made import made
from onrecord.classify.features import Features
from onrecord.classify.softmax import SCALE
from onrecord.classify.type_features import type_features
from onrecord.record import StatementType

MODEL = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "classify" / "model" / "types.json"
CLASSES = tuple(kind.value for kind in StatementType)
FOLDS = 5
STRENGTH = 0.2
"""Inverse strength of the L2 penalty: .05 to .2 tried, .2 best over articles by a hair."""
UNSURE, MADE = 0.5, 0.4
"""Weights of labels that a second reader could give otherwise, and of made statements."""
EVEN = 0.4
"""How far the classes' shares are evened out (0: not, 1: all equal): over articles accuracy stays, and the macro-F1
of sure labels rises by .01 to .03."""
LEAST_WORDS = 3
"""How many statements must have a word or pair of words for it to count."""

Floats = npt.NDArray[np.float64]


class Fitted:
    """A regression over the features of labelled and made statements, with the classes' shares evened out."""

    def __init__(
        self, rows: list[Features], kinds: list[str], weights: Floats, extra: list[tuple[str, Features]]
    ) -> None:
        counts = Counter(name for row in rows for name in row)
        kept = [
            {n: v for n, v in row.items() if not n.startswith(("word=", "pair=")) or counts[n] >= LEAST_WORDS}
            for row in rows
        ]
        self.vectors = DictVectorizer()
        self.vectors.fit([*kept, *(row for _, row in extra)])
        matrix = vstack([self.vectors.transform(kept), self.vectors.transform([row for _, row in extra])])
        truths = np.array([CLASSES.index(kind) for kind in (*kinds, *(kind for kind, _ in extra))])
        self.model = LogisticRegression(C=STRENGTH, max_iter=1000)
        self.model.fit(matrix, truths, sample_weight=np.concatenate([weights, np.full(len(extra), MADE)]))
        shares = np.array([weights[[k == each for k in kinds]].sum() for each in CLASSES]) / weights.sum()
        self.bias = self.model.intercept_ - EVEN * np.log(shares)
        self.sharpness = 1.0

    def logits(self, rows: list[Features]) -> Floats:
        """Return the logits of each row's classes."""
        matrix: csr_matrix = self.vectors.transform(rows)
        return np.asarray((matrix @ self.model.coef_.T + self.bias) * self.sharpness)


def crossed(labels: list[TypeLabel], rows: list[Features], extra: list[tuple[str, Features]]) -> Floats:
    """Return the logits of each label from a model that has not seen its article."""
    fold = {article: number % FOLDS for number, article in enumerate(sorted({each.article for each in labels}))}
    folds, weights = np.array([fold[each.article] for each in labels]), weights_of(labels)
    found = np.zeros((len(labels), len(CLASSES)))
    for held in range(FOLDS):
        seen = np.flatnonzero(folds != held)
        fitted = Fitted([rows[i] for i in seen], [labels[i].kind for i in seen], weights[seen], extra)
        mine = np.flatnonzero(folds == held)
        found[mine] = fitted.logits([rows[i] for i in mine])
    return found


def weights_of(labels: list[TypeLabel]) -> Floats:
    """Return the weight of each label."""
    return np.array([1.0 if each.sure else UNSURE for each in labels])


def chances(logits: Floats) -> Floats:
    """Return the probabilities that logits stand for, row by row."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def sharpness(logits: Floats, truths: npt.NDArray[np.int64]) -> float:
    """Return the factor of the logits by which the truths are likeliest (temperature scaling: Guo et al. 2017)."""

    def loss(factor: float) -> float:
        return float(-np.log(chances(logits * factor)[np.arange(len(truths)), truths]).mean())

    return float(minimize_scalar(loss, bounds=(0.3, 3), method="bounded").x)


def scores(gold: list[str], logits: Floats) -> dict[str, float]:
    """Return accuracy, macro-F1 of types with at least 5 of `gold`, and the expected calibration error."""
    told, most = [CLASSES[i] for i in logits.argmax(axis=1)], chances(logits).max(axis=1)
    right = np.array([a == b for a, b in zip(gold, told, strict=True)])
    counts, found = Counter(gold), Counter(told)
    hits = Counter(a for a, b in zip(gold, told, strict=True) if a == b)
    each = [2 * hits[kind] / (counts[kind] + found[kind]) for kind in counts if counts[kind] >= 5]
    bins = np.minimum((most * 10).astype(int), 9)
    gaps = [abs(right[bins == b].mean() - most[bins == b].mean()) * (bins == b).mean() for b in set(bins)]
    return {"accuracy": right.mean(), "macro_f1": float(np.mean(each)), "ece": float(np.sum(gaps))}


def main() -> None:
    """Print the scores, and with ``--write`` install the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="install the model in the package")
    parser.add_argument("--quick", action="store_true", help="leave out the cross-validation")
    args = parser.parse_args()
    labels = list(type_labels())
    rows = [type_features(each.statement) for each in labels]
    extra = [(kind, type_features(statement, words=False)) for kind, statement in made()]
    print(f"{len(labels)} labels, {sum(each.sure for each in labels)} of them sure, {len(extra)} made statements")
    fitted = Fitted(rows, [each.kind for each in labels], weights_of(labels), extra)
    facts: dict[str, Any] = {"labels": len(labels), "made": len(extra), "C": STRENGTH, "even": EVEN}
    if not args.quick:
        logits = crossed(labels, rows, extra)
        fitted.sharpness = sharpness(logits, np.array([CLASSES.index(each.kind) for each in labels]))
        sure = np.flatnonzero([each.sure for each in labels])
        facts["sharpness"] = round(fitted.sharpness, 3)
        for name, which in (("all", np.arange(len(labels))), ("sure", sure)):
            told = scores([labels[i].kind for i in which], logits[which] * fitted.sharpness)
            print(f"over articles, {name}: {shown(told)}")
    tested = [each for each in newswcl50_types() if each.sure]
    told = scores([each.kind for each in tested], fitted.logits([type_features(each.statement) for each in tested]))
    print(f"newswcl50, {len(tested)} sure and found: {shown(told)}")
    if args.write:
        install(fitted, facts)


def shown(told: dict[str, float]) -> str:
    """Return scores in one line."""
    return ", ".join(f"{name} {value:.4f}" for name, value in told.items())


def install(fitted: Fitted, facts: dict[str, Any]) -> None:
    """Write the weights that count, as whole hundredths."""
    rows = np.rint(fitted.model.coef_.T * fitted.sharpness * SCALE).astype(int).tolist()
    weights = {name: row for name, row in zip(fitted.vectors.feature_names_, rows, strict=True) if any(row)}
    kept = {
        "name": "types-1",
        "trained_on": "statements of PolNeAR 1.0 train and the AEB, labelled by reading, and made ones (lab/made.py)",
        **facts,
        "classes": CLASSES,
        "bias": [round(float(b * fitted.sharpness), 4) for b in fitted.bias],
    }
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, separators=(',', ':'))}"
        for name, row in sorted(weights.items())
    ]
    head = json.dumps(kept, ensure_ascii=False, indent=0)[:-2]
    MODEL.write_text(f'{head},\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")
    print(f"wrote {MODEL}: {len(weights)} features, {MODEL.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
