"""Measure how well the regions of real pages are found, by the measure of the pages' own set.

    python bench/regions.py ../shared/corpora/aeb [--pages]

(a) share of the true sentences found verbatim (runs of white space aside) in the body regions,
(b) precision, recall and F1 of 4-word shingles, as evaluate.py of scrapinghub/article-extraction-benchmark
    defines them, for onrecord and for trafilatura's plain output, (c) failures and spans that do not verify.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from pathlib import Path

import trafilatura

from onrecord.clean import document, source_text
from onrecord.record import Capture, Document, MediaType, RegionKind

KINDS = {"body": {RegionKind.BODY}}
KINDS["body+standfirst"] = KINDS["body"] | {RegionKind.STANDFIRST}
KINDS["spoken"] = KINDS["body+standfirst"] | {RegionKind.HEADLINE}
KINDS["spoken+caption"] = KINDS["spoken"] | {RegionKind.CAPTION}
SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')]*\s+|\n+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the 4-word shingles of `text`; a shorter text is one shingle."""
    words = re.findall(r"\w+", text)
    return Counter(s for i in range(max(1, len(words) - 3)) if (s := tuple(words[i : i + 4])))


def counts(true: str, found: str) -> tuple[float, float, float]:
    """Return true and false positives and false negatives as shares of their sum."""
    a, b = shingles(true), shingles(found)
    parts = ((a & b).total(), (b - a).total(), (a - b).total())
    return tuple(part / (sum(parts) or 1) for part in parts)  # type: ignore[return-value]


def scores(rows: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Return precision, recall and F1: means over pages, pages without anything found or true left out."""
    precision = statistics.mean(tp / (tp + fp) for tp, fp, fn in rows if tp + fp)
    recall = statistics.mean(tp / (tp + fn) for tp, fp, fn in rows if tp + fn)
    return precision, recall, 2 * precision * recall / (precision + recall)


def spoken_text(doc: Document, kinds: set[RegionKind]) -> str:
    """Return the text of the regions of `kinds`, with the dateline that begins a paragraph of theirs."""
    pieces = []
    for region, after in zip(doc.regions, (*doc.regions[1:], None), strict=True):
        begins = region.kind is RegionKind.DATELINE and after and after.kind in kinds and after.start - region.end <= 1
        if region.kind in kinds or begins:
            pieces.append(doc.text[region.start : region.end] + (" " if begins else "\n\n"))
    return "".join(pieces)


def squeezed(text: str) -> str:
    """Return `text` with every run of white space as one space."""
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` with three words or more, white space squeezed."""
    found = (squeezed(part) for part in SENTENCE.split(text))
    return [sentence for sentence in found if len(sentence.split()) >= 3]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", action="store_true", help="one line for each page")
    parser.add_argument("--lost", action="store_true", help="print the sentences lost")
    options = parser.parse_args()
    truth = json.loads((options.folder / "ground-truth.json").read_text("utf-8"))
    rows: dict[str, list[tuple[float, float, float]]] = {name: [] for name in (*KINDS, "trafilatura")}
    total = inside = kept = whole = plain = failed = wrong = 0
    seconds = 0.0
    for name in sorted(truth):
        data = gzip.decompress((options.folder / "html" / f"{name}.html.gz").read_bytes())
        body = truth[name]["articleBody"]
        capture = Capture(data=data, media_type=MediaType.HTML, locator=name, article=name)
        start = time.perf_counter()
        try:
            doc = document(capture)
        except Exception as error:  # any failure is a finding here
            failed += 1
            print(f"{name}: {type(error).__name__}: {error}")
            for kind in KINDS:
                rows[kind].append(counts(body, ""))
            continue
        seconds += time.perf_counter() - start
        source = source_text(capture)
        wrong += doc.offsets.length != len(doc.text)
        wrong += sum(not source[slice(*doc.offsets.to_source(r.start, r.end))] for r in doc.regions)
        texts = {}
        for kind, regions in KINDS.items():
            texts[kind] = spoken_text(doc, regions)
            rows[kind].append(counts(body, texts[kind]))
        out = trafilatura.extract(data, include_comments=False) or ""
        rows["trafilatura"].append(counts(body, out))
        true = sentences(body)
        spoken, everything, other = squeezed(texts["spoken"]), squeezed(doc.text), squeezed(out)
        lost = [sentence for sentence in true if sentence not in spoken]
        total += len(true)
        kept += len(true) - len(lost)
        only = squeezed(texts["body"])
        inside += sum(sentence in only for sentence in true)
        whole += sum(sentence in everything for sentence in true)
        plain += sum(sentence in other for sentence in true)
        if options.pages:
            tp, fp, fn = rows["body"][-1]
            tq, fq, fo = rows["trafilatura"][-1]
            print(
                f"{name[:8]} tp {tp:.2f} fp {fp:.2f} fn {fn:.2f} | trafilatura {tq:.2f} {fq:.2f} {fo:.2f}",
                f"| {len(lost)}/{len(true)} {truth[name]['url'][:70]}",
            )
        if options.lost:
            for sentence in lost:
                print(f"  {name[:8]} {'IN TEXT' if sentence in everything else 'NOT IN TEXT'}: {sentence[:150]}")
    print(f"{len(truth)} pages, {failed} failed, {wrong} regions or texts that do not verify, {seconds:.1f} s")
    print(
        f"true sentences {total}: verbatim in body {inside / total:.4f}, in spoken regions {kept / total:.4f},",
        f"anywhere {whole / total:.4f}, trafilatura {plain / total:.4f}",
    )
    for kind, values in rows.items():
        precision, recall, f1 = scores(values)
        print(f"{kind:16} precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}")


if __name__ == "__main__":
    main()
