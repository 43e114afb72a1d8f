"""PolNeAR as training examples: windows of units with tags and links."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.extract.encoding import Encoding, Window, encode, inputs
from onrecord.extract.pieces import WordPieces

SHARED = Path(__file__).resolve().parents[2] / "shared"
POLNEAR = SHARED / "corpora" / "polnear"
ROLES = ("source", "cue", "content")


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a .jsonl or .jsonl.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


@dataclass(frozen=True, slots=True)
class Labels:
    """Gold of one annotator over the units of one document.

    `tags`: BIO per unit (0 O; 1, 2 source; 3, 4 cue; 5, 6 content). `cue_to_source`: for every cue unit the
    set of its source's units (its own cue's units if none is expressed); `content_to_cue`: for every content
    unit the units of its cue. A unit of several roles keeps the first one met in the order cue, source, content.
    """

    tags: np.ndarray
    cue_to_source: dict[int, frozenset[int]]
    content_to_cue: dict[int, frozenset[int]]


def label(encoding: Encoding, attributions: list[dict[str, Any]]) -> Labels:
    """Return the labels of `attributions` (offsets in code points) over the units of `encoding`."""
    tags = np.zeros(encoding.units, np.int64)
    to_source: dict[int, frozenset[int]] = {}
    to_cue: dict[int, frozenset[int]] = {}
    claimed: dict[int, int] = {}
    spans = [{role: [_units(encoding, s, e) for s, e in a.get(role) or []] for role in ROLES} for a in attributions]
    for role_number, role in ((1, "cue"), (0, "source"), (2, "content")):
        for attribution in spans:
            for units in attribution[role]:
                free = [u for u in units if claimed.get(u, role_number) == role_number]
                for position, unit in enumerate(free):
                    if unit in claimed:
                        continue
                    claimed[unit] = role_number
                    inside = position > 0 and free[position - 1] == unit - 1
                    tags[unit] = 1 + 2 * role_number + inside
    for attribution in spans:
        sets = {role: frozenset(u for units in attribution[role] for u in units) for role in ROLES}
        if not sets["cue"]:
            continue
        for unit in sets["cue"]:
            to_source[unit] = sets["source"] or sets["cue"]
        for unit in sets["content"]:
            to_cue[unit] = sets["cue"]
    return Labels(tags, to_source, to_cue)


def _units(encoding: Encoding, start: int, end: int) -> range:
    a = int(np.searchsorted(encoding.ends, start, side="right"))
    b = int(np.searchsorted(encoding.starts, end, side="left"))
    return range(a, b)


@dataclass(frozen=True, slots=True)
class Article:
    """One document with its encoding and the labels of each annotator."""

    id: str
    text: str
    encoding: Encoding
    labels: tuple[Labels, ...]


def articles(path: Path, pieces: WordPieces) -> list[Article]:
    """Return the documents of a PolNeAR file, encoded and labelled."""
    return articles_of(read_rows(path), pieces)


def articles_of(rows: Iterable[dict[str, Any]], pieces: WordPieces) -> list[Article]:
    """Return rows of the corpus's form (id, text, annotations), encoded and labelled."""
    found = []
    for row in rows:
        encoding = encode(row["text"], pieces)
        labels = tuple(label(encoding, row["annotations"][name]) for name in sorted(row["annotations"]))
        found.append(Article(row["id"], row["text"], encoding, labels))
    return found


def example(article: Article, labels: Labels, window: Window) -> dict[str, np.ndarray]:
    """Return one window's arrays: the model's inputs (without the leading axis) and its targets.

    ``tags`` [units]; ``source_target`` and ``cue_target`` [units, units], 1 where a row's unit may point,
    all-zero rows where there is nothing to learn (no link, or the target outside of the window).
    """
    arrays = {
        name: value[0] for name, value in inputs(article.encoding, window, room=len(article.encoding.pieces)).items()
    }
    n = window.end - window.start
    arrays["tags"] = labels.tags[window.start : window.end]
    for name, links in (("source_target", labels.cue_to_source), ("cue_target", labels.content_to_cue)):
        target = np.zeros((n, n), bool)
        for unit in range(window.start, window.end):
            for to in links.get(unit, ()):
                if window.start <= to < window.end:
                    target[unit - window.start, to - window.start] = True
        arrays[name] = target
    return arrays
