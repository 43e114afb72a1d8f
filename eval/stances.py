"""Stances on the labelled statements of newswcl50, given the labelled issue: ``python -m eval.stances``.

None of these labels is learnt from. Read as labelled (spans and types of the labels), with the shipped model's types
on the labelled spans, and on the statements that the whole pipeline finds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eval.labels import newswcl50_types, texts_of_labels
from eval.measures import ROOT, SHARED, Measured, rows
from onrecord.classify.softmax import Softmax
from onrecord.classify.stance import in_company, stance_chances, stance_of
from onrecord.record import Actor, ActorKind, Attribution, Form, Span, Stance, Statement, StatementType

GOLD = ROOT / "eval" / "gold" / "stance-train.jsonl"


@dataclass(frozen=True, slots=True)
class StanceLabel:
    """A statement, the issue that a reader named, and the stance that it takes. `whose` tells whose position it is."""

    group: str
    whose: tuple[str, ...]
    statement: Statement
    issue: str
    stance: Stance


def trained_on() -> Iterator[StanceLabel]:
    """Yield our labels of PolNeAR train; needs ../shared for the texts."""
    texts = texts_of_labels()
    for row in rows(GOLD):
        spans = {
            role: tuple(Span.of(texts[row["article"]], start, end) for start, end in row[role])
            for role in ("source", "cue", "content")
        }
        yield _label(row, row["article"], spans, None)


def newswcl50() -> Iterator[StanceLabel]:
    """Yield the labelled statements, spans and types as labelled."""
    folder = SHARED / "corpora" / "newswcl50"
    for row in rows(folder / "labels" / "statements.jsonl"):
        text = next(folder.rglob(row["article"])).open(encoding="utf-8", newline="").read()
        given = {role: row[role] for role in ("source", "cue", "content")}
        listed = {role: part if isinstance(part, list) else [part] if part else [] for role, part in given.items()}
        spans = {role: tuple(Span.of(text, p["start"], p["end"]) for p in parts) for role, parts in listed.items()}
        kind = ActorKind(row["speaker_type"]) if row["speaker"] else None
        actor = Actor("label", row["speaker"].removeprefix("unnamed: "), kind) if kind else None
        yield _label(row, row["article"][0], spans, actor)


def _label(row: dict[str, Any], group: str, spans: dict[str, tuple[Span, ...]], actor: Actor | None) -> StanceLabel:
    attribution = Attribution(row["article"], form=Form(row["form"]), confidence=1.0, **spans)
    statement = Statement(attribution, actor, "label", type=StatementType(row["type"]), type_chance=1.0)
    whose = (group, row.get("speaker") or "", row["issue"])
    return StanceLabel(group, whose, statement, row["issue"], Stance(row["stance"]))


def found() -> list[StanceLabel]:
    """Return the statements that the pipeline finds and the scorer matches, types as the pipeline tells them."""
    return [
        StanceLabel(
            each.article[0],
            (each.article[0], each.label["speaker"] or "", each.label["issue"]),
            each.statement,
            each.label["issue"],
            Stance(each.label["stance"]),
        )
        for each in newswcl50_types()
    ]


def accuracy(
    labels: list[StanceLabel], model: Softmax | None = None, *, company: bool = True, types: bool = False
) -> float:
    """Return the share of stances told right; in `company` of the speaker's other statements on the issue.

    With `types` each statement's type counts as it is given, otherwise as the shipped model tells it.
    """
    found = told(labels, model, company=company, types=types)
    return sum(stance is label.stance for stance, label in zip(found, labels, strict=True)) / len(labels)


def told(
    labels: list[StanceLabel], model: Softmax | None = None, *, company: bool = True, types: bool = False
) -> list[Stance]:
    """Return the stance of each, read as for `accuracy`."""
    chances = [stance_chances(each.statement, each.issue, _given(each) if types else None, model) for each in labels]
    places = defaultdict(list)
    for place, label in enumerate(labels):
        places[label.whose].append(place)
    if company:
        for same in places.values():
            for place, those in zip(same, in_company([chances[place] for place in same]), strict=True):
                chances[place] = those
    return [stance_of(each)[0] for each in chances]


def _given(label: StanceLabel) -> dict[StatementType, float] | None:
    return {label.statement.type: 1.0} if label.statement.type else None


def commonest_of_types(labels: list[StanceLabel]) -> float:
    """Return what the commonest stance of each type would get, counted on the labels themselves."""
    counts: dict[Any, dict[Stance, int]] = defaultdict(lambda: defaultdict(int))
    for label in labels:
        counts[label.statement.type][label.stance] += 1
    return sum(max(each.values()) for each in counts.values()) / len(labels)


def stances() -> Measured:
    """Accuracy of stances in company: types as labelled, as told, and on what the whole pipeline finds."""
    labels, ours = list(newswcl50()), found()
    scores = {
        "types_as_labelled": accuracy(labels, types=True),
        "types_as_told": accuracy(labels),
        "whole_pipeline": accuracy(ours),
    }
    predicted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for label, stance in zip(ours, told(ours), strict=True):
        each = label.statement.attribution
        content = [[span.start, span.end] for span in each.content]
        predicted[each.document_id].append({"content": content, "stance": stance.value})
    return Measured(scores, dict(predicted))


def main() -> None:
    """Print the scores."""
    labels = list(newswcl50())
    print(f"commonest stance {max(sum(x.stance is s for x in labels) for s in Stance) / len(labels):.3f}")
    print(f"commonest stance of each type {commonest_of_types(labels):.3f}")
    readings = (
        ("types as labelled", labels, True),
        ("types as told", labels, False),
        ("whole pipeline", found(), False),
    )
    for name, given, types in readings:
        alone, together = (accuracy(given, company=company, types=types) for company in (False, True))
        print(f"{name:20s} {len(given)} statements: alone {alone:.3f}, in company {together:.3f}", flush=True)


if __name__ == "__main__":
    main()
