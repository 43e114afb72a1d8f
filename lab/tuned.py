"""Train the rows of word pieces so that their sums lie to one another as the encoder's vectors of the texts do.

Texts are sentences of news, and runs of 3 to 12 words out of them, since statements are often parts of sentences. In
every batch whole handfuls come from one article: what is to be told apart is what one article says in many ways.
The loss is the divergence of a text's nearness to the others of its batch, after the encoder and after the sums
(relational distillation: Park et al. 2019); rows are held near where they began, most those that few texts have.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from eval.measures import SHARED

from onrecord.meaning.pieces import pieces, words

EPOCHS, BATCH, HANDFUL = 14, 512, 16
RATE, SHARPNESS, HELD = 2e-3, 20.0, 0.03
"""Learning rate; how sharply nearness counts; how much rows are held. Tried: docs/decisions/0018."""

Floats = npt.NDArray[np.float32]
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[A-Z“\"])")
_SENTENCE = re.compile(r"(?<=[.!?][\"”’]) +|(?<=[.!?]) +(?=[A-Z“\"])")


def articles() -> list[str]:
    """Return the texts of PolNeAR train, TimeBank, AQUAINT, GUM news and the AEB, sorted."""
    corpora = SHARED / "corpora"
    with gzip.open(corpora / "polnear" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["text"] for line in lines]
    found += [re.sub(r"<[^>]+>", "", path.read_text(errors="replace")) for path in (corpora / "timeml").rglob("*.tml")]
    for path in (corpora / "gum").glob("*.conllu"):
        lines_of = path.read_text(encoding="utf-8").splitlines()
        found.append("\n".join(line[9:] for line in lines_of if line.startswith("# text = ")))
    pages = json.loads((corpora / "aeb" / "ground-truth.json").read_text(encoding="utf-8"))
    return sorted([*found, *(page["articleBody"] for page in pages.values())])


def texts() -> tuple[list[str], list[int]]:
    """Return the sentences and runs that are trained on, and the number of the article each is of."""
    sentences = [(number, sentence) for number, text in enumerate(articles()) for sentence in _sentences(text)]
    chance, runs = random.Random(1), []
    for number, sentence in sentences:
        found, length = sentence.split(), chance.randint(3, 12)
        if len(found) > length:
            start = chance.randrange(len(found) - length)
            runs.append((number, " ".join(found[start : start + length])))
    both = sentences + runs
    return [text for _, text in both], [number for number, _ in both]


def _sentences(text: str) -> Iterator[str]:
    for paragraph in _PARAGRAPH.split(text):
        for sentence in _SENTENCE.split(" ".join(paragraph.split())):
            if 4 <= len(sentence.split()) <= 70:
                yield sentence


def tuned(names: list[str], rows: Floats, targets: Floats, given: tuple[list[str], list[int]]) -> Floats:
    """Return `rows` trained on the `given` texts, whose vectors by the encoder are `targets`."""
    torch.manual_seed(0)
    row_of = {name: row for row, name in enumerate(names)}
    made_of = [np.array([r for w in words(text) for r in pieces(w, row_of)], np.int64) for text in given[0]]
    bag = torch.nn.EmbeddingBag.from_pretrained(torch.tensor(rows), freeze=False, mode="sum")
    start, aims = torch.tensor(rows), torch.tensor(targets)
    optimiser, chance = torch.optim.Adam(bag.parameters(), lr=RATE), np.random.default_rng(0)
    kept = [place for place, made in enumerate(made_of) if len(made)]
    steps, step = EPOCHS * len(kept) // BATCH, 0
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in _batches([(place, given[1][place]) for place in kept], chance):
            step += 1
            optimiser.param_groups[0]["lr"] = RATE * max(0.05, 1 - step / steps)
            loss = _loss(bag, start, [made_of[place] for place in batch], aims[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item()
        print(f"epoch {epoch}: loss {total * EPOCHS / steps:.4f}", flush=True)
    trained: Floats = bag.weight.detach().numpy()
    return trained


def _loss(
    bag: torch.nn.EmbeddingBag, start: torch.Tensor, made: list[npt.NDArray[np.int64]], aims: torch.Tensor
) -> torch.Tensor:
    flat = torch.tensor(np.concatenate(made))
    begins = torch.tensor(np.cumsum([0, *(len(each) for each in made[:-1])]))
    sums = torch.nn.functional.normalize(bag(flat, begins))
    itself = torch.eye(len(made), dtype=torch.bool)
    ours, theirs = (
        torch.log_softmax((each @ each.T * SHARPNESS).masked_fill(itself, -1e9), 1) for each in (sums, aims)
    )
    used = torch.unique(flat)
    held = ((bag.weight[used] - start[used]) ** 2).sum(1).mean()
    return torch.nn.functional.kl_div(ours, theirs, log_target=True, reduction="batchmean") + HELD * held


def _batches(placed: list[tuple[int, int]], chance: np.random.Generator) -> Iterator[list[int]]:
    of_article: dict[int, list[int]] = {}
    for place, article in placed:
        of_article.setdefault(article, []).append(place)
    handfuls = []
    for places in of_article.values():
        chance.shuffle(places)
        handfuls += [places[at : at + HANDFUL] for at in range(0, len(places), HANDFUL)]
    order, batch = chance.permutation(len(handfuls)), []
    for number in order:
        batch += handfuls[number]
        if len(batch) >= BATCH:
            yield batch
            batch = []


def remembered(path: Path | None, made: Floats | None = None) -> Floats | None:
    """Return what the encoder made of the texts an earlier time, where `path` holds it; or leave `made` there."""
    if path is None or (made is None and not path.exists()):
        return made
    if made is not None:
        np.save(path, made.astype(np.float16))
        return made
    found: Floats = np.load(path).astype(np.float32)
    return found
