"""The quality gate: measured scores against ``eval/floors.json``: ``python -m eval.gate``.

Fails when a score falls below its floor, and names the attributions that changed since the floors were
set. ``--accept`` raises floors to what is measured now and keeps the predictions to compare with; it
never lowers one: that takes an edit of the file, in a commit that says why.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

from eval.alterations.measure import alterations
from eval.conditions import conditions
from eval.hansard import hansard
from eval.issues import found_issues
from eval.measures import SHARED, Measured, examples, newswcl50, polnear, traps
from eval.relations import relations
from eval.reprints import measure as reprints
from eval.retellings import retellings
from eval.stances import stances
from eval.tellings import tellings
from eval.who_and_when import hard_names, own_times, speakers, time_expressions

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.json"
TOLERANCE = 0.002
"""Scores may differ by this much between kinds of CPU: float kernels round differently in the last bit."""

MEASURES: dict[str, Callable[[], Measured]] = {
    "examples": examples,
    "traps": traps,
    "conditions": conditions,
    "polnear-dev": polnear,
    "newswcl50": newswcl50,
    "times": own_times,
    "names": hard_names,
    "timex": time_expressions,
    "speakers": speakers,
    "alterations": alterations,
    "relations": relations,
    "retellings": retellings,
    "reprints": reprints,
    "hansard": hansard,
    "issues": found_issues,
    "stances": stances,
    "tellings": tellings,
}
NEEDS_SHARED = frozenset(
    [
        "polnear-dev",
        "newswcl50",
        "timex",
        "speakers",
        "alterations",
        "relations",
        "reprints",
        "hansard",
        "issues",
        "stances",
    ]
)
SHOWN = 20


def baseline(name: str) -> Path:
    """Return where the predictions behind the floors of `name` are kept: offsets alone, no text."""
    return FOLDER / "baseline" / f"{name}.json.gz"


def changes(name: str, measured: Measured) -> list[str]:
    """Return a line for each attribution that appeared or vanished since the floors were set."""
    if not baseline(name).exists():
        return [f"{name}: no baseline kept"]
    before = json.loads(gzip.decompress(baseline(name).read_bytes()))
    lines = []
    for document in sorted(before.keys() | measured.predicted.keys()):
        old = {json.dumps(a, sort_keys=True) for a in before.get(document, [])}
        new = {json.dumps(a, sort_keys=True) for a in measured.predicted.get(document, [])}
        lines += [f"- {document} {a}" for a in sorted(old - new)] + [f"+ {document} {a}" for a in sorted(new - old)]
    return lines


def keep(name: str, measured: Measured, floors: dict[str, dict[str, float]]) -> None:
    """Raise the floors of `name` to what was measured and keep its predictions."""
    mine = floors.setdefault(name, {})
    for key, value in measured.scores.items():
        mine[key] = max(mine.get(key, 0.0), int(value * 1000) / 1000)
    baseline(name).parent.mkdir(exist_ok=True)
    data = json.dumps(measured.predicted, sort_keys=True, separators=(",", ":")).encode()
    baseline(name).write_bytes(gzip.compress(data, mtime=0))


def main() -> int:
    """Measure, compare, print; return 1 when a score fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("only", nargs="*", help=f"measure only these of {', '.join(MEASURES)}")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = 0
    for name in args.only or MEASURES:
        if name in NEEDS_SHARED and not SHARED.exists():
            print(f"{name}: skipped, it needs {SHARED}")
            continue
        measured = MEASURES[name]()
        below = []
        for key, value in measured.scores.items():
            floor = floors.get(name, {}).get(key, 0.0)
            fell = value < floor - TOLERANCE
            below += [key] * fell
            print(f"{name:12s} {key:14s} {value:.4f}  floor {floor:.3f}{'  FELL' if fell else ''}")
        if below:
            lines = changes(name, measured)
            print(f"{name}: {', '.join(below)} fell; {len(lines)} attributions changed:", *lines[:SHOWN], sep="\n")
        if args.accept:
            keep(name, measured, floors)
        fallen += len(below)
    if args.accept:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
