"""Actors across the documents of newswcl50 (needs ../shared): ``python -m bench.identities [-v]``.

Prints the pairwise F1 over the speakers of found statements: two statements are a pair if they have one
speaker, by the canonical names of the labels and by our identities. Unnamed sources are one only within
an article. Then the `speaker` figure of ``score/statements.py`` with canonical names, and the time taken.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eval.matching import matched as same
from eval.measures import SHARED, newswcl50_articles, public, rows, scored_row, scorer

from onrecord.record import ActorKind, Document, Statement
from onrecord.record.identity import Identity
from onrecord.resolve.identity import appearances, identities

FOLDER = SHARED / "corpora" / "newswcl50"
Item = tuple[str, dict[str, Any], dict[str, Any]]
"""A found statement: its article, its label, what was predicted."""


def articles() -> dict[str, tuple[Document, tuple[Statement, ...]]]:
    """Return the documents and public statements of the labelled articles, with their publication days."""
    return {name: (read.document, public(read.statements)) for name, read in newswcl50_articles().items()}


def pairs(keys: Mapping[int, object]) -> set[tuple[int, int]]:
    """Return the pairs of items that share a key."""
    members = defaultdict(list)
    for item, key in keys.items():
        members[key].append(item)
    return {(a, b) for group in members.values() for i, a in enumerate(group) for b in group[i + 1 :]}


def f1(gold: set[tuple[int, int]], found: set[tuple[int, int]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of pairs."""
    right = len(gold & found)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def matched(lines: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return each found statement's label and line, matched as ``score/statements.py`` does."""
    module, gold = scorer("statements"), list(rows(FOLDER / "labels" / "statements.jsonl"))
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for article in sorted({g["article"] for g in gold}):
        text = next(FOLDER.rglob(article)).open(encoding="utf-8", newline="").read()
        words = [m.span() for m in module.WORD.finditer(text)]
        ours, theirs = [g for g in gold if g["article"] == article], [x for x in lines if x["article"] == article]
        sets = [[module.word_set(module.spans_of(x["content"]), words) for x in side] for side in (ours, theirs)]
        found += [(ours[i], theirs[j]) for i, j in same(*sets).items()]
    return found


def gold_key(label: Mapping[str, Any]) -> object:
    """Return whom a label names; an unnamed source is somebody of its article alone."""
    name = scorer("statements").name_key(label["speaker"])
    return (label["article"], label["speaker"]) if label["speaker_type"] == "unnamed" else name


def report(items: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Print the pairwise figures: of all pairs, of sure labels, of pairs across articles.

    And across articles with each actor counted as whom most of its statements are labelled: what is
    wrong then is wrong between documents, not within one.
    """
    gold = {i: gold_key(label) for i, (label, _) in enumerate(items)}
    ours = {i: line["identity"] or ("nobody", i) for i, (_, line) in enumerate(items)}
    article = {i: label["article"] for i, (label, _) in enumerate(items)}
    votes: dict[object, Counter[object]] = defaultdict(Counter)
    for i, (_, found) in enumerate(items):
        votes[found["actor"]][gold[i]] += 1
    told = {i: votes[f["actor"]].most_common(1)[0][0] for i, (_, f) in enumerate(items) if f["actor"]}
    sure = {i: key for i, key in gold.items() if items[i][0]["confidence"] == 1}
    for title, truth, across in (
        ("all pairs", gold, False),
        ("sure labels", sure, False),
        ("across articles", gold, True),
        ("actors as read", told, True),
    ):
        both = (pairs(keys) for keys in (truth, {i: ours[i] for i in truth}))
        chosen = [{(a, b) for a, b in one if not across or article[a] != article[b]} for one in both]
        print("{:16s} precision {:.4f}  recall {:.4f}  F1 {:.4f}".format(title, *f1(*chosen)))


def pairwise() -> float:
    """Return the F1 of pairs of found statements with one speaker, over all labels."""
    read = articles()
    met = [a for d, found in read.values() for a in appearances(d, (s.speaker for s in found if s.speaker))]
    by_actor = {member: one for one in identities(met) for member in one.members}
    items = matched([line(name, s, by_actor) for name, (_, found) in read.items() for s in found])
    gold = {i: gold_key(label) for i, (label, _) in enumerate(items)}
    return f1(pairs(gold), pairs({i: items[i][1]["identity"] or ("nobody", i) for i in gold}))[2]


def main() -> None:
    """Print the figures; with ``-v`` the identities and what each was labelled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the identities, and the wrong speakers")
    verbose = parser.parse_args().verbose
    read = articles()
    start = time.perf_counter()
    met = [a for d, found in read.values() for a in appearances(d, (s.speaker for s in found if s.speaker))]
    gathered = time.perf_counter()
    known = identities(met)
    end = time.perf_counter()
    by_actor = {member: identity for identity in known for member in identity.members}
    lines = [line(name, s, by_actor) for name, (_, found) in read.items() for s in found]
    report(matched(lines))
    for title, chosen in (("local names", [{**x, "speaker": x["local"]} for x in lines]), ("canonical names", lines)):
        print(f"speaker, {title}: {scorer('statements').score(FOLDER / 'labels', chosen, FOLDER)['speaker']}")
    words = sum(len(document.text.split()) for document, _ in read.values())
    print(f"{len(met)} appearances, {len(known)} identities; a document takes")
    gather, identify = (1000 * seconds / len(read) for seconds in (gathered - start, end - gathered))
    print(f"{gather:.2f} ms to gather, {identify:.2f} ms to identify: {words / (end - start):,.0f} words/s")
    if verbose:
        show(known, matched(lines))


def line(article: str, statement: Statement, by_actor: Mapping[str, Identity]) -> dict[str, Any]:
    """Return a statement as the scorer reads it, under its speaker's canonical name."""
    row, speaker = scored_row(article, statement), statement.speaker
    identity = by_actor[speaker.id] if speaker else None
    named = identity is not None and identity.kind is not ActorKind.UNNAMED
    canonical = identity.name if named and identity else row["speaker"]
    return row | {
        "local": row["speaker"],
        "speaker": canonical,
        "actor": speaker.id if speaker else None,
        "identity": identity.id if identity else None,
    }


def show(known: Iterable[Identity], items: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Print each identity with its labels, and the statements whose canonical speaker is not the label's."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for label, found in items:
        labels[found["identity"]][label["speaker"]] += 1
    for one in known:
        met = ", ".join(f"{n.name} ({n.documents})" for n in one.names)
        print(f"{one.kind.value:13s} {one.name} {one.authority or ''} ← {met}; labels {dict(labels[one.id])}")
        for candidate in one.candidates:
            print(f"              maybe {candidate.name} {candidate.score}: {candidate.reason}")
    key = scorer("statements").name_key
    for label, found in items:
        if label["confidence"] == 1 and key(label["speaker"]) != key(found["speaker"]):
            print(
                json.dumps(
                    [
                        label["article"],
                        label["source"] and str(label["source"])[:80],
                        found["local"],
                        found["speaker"],
                        label["speaker"],
                    ],
                    ensure_ascii=False,
                )
            )


if __name__ == "__main__":
    main()
