"""Calibrate confidence on PolNeAR dev: ``python -m lab.calibrate [--write]``.

Fits a logistic regression that tells which attributions of the shipped model are right (linked50). What it
prints is cross-validated: every article is judged by a regression that has not seen it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from eval.calibration import at_least, calibration_error, right
from eval.measures import offsets, scorer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from lab.corpus import POLNEAR, read_rows
from lab.export import SHIPPED, sha256
from onrecord.extract import Tagger
from onrecord.extract.confidence import features

FOLDS = 10
STRENGTH = 0.1
"""Inverse strength of the L2 penalty on standardised features."""


def examples() -> Iterator[tuple[int, dict[str, float], bool]]:
    """Yield (article number, features, right) for every attribution that the shipped model finds on dev."""
    module, tagger = scorer("attribution"), Tagger.load()
    for number, row in enumerate(read_rows(POLNEAR / "dev.jsonl.gz")):
        drafted = tagger.drafts_of_text(row["text"])
        gold = row["annotations"][sorted(row["annotations"])[0]]
        truth = right(module, row["text"], gold, [offsets(a) for _, a in drafted])
        for (draft, attribution), true in zip(drafted, truth, strict=True):
            yield number, features(draft, attribution.form), true


def model() -> Any:  # noqa: ANN401
    """Return an unfitted regression."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000))


def main() -> None:
    """Print cross-validated figures; with --write, fit on all of dev and put it beside the shipped model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    articles, rows, truths = zip(*examples(), strict=True)
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y, article = np.array(truths), np.array(articles)
    gold = sum(
        bool(a.get("content"))
        for row in read_rows(POLNEAR / "dev.jsonl.gz")
        for a in row["annotations"][sorted(row["annotations"])[0]]
    )
    confidence = np.zeros(len(y))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        confidence[held] = model().fit(x[~held], y[~held]).predict_proba(x[held])[:, 1]
    print(f"{len(y)} attributions, {y.mean():.3f} right; calibration error {calibration_error(confidence, y):.4f}")
    for least in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        precision, recall = at_least(least, confidence, y, gold)
        print(f">= {least}: precision {precision:.3f}, recall {recall:.3f}")
    if args.write:
        write(names, model().fit(x, y))


def write(names: list[str], fitted: Any, folder: Path = SHIPPED) -> None:  # noqa: ANN401
    """Write the regression as ``calibration.json``, in raw features, and its digest into the manifest."""
    scaler, regression = fitted
    weights = regression.coef_[0] / scaler.scale_
    bias = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    kept = {"bias": round(bias, 6), "weights": {n: round(float(w), 6) for n, w in zip(names, weights, strict=True)}}
    path = folder / "calibration.json"
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"]["calibration.json"] = sha256(path)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
