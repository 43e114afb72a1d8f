"""Training windows: what the model sees at run time, begun anywhere and of several lengths."""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from lab.corpus import Article, example
from onrecord.extract.encoding import Window, windows

FILLED = (1, 96, 128, 128, 192, 320)
"""Pieces up to which paragraphs are put together, 1 for each by itself; one is drawn for each article and epoch.
The run time has 128."""

PIECES = 5120
"""Pieces of a batch, padding included."""

Example = dict[str, np.ndarray]


def article_windows(article: Article, rng: random.Random) -> Iterator[Window]:
    """Yield windows over the whole article, those of a random cut before and after one of its paragraphs."""
    encoding, filled = article.encoding, rng.choice(FILLED)
    starts = np.flatnonzero(encoding.begins)
    cut = int(rng.choice(starts)) if len(starts) and rng.random() < 0.7 else 0
    if cut:
        yield from windows(encoding, 0, cut, filled=filled)
    yield from windows(encoding, cut, encoding.units, filled=filled)


def epoch_batches(corpus: list[Article], rng: random.Random) -> list[list[Example]]:
    """Return one epoch's batches in random order, windows of like length together.

    Where an article has several annotators, one is drawn.
    """
    found: list[Example] = []
    for article in corpus:
        labels = rng.choice(article.labels)
        found.extend(example(article, labels, window) for window in article_windows(article, rng))
    rng.shuffle(found)
    buckets: dict[int, list[Example]] = {}
    for row in found:
        buckets.setdefault(padded(len(row["pieces"])), []).append(row)
    batches = []
    for length, rows in sorted(buckets.items()):
        size = max(PIECES // length, 1)
        batches += [rows[at : at + size] for at in range(0, len(rows), size)]
    rng.shuffle(batches)
    return batches


def padded(length: int) -> int:
    """Return the next multiple of 32: few shapes, so that the kernels made for them are used again."""
    return -(-length // 32) * 32


def collate(rows: list[Example]) -> dict[str, Tensor]:
    """Return padded tensors; ``mask`` marks real pieces, ``unit_mask`` real units."""
    pieces = padded(max(len(r["pieces"]) for r in rows))
    units = padded(max(len(r["first"]) for r in rows))
    out: dict[str, Tensor] = {}
    for name in ("pieces", "case", "quote", "gap"):
        out[name] = torch.from_numpy(np.stack([np.pad(r[name], (0, pieces - len(r[name]))) for r in rows]))
    for name in ("first", "tags"):
        fill = 0 if name == "first" else -100
        out[name] = torch.from_numpy(
            np.stack([np.pad(r[name], (0, units - len(r[name])), constant_values=fill) for r in rows])
        )
    for name in ("source_target", "cue_target"):
        out[name] = torch.from_numpy(
            np.stack([np.pad(r[name], ((0, units - len(r[name])), (0, units - len(r[name])))) for r in rows])
        )
    out["mask"] = torch.arange(pieces)[None, :] < torch.tensor([len(r["pieces"]) for r in rows])[:, None]
    out["unit_mask"] = torch.arange(units)[None, :] < torch.tensor([len(r["first"]) for r in rows])[:, None]
    return out
