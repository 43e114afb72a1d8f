"""Train the attribution tagger on PolNeAR: ``python -m lab.train``."""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from lab.corpus import POLNEAR, Article, articles, example
from lab.dropout import pool_dropout
from lab.encoder import encoder_folder, tokenizer
from lab.model import Tagger
from onrecord.extract.encoding import Window

WORK = Path(__file__).parent / "work"


WINDOW = 320
"""Word pieces of a training window; at run time windows are shorter (see `onrecord.extract.encoding`)."""


def epoch_examples(corpus: list[Article], rng: random.Random) -> list[dict[str, np.ndarray]]:
    """Return one epoch's windows: a random annotator where there are several, windows begun at random."""
    found = []
    for article in corpus:
        labels = rng.choice(article.labels)
        found.extend(example(article, labels, window) for window in training_windows(article, rng))
    rng.shuffle(found)
    return found


def training_windows(article: Article, rng: random.Random) -> Iterator[Window]:
    """Yield windows over the article, the first one mostly cut short at a random paragraph.

    Each window after it begins at the last paragraph in the second half of the one before.
    """
    encoding = article.encoding
    starts = np.flatnonzero(encoding.begins)
    early = starts[(starts > 0) & (encoding.first[starts] < WINDOW - 2)]
    cut = int(rng.choice(early)) if len(early) and rng.random() < 0.7 else 0
    if cut:
        yield Window(0, cut)
    start = cut
    while start < encoding.units:
        end = int(np.searchsorted(encoding.first, encoding.first[start] + WINDOW - 2, side="right")) - 1
        end = min(max(end, start + 1), encoding.units)
        yield Window(start, end)
        if end == encoding.units:
            return
        inner = starts[(starts > start + (end - start) // 2) & (starts < end)]
        start = int(inner[-1]) if len(inner) else max(end - 40, start + 1)


def collate(rows: list[dict[str, np.ndarray]]) -> dict[str, Tensor]:
    """Return padded tensors; ``mask`` marks real pieces, ``unit_mask`` real units."""
    pieces = max(len(r["pieces"]) for r in rows)
    units = max(len(r["first"]) for r in rows)
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


def link_loss(scores: Tensor, target: Tensor, unit_mask: Tensor) -> Tensor:
    """Return the mean negative log of the probability that a row's unit points at one of its targets."""
    scores = scores.float().masked_fill(~unit_mask[:, None, :], -1e4)
    rows = target.any(-1)
    log_p = scores.log_softmax(-1).masked_fill(~target, -1e9).logsumexp(-1)
    return -(log_p * rows).sum() / rows.sum().clamp(min=1)


def losses(model: Tagger, batch: dict[str, Tensor], smoothing: float) -> tuple[Tensor, list[float]]:
    """Return the loss of a batch and its three parts."""
    tags, to_source, to_cue = model(
        batch["pieces"], batch["case"], batch["quote"], batch["gap"], batch["first"], batch["mask"]
    )
    tag = functional.cross_entropy(
        tags.float().flatten(0, 1), batch["tags"].flatten(), ignore_index=-100, label_smoothing=smoothing
    )
    source = link_loss(to_source, batch["source_target"], batch["unit_mask"])
    cue = link_loss(to_cue, batch["cue_target"], batch["unit_mask"])
    return tag + 0.2 * source + 0.2 * cue, [tag.item(), source.item(), cue.item()]


def parameter_groups(model: Tagger, lr: float, head_lr: float, decay: float) -> list[dict]:
    """Return the optimiser's groups: lower layers learn slower, heads faster, no decay on biases and norms."""
    layers = model.encoder.config.num_hidden_layers
    groups: dict[tuple[float, float], list] = {}
    for name, parameter in model.named_parameters():
        if name.startswith("encoder.embeddings"):
            rate = lr * decay ** (layers + 1)
        elif name.startswith("encoder.encoder.layer."):
            rate = lr * decay ** (layers - int(name.split(".")[3]))
        else:
            rate = head_lr
        weight_decay = 0.0 if parameter.ndim < 2 else 0.01
        groups.setdefault((rate, weight_decay), []).append(parameter)
    return [{"params": p, "lr": rate, "weight_decay": wd, "base": rate} for (rate, wd), p in groups.items()]


def train(args: argparse.Namespace) -> None:
    """Train and write the averaged weights to ``lab/work/NAME.pt`` with the settings beside them."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    pieces = tokenizer()
    corpus = articles(POLNEAR / "train.jsonl.gz", pieces)
    if args.with_dev:
        corpus += articles(POLNEAR / "dev.jsonl.gz", pieces)
    if args.limit:
        corpus = corpus[: args.limit]
    model = Tagger.pretrained(encoder_folder(), attention="eager")
    average = copy.deepcopy(model)
    pool_dropout(model)
    model.train()
    optimiser = torch.optim.AdamW(parameter_groups(model, args.lr, args.head_lr, args.layer_decay))
    per_epoch = -(-len(epoch_examples(corpus, random.Random(0))) // args.batch)
    total, step, began = per_epoch * args.epochs, 0, time.time()
    for epoch in range(args.epochs):
        rows = epoch_examples(corpus, rng)
        for at in range(0, len(rows), args.batch):
            factor = min(1.0, (step + 1) / (0.1 * total)) * max(0.0, min(1.0, (total - step) / (0.9 * total)))
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * factor
            batch = collate(rows[at : at + args.batch])
            with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
                loss, parts = losses(model, batch, args.smoothing)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            with torch.no_grad():
                keep = min(args.average, step / (step + 10))
                for mean, now in zip(average.parameters(), model.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
            if step % 20 == 0:
                print(
                    f"{epoch} {step}/{total} {time.time() - began:.0f}s {loss.item():.4f}",
                    *(f"{p:.4f}" for p in parts),
                    flush=True,
                )
        WORK.mkdir(exist_ok=True)
        torch.save(average.state_dict(), WORK / f"{args.name}.pt")
        (WORK / f"{args.name}.json").write_text(json.dumps(vars(args), indent=1))


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", default="tagger")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--smoothing", type=float, default=0.0)
    parser.add_argument("--average", type=float, default=0.995, help="decay of the moving average of weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="use only the first N articles")
    parser.add_argument("--with-dev", action="store_true", help="train on the dev part too")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
