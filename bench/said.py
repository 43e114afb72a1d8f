"""When statements were said, on newswcl50 (needs ../shared): ``python -m bench.said [-v] [--gold]``.

Reads the labelled articles with their publication dates given, tags, resolves, and prints what
``score/statements.py`` says of `said_on`. With ``--gold`` the labelled spans are taken instead of the tagger's:
the measure of this part alone. Labels that say "about" a date give that date to the reader.
"""

from __future__ import annotations

import argparse
import collections
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.measures import rows, scored_row, scorer, tagger

from bench.speakers import attribution
from onrecord import clean, resolve
from onrecord.record import Attribution, Capture, Document, Given, MediaType
from onrecord.record.timex import Said
from onrecord.resolve.when import said_all, times

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "newswcl50"


def documents() -> Iterator[tuple[str, Document]]:
    """Yield the labelled articles by name, each published when the labels say."""
    for row in rows(FOLDER / "labels" / "articles.jsonl"):
        path = next(FOLDER.rglob(row["article"]))
        # Of "2018-04-20/2018-04-21" the first day: the night in which it was written began then.
        given = Given(published=row["published"].split("/")[0].rstrip("~"))
        yield (
            row["article"],
            clean.document(Capture(path.read_bytes(), MediaType.PLAIN, str(path), row["article"], given)),
        )


def main() -> None:
    """Print said_on, its share answered, and how it did by basis."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong ones")
    parser.add_argument("--gold", action="store_true", help="take the labelled spans, not the tagger's")
    options = parser.parse_args()
    gold = collections.defaultdict(list)
    for row in rows(FOLDER / "labels" / "statements.jsonl"):
        gold[row["article"]].append(row)
    lines, by_reason = [], collections.Counter[tuple[str, bool]]()
    for article, document in documents():
        expressions = times(document)
        if options.gold:
            attributions = [attribution(document, g) for g in gold[article]]
        else:
            attributions = list(tagger().attributions(document))
        statements = resolve.statements(document, attributions)
        for statement, found in zip(statements, said_all(document, statements, expressions), strict=True):
            lines.append(scored_row(article, statement) | {"said_on": found.edtf if found else None})
            if options.verbose:
                check(article, statement.attribution, found, gold[article], by_reason)
    result = scorer("statements").score(FOLDER / "labels", lines, FOLDER)
    for (reason, right), count in sorted(by_reason.items()):
        print(f"{reason:60s} {'right' if right else 'wrong'} {count}")
    for name in ("found", "said_on", "said_on_answered"):
        print(f"{name:18s} {result[name]}")


def check(
    article: str,
    predicted: Attribution,
    found: Said | None,
    gold: list[dict[str, Any]],
    by_reason: collections.Counter[tuple[str, bool]],
) -> None:
    """Count the prediction by its reason, and print it where it is not what the label says."""
    start, end = predicted.content[0].start, predicted.content[-1].end
    best = max(gold, key=lambda g: _overlap(g, start, end))
    if _overlap(best, start, end) == 0 or best["confidence"] < 1:
        return
    value, wanted = found.edtf if found else None, best["said_on"]
    is_day = bool(wanted and re.fullmatch(r"\d{4}-\d\d-\d\d", wanted))
    right = (value or "")[:10] == wanted if is_day else value == wanted
    reason = f"{found.basis}: {found.reason}" if found else "unknown"
    by_reason[("day  " if is_day else "else ") + reason, right] += 1
    if not right:
        cue = " ".join(s.words for s in predicted.cue)
        kind = "DAY " if is_day else "ELSE"
        print(
            f"{kind} {best['id']} gold {wanted} {best['said_on_basis']} got {value} [{reason}] "
            f"{' '.join(s.words for s in predicted.source)} | {cue} | {predicted.content[0].words[:60]}"
        )


def _overlap(gold: dict[str, Any], start: int, end: int) -> float:
    spans = [(s["start"], s["end"]) for s in gold["content"]]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    shared = min(end, last) - max(start, first)
    return shared / (max(end, last) - min(start, first)) if shared > 0 else 0.0


if __name__ == "__main__":
    main()
