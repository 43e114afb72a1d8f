"""PolNeAR as the sentence-like items of the literature's protocol (CofeNet, COLING 2022).

Its items are paragraphs: `python -m lab.items` measures how well the cuts made here fit those of its validation
items, and how alike the items are. Nothing of their labels is used.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lab.corpus import POLNEAR, ROLES, SHARED, read_rows

VALID = SHARED / "corpora" / "cofenet" / "valid.jsonl.gz"

_BLANK = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\S+")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Nev|Calif|Va|Md|Pa|Mass|Conn|Jr|Sr|Inc|Corp|Co|Ltd|Mr|Dr)\.$")
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
SHORT = 1
"""Words up to which a paragraph is part of the one before it, as "ABSTRACT." is of a headline."""

Range = tuple[int, int]


def cuts(text: str) -> list[Range]:
    """Return the half-open ranges of the items of `text`.

    They are its paragraphs, parted by blank lines. One that does not end like a sentence goes on in the next
    one, and one of a single word belongs to the one before.
    """
    found: list[Range] = []
    open_ended = False
    for start, end in _paragraphs(text):
        words = text[start:end]
        if found and (open_ended or len(words.split()) <= SHORT):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        open_ended = not _ENDED.search(words) or bool(_ABBREVIATED.search(words))
    return found


def _paragraphs(text: str) -> Iterator[Range]:
    """Yield the paragraphs without the space around them, empty ones left out."""
    start = 0
    for stop, following in [*(m.span() for m in _BLANK.finditer(text)), (len(text), len(text))]:
        words = text[start:stop]
        if words.strip():
            yield stop - len(words.lstrip()), start + len(words.rstrip())
        start = following


def items(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the items of a row of the corpus in the row's own form, each with the annotations cut to it.

    A text's runs of white space become one space each. Of an attribution whose parts lie in several items each
    keeps what it holds, be it a content without its cue.
    """
    for number, (start, end) in enumerate(cuts(row["text"])):
        words = [(m.start(), m.end()) for m in _WORD.finditer(row["text"], start, end)]
        annotations = {name: list(_within(found, words)) for name, found in row["annotations"].items()}
        text = " ".join(row["text"][a:b] for a, b in words)
        yield {"id": f"{row['id']}/{number}", "text": text, "annotations": annotations}


def _within(attributions: Iterable[dict[str, Any]], words: Sequence[Range]) -> Iterator[dict[str, list[list[int]]]]:
    """Yield what of the attributions lies in `words`, at offsets in these words put together by single spaces."""
    starts, ends = [start for start, _ in words], [end for _, end in words]
    shifts, length = [], 0
    for start, end in words:
        shifts.append(length - start)
        length += end - start + 1
    for attribution in attributions:
        kept: dict[str, list[list[int]]] = {role: [] for role in ROLES}
        for role in ROLES:
            for start, end in attribution.get(role) or []:
                first, last = bisect_left(ends, start + 1), bisect_left(starts, end) - 1
                if first <= last:
                    a, b = max(start, starts[first]) + shifts[first], min(end, ends[last]) + shifts[last]
                    kept[role].append([a, b])
        if any(kept.values()):
            yield kept


def rows(path: Path = POLNEAR / "train.jsonl.gz") -> Iterator[dict[str, Any]]:
    """Yield the items of every article of a PolNeAR file, what `lab.corpus.articles_of` takes."""
    for row in read_rows(path):
        yield from items(row)


def _letters(text: str) -> str:
    return "".join(c.lower() for c in text if c.isascii() and c.isalnum())


def _borders(parts: Iterable[str]) -> set[int]:
    """Return after how many letters and digits the parts end."""
    found, at = set(), 0
    for part in parts:
        at += len(_letters(part))
        found.add(at)
    return found


def fit() -> tuple[int, int, int]:
    """Return how many borders of items are found where the validation items have them, made here, and theirs.

    Compared are the articles whose letters and digits are the same in both.
    """
    texts = {row["id"]: row["text"] for row in read_rows(POLNEAR / "dev.jsonl.gz")}
    theirs: dict[str, list[str]] = {}
    for row in read_rows(VALID):
        words = "".join(token for token in row["tokens"] if not re.fullmatch(r"-[LR][RSC]B-", token))
        theirs.setdefault(row["id"], []).append(words)
    same = made = given = 0
    for name, parts in theirs.items():
        text = texts[name.rsplit("_", 1)[0]]
        if _letters(text) == _letters("".join(parts)):
            a, b = _borders(text[start:end] for start, end in cuts(text)), _borders(parts)
            same, made, given = same + len(a & b), made + len(a), given + len(b)
    return same, made, given


def _shape(name: str, lengths: list[int], spans: list[dict[str, int]]) -> str:
    """Return a line that describes items by their words and their spans per role."""
    lengths = sorted(lengths)
    tenths = [lengths[len(lengths) * tenth // 10] for tenth in (1, 5, 9)]
    content = sum(bool(s["content"]) for s in spans) / len(spans)
    per = "  ".join(f"{role} {sum(s[role] for s in spans) / len(spans):.3f}" for role in ROLES)
    return (
        f"{name:6s} {len(lengths):6d} items, words p10/p50/p90 {tenths}, with content {content:.3f}, spans each: {per}"
    )


def main() -> None:
    """Print how the items made from PolNeAR train resemble the validation items."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    same, made, given = fit()
    print(f"borders on dev: {same} of {made} made and {given} given are the same")
    lengths, spans = [], []
    for row in read_rows(VALID):
        lengths.append(sum(any(c.isalnum() for c in token) for token in row["tokens"]))
        spans.append({role: row["labels"].count(f"B-{role}") for role in ROLES})
    print(_shape("valid", lengths, spans))
    for part in ("dev", "train"):
        lengths, spans = [], []
        for row in rows(POLNEAR / f"{part}.jsonl.gz"):
            for found in row["annotations"].values():
                lengths.append(len(row["text"].split()))
                parts = {role: {tuple(s) for a in found for s in a[role]} for role in ROLES}
                spans.append({role: len(parts[role]) for role in ROLES})
        print(_shape(part, lengths, spans))


if __name__ == "__main__":
    main()
