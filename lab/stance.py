"""Train what tells stances: ``python -m lab.stance [--write]``.

Learns from statements of PolNeAR train whose issues and stances we labelled by reading
(``eval/gold/stance-train.jsonl``); tests by cross-validation over articles, and on newswcl50, none of whose labels it
learns from.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from eval.stances import StanceLabel, accuracy, newswcl50, trained_on
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.classify.softmax import SCALE, Softmax
from onrecord.classify.stance_features import stance_features
from onrecord.record import Stance, StatementType

MODEL = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "classify" / "model" / "stance.json"
FOLDS = 10
STRENGTHS = (0.03, 0.06, 0.1, 0.2, 0.4)
"""Inverse strengths of the L2 penalty that are tried."""
STRENGTH = 0.2
NEUTRAL = 1.3
"""How much neutral weighs where each other stance weighs 1: with .6, .8, 1, 1.3 newswcl50's stances are right in .70,
.71, .74, .75, types as told and in company."""


def fitted(labels: list[StanceLabel], strength: float, facts: dict[str, Any] | None = None) -> bytes:
    """Return a model as its JSON: a regression in which the stances weigh nearly the same, however common each is."""
    vectors = DictVectorizer()
    rows = vectors.fit_transform([stance_features(label.statement, label.issue, kind_of(label)) for label in labels])
    counts = Counter(label.stance for label in labels)
    even = {each: len(labels) / 3 / counts[each] * (NEUTRAL if each is Stance.NEUTRAL else 1) for each in counts}
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(rows, [x.stance.value for x in labels], sample_weight=[even[x.stance] for x in labels])
    weights = np.rint(model.coef_.T * SCALE).astype(int).tolist()
    kept = {
        "name": "stance-1",
        "trained_on": "eval/gold/stance-train.jsonl: statements of PolNeAR 1.0 train, labelled by reading",
        "labels": len(labels),
        "C": strength,
        "neutral": NEUTRAL,
        **(facts or {}),
        "classes": model.classes_.tolist(),
        "bias": [round(float(bias), 4) for bias in model.intercept_],
        "weights": {name: row for name, row in zip(vectors.feature_names_, weights, strict=True) if any(row)},
    }
    return (json.dumps(kept, ensure_ascii=False, indent=0) + "\n").encode()


def kind_of(label: StanceLabel) -> StatementType:
    """Return the type that the statement was given by reading."""
    if label.statement.type is None:
        raise SystemExit(f"a label of {label.group} has no type")
    return label.statement.type


def crossed(labels: list[StanceLabel], strength: float) -> float:
    """Return the accuracy of models that have not seen the article that they are tested on."""
    fold = {group: number % FOLDS for number, group in enumerate(sorted({label.group for label in labels}))}
    tested: dict[int, list[StanceLabel]] = defaultdict(list)
    for label in labels:
        tested[fold[label.group]].append(label)
    right = 0.0
    for held, those in tested.items():
        model = Softmax.of("crossed", fitted([x for x in labels if fold[x.group] != held], strength))
        right += accuracy(those, model, company=False, types=True) * len(those)
    return right / len(labels)


def main() -> None:
    """Print the scores of each penalty, and with ``--write`` install the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="install the model in the package")
    write = parser.parse_args().write
    labels, tested = list(trained_on()), list(newswcl50())
    shares = {stance.value: sum(label.stance is stance for label in labels) for stance in Stance}
    print(f"{len(labels)} labels: {shares}")
    for strength in STRENGTHS:
        model = Softmax.of("tried", fitted(labels, strength))
        scores = [accuracy(tested, model, company=c, types=t) for t in (True, False) for c in (False, True)]
        shown = ", ".join(f"{score:.3f}" for score in scores)
        print(
            f"C {strength}: over articles {crossed(labels, strength):.3f}; newswcl50, types as labelled and as told, "
            f"alone and in company: {shown}",
            flush=True,
        )
    if write:
        MODEL.write_bytes(fitted(labels, STRENGTH))
        print(f"wrote {MODEL}: {MODEL.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
