"""A tagger of fewer heads and narrower inner layers, cut from a trained one: ``python -m lab.slim FROM NAME``.

What is cut is what the loss would miss least: for every head and every inner unit the sum over training
windows of |output × gradient| (Michel, Levy, Neubig: Are Sixteen Heads Really Better than One?, NeurIPS 2019;
Molchanov et al., ICLR 2017). All layers compete for one budget; each keeps at least some.
"""

from __future__ import annotations

import argparse
import itertools
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from lab.corpus import POLNEAR, Article, articles
from lab.encoder import word_pieces
from lab.loss import gold_loss
from lab.model import HEAD_WIDTH, Shape, Tagger, load, save
from lab.windows import collate, epoch_batches

WORK = Path(__file__).parent / "work"

STEP = 64
"""Inner units are kept in blocks of this size, the width of the int8 kernels."""


def importance(tagger: Tagger, corpus: list[Article], batches: int) -> tuple[list[Tensor], list[Tensor]]:
    """Return for every layer the importance of its heads and of its inner units, over `batches` batches."""
    heads = [torch.zeros(n) for n in tagger.shape.heads]
    inner = [torch.zeros(n) for n in tagger.shape.inner]
    kept: dict[nn.Module, Tensor] = {}

    def keep(module: nn.Module, args: tuple[Tensor, ...]) -> None:
        args[0].retain_grad()
        kept[module] = args[0]

    hooks = [m.register_forward_pre_hook(keep) for layer in tagger.layers for m in (layer.out, layer.down)]
    for rows in itertools.islice(epoch_batches(corpus, random.Random(7)), batches):
        gold_loss(tagger, collate(rows)).backward()
        for number, layer in enumerate(tagger.layers):
            for module, sums, width in ((layer.out, heads, HEAD_WIDTH), (layer.down, inner, 1)):
                x = kept[module]
                product = (x.detach() * x.grad).flatten(0, 1)
                sums[number] += product.unflatten(-1, (-1, width)).sum(-1).abs().sum(0)
        tagger.zero_grad()
    for hook in hooks:
        hook.remove()
    return heads, inner


def chosen(scores: list[Tensor], budget: int, least: int, step: int) -> list[Tensor]:
    """Return for every layer which units are kept, in order: `budget` in all, `least` or more of each, in `step`s."""
    orders = [s.argsort(descending=True) for s in scores]
    counts = [least] * len(scores)
    while sum(counts) < budget:
        gains = [
            float(s[o[c : c + step]].sum()) if c + step <= len(s) else -1.0
            for s, o, c in zip(scores, orders, counts, strict=True)
        ]
        counts[max(range(len(counts)), key=gains.__getitem__)] += step
    return [o[:c].sort().values for o, c in zip(orders, counts, strict=True)]


def cut(tagger: Tagger, heads: list[Tensor], inner: list[Tensor]) -> Tagger:
    """Return a tagger that holds only the given heads and inner units of every layer."""
    shape = Shape(heads=tuple(map(len, heads)), inner=tuple(map(len, inner)))
    slim, state = Tagger(shape), tagger.state_dict()
    for number, (h, i) in enumerate(zip(heads, inner, strict=True)):
        name = f"layers.{number}."
        rows = (h[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
        width = tagger.shape.heads[number] * HEAD_WIDTH
        three = torch.cat([rows, rows + width, rows + 2 * width])
        for part, kept in (("qkv", three), ("up", i)):
            for kind in ("weight", "bias"):
                state[f"{name}{part}.{kind}"] = state[f"{name}{part}.{kind}"][kept]
        state[f"{name}out.weight"] = state[f"{name}out.weight"][:, rows]
        state[f"{name}down.weight"] = state[f"{name}down.weight"][:, i]
    slim.load_state_dict(state)
    return slim


def lowest(tagger: Tagger, layers: int) -> Tagger:
    """Return the tagger without its layers above the lowest `layers`."""
    shape = Shape(heads=tagger.shape.heads[:layers], inner=tagger.shape.inner[:layers])
    low = Tagger(shape)
    low.load_state_dict({name: value for name, value in tagger.state_dict().items() if name in low.state_dict()})
    return low


def main() -> None:
    """Write the slim checkpoint ``lab/work/NAME.pt``, still to be trained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("origin", help="a trained checkpoint in lab/work")
    parser.add_argument("name")
    parser.add_argument("--heads", type=int, default=36, help="attention heads of all layers together")
    parser.add_argument("--inner", type=int, default=3072, help="inner units of all layers together")
    parser.add_argument("--batches", type=int, default=30)
    parser.add_argument("--layers", type=int, default=6, help="layers kept, the lowest ones")
    args = parser.parse_args()
    tagger = lowest(load(WORK / f"{args.origin}.pt"), args.layers)
    corpus = articles(POLNEAR / "train.jsonl.gz", word_pieces())
    heads, inner = importance(tagger, corpus, args.batches)
    slim = cut(tagger, chosen(heads, args.heads, 2, 1), chosen(inner, args.inner, 2 * STEP, STEP))
    print(slim.shape)
    save(slim, WORK / f"{args.name}.pt")


if __name__ == "__main__":
    main()
