"""Speakers found for gold sources of newswcl50 (needs ../shared): ``python -m bench.speakers [-v]``.

Takes the labelled source, cue and content spans, resolves the sources, and compares the speaker's name
as ``score/statements.py`` does. So it measures `resolve` alone, without the tagger's mistakes.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import Any

from eval.measures import scorer

from onrecord import clean, resolve
from onrecord.record import Attribution, Capture, Document, Form, MediaType

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDER = SHARED / "corpora" / "newswcl50"


def attribution(document: Document, gold: dict[str, Any]) -> Attribution:
    """Return the labelled spans as an attribution."""

    def spans(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
        values = value if isinstance(value, list) else [value] if value else []
        return tuple(document.span(v["start"], v["end"]) for v in sorted(values, key=lambda v: v["start"]))

    roles = [spans(gold[role]) for role in ("source", "cue", "content")]
    return Attribution(document.id, *roles, Form.INDIRECT, 1.0)


def main() -> None:
    """Print the share of right speakers, in all and by the basis of the answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong ones")
    verbose = parser.parse_args().verbose
    key = scorer("statements").name_key
    rows = [json.loads(line) for line in (FOLDER / "labels" / "statements.jsonl").read_text("utf-8").splitlines()]
    by_article = collections.defaultdict(list)
    for row in rows:
        by_article[row["article"]].append(row)
    right: collections.Counter[str] = collections.Counter()
    count: collections.Counter[str] = collections.Counter()
    for article, gold in sorted(by_article.items()):
        path = next(FOLDER.rglob(article))
        document = clean.document(Capture(path.read_bytes(), MediaType.PLAIN, str(path), article))
        found = resolve.statements(document, [attribution(document, g) for g in gold])
        for g, statement in zip(gold, found, strict=True):
            if g["confidence"] < 1:
                continue
            name = statement.speaker.name if statement.speaker else None
            if statement.speaker and statement.speaker.kind == "unnamed":
                name = "unnamed: " + statement.speaker.name
            ok = key(name) == key(g["speaker"])
            for basis in (statement.basis, "ALL"):
                count[basis] += 1
                right[basis] += ok
            count["kind"] += 1
            right["kind"] += bool(statement.speaker) and statement.speaker.kind == g["speaker_type"]
            if verbose and not ok:
                words = statement.attribution.source[0].words if statement.attribution.source else None
                print(f"{article} {statement.basis}: {words!r} → {name!r}, gold {g['speaker']!r}")
    for basis in sorted(count, key=lambda b: -count[b]):
        print(f"{basis:28s} {right[basis]:4d} of {count[basis]:4d}  {right[basis] / count[basis]:.3f}")


if __name__ == "__main__":
    main()
