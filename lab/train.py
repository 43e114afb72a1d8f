"""Train the attribution tagger: ``python -m lab.train NAME``.

Without ``--origin`` it starts from the pretrained encoder, of full shape; with it from a checkpoint, such as a
slim one (`lab.slim`). With ``--teacher`` half of the loss comes from that checkpoint's answers.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from pathlib import Path

import torch

from lab.corpus import POLNEAR, Article, articles, articles_of
from lab.dropout import pool_dropout
from lab.encoder import encoder_folder, word_pieces
from lab.loss import gold_loss_of, scores, teacher_loss
from lab.model import Tagger, load, pretrained, save
from lab.windows import Example, collate, epoch_batches

WORK = Path(__file__).parent / "work"


def parameter_groups(tagger: Tagger, lr: float, head_lr: float, decay: float) -> list[dict]:
    """Return the optimiser's groups: lower layers learn slower, heads faster, no decay on biases and norms."""
    layers = len(tagger.layers)
    groups: dict[tuple[float, float], list] = {}
    for name, parameter in tagger.named_parameters():
        if name.startswith(("words", "position", "norm.")):
            rate = lr * decay ** (layers + 1)
        elif name.startswith("layers."):
            rate = lr * decay ** (layers - int(name.split(".")[1]))
        else:
            rate = head_lr
        weight_decay = 0.0 if parameter.ndim < 2 else 0.01
        groups.setdefault((rate, weight_decay), []).append(parameter)
    return [{"params": p, "lr": rate, "weight_decay": wd, "base": rate} for (rate, wd), p in groups.items()]


def load_corpus(args: argparse.Namespace) -> tuple[list[Article], list[Article]]:
    """Return PolNeAR's articles and, where asked for, our own."""
    pieces = word_pieces()
    parts = ["train.jsonl.gz", *(["dev.jsonl.gz"] if args.with_dev else [])]
    if args.items:
        from lab.items import rows as items

        corpus = [item for part in parts for item in articles_of(items(POLNEAR / part), pieces)]
    else:
        corpus = [article for part in parts for article in articles(POLNEAR / part, pieces)]
    own: list[Article] = []
    if args.own:
        from lab.own import rows

        own = articles_of(rows(args.seed), pieces)
    return corpus[: args.limit or None], own


def epochs(args: argparse.Namespace, rng: random.Random) -> list[list[list[Example]]]:
    """Return each epoch's batches; of our own texts a share `args.own`, others in each."""
    corpus, own = load_corpus(args)
    found = []
    for _ in range(args.epochs):
        drawn = rng.sample(own, round(len(own) * args.own)) if own else []
        found.append(epoch_batches(corpus + drawn, rng))
    return found


def train(args: argparse.Namespace) -> None:
    """Train and write the averaged weights to ``lab/work/NAME.pt`` with the settings beside them."""
    torch.manual_seed(args.seed)
    tagger = load(WORK / f"{args.origin}.pt") if args.origin else pretrained(encoder_folder())
    teacher = load(WORK / f"{args.teacher}.pt").bfloat16() if args.teacher else None
    average = copy.deepcopy(tagger).eval()
    pool_dropout(tagger)
    tagger.train()
    optimiser = torch.optim.AdamW(parameter_groups(tagger, args.lr, args.head_lr, args.layer_decay))
    parts = epochs(args, random.Random(args.seed))
    total, step, began = sum(map(len, parts)), 0, time.time()
    for epoch, batches in enumerate(parts):
        for rows in batches:
            factor = min(1.0, (step + 1) / (args.warmup * total), (total - step) / ((1 - args.warmup) * total))
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * factor
            batch = collate(rows)
            with torch.autocast("cpu", torch.bfloat16, enabled=args.bf16):
                found = scores(tagger, batch)
                loss = gold_loss_of(found, batch)
            if teacher is not None:
                with torch.no_grad():
                    taught = scores(teacher, batch)
                loss = 0.5 * loss + 0.5 * teacher_loss(found, taught, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            step += 1
            with torch.no_grad():
                keep = min(args.average, step / (step + 10))
                for mean, now in zip(average.parameters(), tagger.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
            if step % 20 == 0:
                print(f"{epoch} {step}/{total} {time.time() - began:.0f}s {loss.item():.4f}", flush=True)
        save(average, WORK / f"{args.name}.pt")
        (WORK / f"{args.name}.json").write_text(json.dumps(vars(args), indent=1))


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--origin", default="", help="the checkpoint to start from")
    parser.add_argument("--teacher", default="", help="the checkpoint to learn from")
    parser.add_argument("--own", type=float, default=0.0, help="share of our own texts in each epoch")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--warmup", type=float, default=0.1, help="share of the steps in which rates rise")
    parser.add_argument("--average", type=float, default=0.995, help="decay of the moving average of weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="use only the first N articles or items")
    parser.add_argument("--items", action="store_true", help="train on sentence-like items (lab.items)")
    parser.add_argument("--with-dev", action="store_true", help="train on the dev part too")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    args = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    train(args)


if __name__ == "__main__":
    main()
