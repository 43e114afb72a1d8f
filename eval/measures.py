"""What the gate measures: each function returns scores by name, and what was predicted as offsets."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.calibration import at_least, calibration_error, right
from eval.traps import outcomes, share_right
from eval.traps import read as read_traps
from onrecord import clean, read, resolve
from onrecord.extract import Tagger
from onrecord.record import Attribution, Capture, MediaType, Statement

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ROLES = ("source", "cue", "content")
Offsets = list[list[int]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores by name (0…1), and the predicted attributions of each document as offsets per role."""

    scores: dict[str, float]
    predicted: dict[str, list[dict[str, Offsets]]]


@cache
def tagger() -> Tagger:
    """Return the shipped tagger, loaded once."""
    return Tagger.load()


def scorer(name: str) -> ModuleType:
    """Return ``shared/score/NAME.py`` as a module."""
    spec = importlib.util.spec_from_file_location(f"{name}_scorer", SHARED / "score" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "score" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a .jsonl or .jsonl.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def offsets(attribution: Attribution) -> dict[str, Offsets]:
    """Return an attribution's spans as offsets per role."""
    return {role: [[s.start, s.end] for s in getattr(attribution, role)] for role in ROLES}


def polnear() -> Measured:
    """Attributions on PolNeAR dev, by ``score/attribution.py``: F1 of each measure, and how confidence fits.

    `precision_90` and `recall_90` are of those with confidence .9 or more, `calibration` is 1 less the
    expected calibration error. Nested ones are left out: the corpus marks outermost ones only.
    """
    module, predicted = scorer("attribution"), {}
    tally, confidences, truths, golds = module.Tally(), [], [], 0
    for row in rows(SHARED / "corpora" / "polnear" / "dev.jsonl.gz"):
        gold = row["annotations"][sorted(row["annotations"])[0]]
        attributions = tagger().attributions_of_text(row["text"], row["id"], nested=False)
        found = [offsets(a) for a in attributions]
        predicted[row["id"]] = found
        tally.add(row["text"], gold, found)
        confidences += [a.confidence for a in attributions]
        truths += right(module, row["text"], gold, found)
        golds += sum(bool(a.get("content")) for a in gold)
    scores = {name: value["f1"] for name, value in tally.result().items()}
    scores["precision_90"], scores["recall_90"] = at_least(0.9, confidences, truths, golds)
    scores["calibration"] = 1 - calibration_error(confidences, truths)
    return Measured(scores, predicted)


def traps() -> Measured:
    """Our own texts made to catch a tagger: the share of them in which everything is right."""
    results = list(outcomes(tagger(), read_traps()))
    predicted = {f"line {r.trap.line}": [offsets(a) for a in r.found] for r in results}
    return Measured({"right": share_right(results)}, predicted)


def newswcl50() -> Measured:
    """Statements on the labelled articles of newswcl50, by ``score/statements.py``."""
    folder, lines, predicted = SHARED / "corpora" / "newswcl50", [], {}
    for article in sorted({row["article"] for row in rows(folder / "labels" / "statements.jsonl")}):
        path = next(folder.rglob(article))
        found = statements_of(Capture(path.read_bytes(), MediaType.PLAIN, str(path), article))
        predicted[article] = [offsets(s.attribution) for s in found]
        lines += [scored_row(article, s) for s in found]
    result = scorer("statements").score(folder / "labels", lines, folder)
    scores = {"found": result["found"]["f1"]} | {k: result[k] for k in ("source", "speaker", "speaker_type", "form")}
    return Measured(scores, predicted)


def examples() -> Measured:
    """Statements on our own examples, against ``eval/gold/summit.jsonl``: F1 of whole statements, word for word."""
    gold = {(g["article"], g["speaker"], g["form"], tuple(g["content"])) for g in rows(ROOT / "eval/gold/summit.jsonl")}
    found, predicted = set(), {}
    for capture in read.captures([str(ROOT / "examples" / "summit")]):
        if isinstance(capture, Capture):
            statements = statements_of(capture)
            predicted[capture.article] = [offsets(s.attribution) for s in statements]
            found |= {gold_key(capture.article, s) for s in statements}
    right = len(gold & found)
    return Measured({"statements": 2 * right / (len(gold) + len(found))}, predicted)


def gold_key(article: str, statement: Statement) -> tuple[str, str | None, str, tuple[str, ...]]:
    """Return what a gold line of the examples says of a statement."""
    speaker = statement.speaker.name if statement.speaker else None
    attribution = statement.attribution
    return article, speaker, attribution.form.value, tuple(s.words for s in attribution.content)


def statements_of(capture: Capture) -> tuple[Statement, ...]:
    """Return the statements of one capture, through clean, extract and resolve."""
    document = clean.document(capture)
    return resolve.statements(document, tagger().attributions(document))


def scored_row(article: str, statement: Statement) -> dict[str, Any]:
    """Return a statement as the scorer of statements reads it."""
    spans, speaker = offsets(statement.attribution), statement.speaker
    unnamed = speaker is not None and speaker.kind.value == "unnamed"
    return {
        "article": article,
        "source": spans["source"] or None,
        "cue": spans["cue"] or None,
        "content": spans["content"],
        "form": statement.attribution.form.value,
        "speaker": None if speaker is None else f"unnamed: {speaker.name}" if unnamed else speaker.name,
        "speaker_type": speaker.kind.value if speaker else None,
    }
