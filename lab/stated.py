"""Train what tells public statements from other attributions: ``python -m lab.stated [--write]``.

Learns from the labels in ``eval/gold/statements-train.jsonl`` (attributions of PolNeAR train, read and labelled
by us), tests by cross-validation over articles and on newswcl50, none of whose labels it learns from.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from eval.labels import Labelled, labelled, newswcl50_candidates
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.classify.features import Features

MODEL = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "classify" / "model" / "stated.json"
FOLDS = 10
STRENGTHS = (0.1, 0.2, 0.4, 0.8)
"""Inverse strengths of the L2 penalty that are tried."""

Floats = npt.NDArray[np.float64]


def fit(rows: list[Features], truths: Floats, strength: float) -> tuple[DictVectorizer, LogisticRegression]:
    """Return a regression over the features that occur."""
    vectors = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=5000)
    model.fit(vectors.fit_transform(rows), truths)
    return vectors, model


def crossed(examples: list[Labelled], strength: float) -> Floats:
    """Return each example's chance from a model that has not seen its article."""
    articles = sorted({example.article for example in examples})
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    chances = np.zeros(len(examples))
    for held in range(FOLDS):
        seen = [e for e in examples if fold[e.article] != held]
        vectors, model = fit([e.features for e in seen], np.array([e.statement for e in seen]), strength)
        mine = [i for i, e in enumerate(examples) if fold[e.article] == held]
        chances[mine] = model.predict_proba(vectors.transform([examples[i].features for i in mine]))[:, 1]
    return chances


def f1(kept: npt.NDArray[np.bool_], truths: npt.NDArray[np.bool_], gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 of what is kept, `gold` being all there is to find."""
    right = int((kept & truths).sum())
    precision, recall = right / max(int(kept.sum()), 1), right / gold
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def log_loss(chances: Floats, truths: npt.NDArray[np.bool_]) -> float:
    """Return the mean negative log likelihood."""
    p = np.clip(np.where(truths, chances, 1 - chances), 1e-6, 1)
    return float(-np.log(p).mean())


def main() -> None:
    """Choose the penalty, print the scores, and with ``--write`` install the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="install the model in the package")
    write = parser.parse_args().write
    examples = list(labelled())
    truths = np.array([e.statement for e in examples])
    print(f"{len(examples)} labels, {truths.mean():.3f} of them statements")
    trials = {strength: crossed(examples, strength) for strength in STRENGTHS}
    for strength, chances in trials.items():
        right = float(((chances >= 0.5) == truths).mean())
        print(f"C {strength}: log loss {log_loss(chances, truths):.4f}, right {right:.3f}")
    best = min(trials, key=lambda strength: log_loss(trials[strength], truths))
    vectors, model = fit([e.features for e in examples], truths, best)
    candidates, gold = newswcl50_candidates()
    chances = model.predict_proba(vectors.transform([c.features for c in candidates]))[:, 1]
    matched = np.array([c.statement for c in candidates])
    for least in (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        precision, recall, mean = f1(chances >= least, matched, gold)
        print(f"newswcl50 found, from chance {least}: P {precision:.3f} R {recall:.3f} F1 {mean:.4f}")
    if write:
        facts = {"labels": len(examples), "C": best, "log_loss": round(log_loss(trials[best], truths), 4)}
        install(vectors, model, facts)


def install(vectors: DictVectorizer, model: LogisticRegression, facts: dict[str, Any]) -> None:
    """Write the weights that count, to three places."""
    weights = {name: round(float(w), 3) for name, w in zip(vectors.feature_names_, model.coef_[0], strict=True)}
    kept = {
        "name": "stated-1",
        "trained_on": "eval/gold/statements-train.jsonl: attributions of PolNeAR 1.0 train, labelled by reading",
        **facts,
        "bias": round(float(model.intercept_[0]), 4),
        "weights": {name: weight for name, weight in sorted(weights.items()) if weight},
    }
    MODEL.parent.mkdir(exist_ok=True)
    MODEL.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"wrote {MODEL} with {len(kept['weights'])} weights")


if __name__ == "__main__":
    main()
