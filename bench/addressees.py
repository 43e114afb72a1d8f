"""Addressees found for newswcl50 (needs ../shared): ``python -m bench.addressees [-v] [--tagged]``.

Takes the labelled source, cue and content spans (with `--tagged` what the tagger finds), and compares the
words found with the labelled name: *strictly* as ``score/statements.py`` does, under the name that the
actor has across the articles; *leniently*, where the last word of one stands in the other. Labels with
confidence below 1 are left out of the matched ones, as there.
"""

from __future__ import annotations

import argparse
import collections
import re
from dataclasses import dataclass, replace
from typing import Any

from eval.matching import matched as same
from eval.measures import SHARED, rows, scorer, tagger

from bench.speakers import attribution
from onrecord import clean, resolve
from onrecord.record import Appearance, Attribution, Capture, Document, Form, Given, MediaType, Statement
from onrecord.resolve.identity import appearances, identities

FOLDER = SHARED / "corpora" / "newswcl50"


@dataclass
class Tally:
    """How many were labelled, found, and right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: bool, found: bool, right: bool) -> None:
        """Count one statement."""
        self.gold += gold
        self.found += found
        self.right += right

    def __str__(self) -> str:
        """Return precision, recall and F1 in words."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"({self.right} right of {self.found} found, {self.gold} labelled)"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {counts}"


def documents() -> dict[str, Document]:
    """Return the documents by article, with their publication dates."""
    published = {row["article"]: row["published"] for row in rows(FOLDER / "labels" / "articles.jsonl")}
    return {name: document(name, day) for name, day in sorted(published.items())}


def document(article: str, published: str) -> Document:
    """Return one article, published on the last day that its label names."""
    path, day = next(FOLDER.rglob(article)), published.rstrip("~").split("/")[-1]
    return clean.document(Capture(path.read_bytes(), MediaType.PLAIN, str(path), article, Given(published=day)))


def by_article() -> dict[str, list[dict[str, Any]]]:
    """Return the labelled statements of each article."""
    found = collections.defaultdict(list)
    for row in rows(FOLDER / "labels" / "statements.jsonl"):
        found[row["article"]].append(row)
    return dict(found)


def matched(doc: Document, gold: list[dict[str, Any]], tagged: bool) -> list[tuple[dict[str, Any], Attribution]]:
    """Return each labelled statement with its attribution, where one is found, in order of the labels."""
    if not tagged:
        return [(g, replace(attribution(doc, g), form=Form(g["form"]))) for g in gold]
    found = tagger().attributions(doc)
    labelled = [{x for c in g["content"] for x in range(c["start"], c["end"])} for g in gold]
    told = [{x for c in a.content for x in range(c.start, c.end)} for a in found]
    return [(gold[i], found[j]) for i, j in sorted(same(labelled, told).items())]


def read(tagged: bool) -> list[tuple[dict[str, Any], Statement, str | None]]:
    """Return each labelled statement with ours, and its addressee's name across the articles."""
    labels, met, found = by_article(), list[Appearance](), list[tuple[dict[str, Any], Statement]]()
    for article, doc in documents().items():
        pairs = matched(doc, labels[article], tagged)
        told = resolve.resolved(doc, [a for _, a in pairs])
        met += appearances(doc, [actor for statement in told for actor in statement.actors])
        found += [(gold, statement) for (gold, _), statement in zip(pairs, told, strict=True)]
    names = {member: identity.name for identity in identities(met) for member in identity.members}
    return [(gold, s, names.get(s.addressee.id, s.addressee.name) if s.addressee else None) for gold, s in found]


def alike(name: str, words: str) -> bool:
    """Return whether the last word of one stands in the other."""
    a, b = (re.findall(r"\w+", x.casefold()) for x in (name, words))
    return bool(a and b) and (a[-1] in b or b[-1] in a)


def main() -> None:
    """Print precision, recall and F1, strictly and leniently."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong ones")
    parser.add_argument("--tagged", action="store_true", help="take the tagger's attributions")
    options = parser.parse_args()
    key, strict, lenient = scorer("statements").name_key, Tally(), Tally()
    for gold, found, name in read(options.tagged):
        to, words = gold["addressee"], found.to.words if found.to else None
        if gold["confidence"] < 1:
            continue
        exact = to is not None and key(to) == key(name)
        strict.add(to is not None, name is not None, exact)
        near = to is not None and words is not None and (exact or alike(to, words) or alike(to, name or ""))
        lenient.add(to is not None, words is not None, near)
        if options.verbose and not exact and (to or words):
            cue = " ".join(s.words for s in found.attribution.cue)
            print(f"{'~' if near else '-'} {gold['id']} {cue!r}: {words!r} → {name!r}, labelled {to!r}")
    print("strict ", strict)
    print("lenient", lenient)


if __name__ == "__main__":
    main()
