"""What the gate measures: each function returns scores by name, and what was predicted as offsets."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from eval import aligned
from eval.calibration import at_least, calibration_error, right
from eval.traps import outcomes, share_right
from eval.traps import read as read_traps
from onrecord import pipeline, read
from onrecord.classify import is_public
from onrecord.extract import Tagger
from onrecord.record import Attribution, Capture, Given, MediaType, Statement
from onrecord.resolve.identity import identities
from onrecord.run.article import Article

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ROLES = ("source", "cue", "content")
Offsets = list[list[int]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Scores by name (0…1), and what was predicted of each document, attributions as offsets per role."""

    scores: dict[str, float]
    predicted: dict[str, list[dict[str, Any]]]


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
    """Public statements on the labelled articles of newswcl50, from raw text, by ``score/statements.py``.

    Publication days are those of its ``articles.jsonl``. `known` is the share of statements with a speaker.
    """
    folder, lines, predicted = SHARED / "corpora" / "newswcl50", [], {}
    articles = newswcl50_articles()
    names = canonical_names(articles.values())
    found = {name: public(article.statements) for name, article in articles.items()}
    fields = aligned.scored_fields(aligned.aligned(articles, found))
    for name, statements in found.items():
        predicted[name] = [offsets(s.attribution) for s in statements]
        lines += [scored_row(name, s, names) | fields.get(s.id, {}) for s in statements]
    result = scorer("statements").score(folder / "labels", lines, folder)
    scores = {"found": result["found"]["f1"], "addressee": result["addressee"]["f1"]}
    scores |= {k: result[k] for k in ("source", "speaker", "speaker_type", "form", "said_on", "said_on_answered")}
    scores |= {
        "type": result["type"],
        "type_macro_f1": result["type_macro_f1"],
        "conditional": result["conditional"]["f1"],
    }
    scores |= aligned.scores(result)
    scores["known"] = sum(line["speaker"] is not None for line in lines) / len(lines)
    return Measured(scores, predicted)


@cache
def newswcl50_articles() -> dict[str, Article]:
    """Return the labelled articles of newswcl50 as the pipeline reads them, by name."""
    folder, found = SHARED / "corpora" / "newswcl50", {}
    for row in sorted(rows(folder / "labels" / "articles.jsonl"), key=lambda row: str(row["article"])):
        path, day = next(folder.rglob(row["article"])), row["published"].rstrip("~").split("/")[-1]
        capture = Capture(path.read_bytes(), MediaType.PLAIN, str(path), row["article"], Given(published=day))
        found[row["article"]] = pipeline.article(capture, tagger())
    return found


def canonical_names(articles: Iterable[Article]) -> dict[str, str]:
    """Return the names across documents of all actors of `articles`, by the actors' ids."""
    found = identities(appearance for article in articles for appearance in article.appearances)
    return {member: one.name for one in found for member in one.members}


def public(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return those that are more likely than not public statements: what a record lists."""
    return tuple(s for s in statements if is_public(s.stated))


def examples() -> Measured:
    """Statements on our own examples, against ``eval/gold/summit.jsonl``: F1 of whole statements, word for word.

    `type` and `conditional` are the shares of those found whose type, and whether they have a condition, are right.
    """
    keys = ("article", "speaker", "form", "content")
    gold = {
        tuple(tuple(g[k]) if k == "content" else g[k] for k in keys): g for g in rows(ROOT / "eval/gold/summit.jsonl")
    }
    found, predicted = {}, {}
    for capture in read.captures([str(ROOT / "examples" / "summit")]):
        if isinstance(capture, Capture):
            statements = pipeline.article(capture, tagger()).statements
            predicted[capture.article] = [offsets(s.attribution) for s in statements]
            found |= {gold_key(capture.article, s): s for s in statements}
    both = [(found[key], gold[key]) for key in sorted(gold.keys() & found.keys(), key=str)]
    scores = {"statements": 2 * len(both) / (len(gold) + len(found))}
    scores["type"] = sum(s.type == g["type"] for s, g in both) / len(both)
    scores["conditional"] = sum(s.conditional == g["conditional"] for s, g in both) / len(both)
    return Measured(scores, predicted)


def gold_key(article: str, statement: Statement) -> tuple[str, str | None, str, tuple[str, ...]]:
    """Return what a gold line of the examples says of a statement."""
    speaker = statement.speaker.name if statement.speaker else None
    attribution = statement.attribution
    return article, speaker, attribution.form.value, tuple(s.words for s in attribution.content)


def scored_row(article: str, statement: Statement, names: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """Return a statement as the scorer of statements reads it, with its actors' `names` across documents."""
    spans, speaker, addressee = offsets(statement.attribution), statement.speaker, statement.addressee
    unnamed = speaker is not None and speaker.kind.value == "unnamed"
    name = names.get(speaker.id, speaker.name) if speaker else None
    to = names.get(addressee.id, addressee.name) if addressee else None
    return {
        "article": article,
        "source": spans["source"] or None,
        "cue": spans["cue"] or None,
        "content": spans["content"],
        "form": statement.attribution.form.value,
        "speaker": f"unnamed: {name}" if unnamed else name,
        "speaker_type": speaker.kind.value if speaker else None,
        "addressee": to or (statement.to.words if statement.to else None),
        "said_on": statement.said.edtf if statement.said else None,
        "type": statement.type.value if statement.type else None,
        "conditional": statement.conditional,
    }
