"""What training minimises: gold tags and links, and where there is a teacher, its answers."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from lab.model import Tagger

LINKS = 0.2
"""Weight of each kind of link beside the tags."""

Batch = dict[str, Tensor]
Scores = tuple[Tensor, Tensor, Tensor]


def scores(tagger: Tagger, batch: Batch) -> Scores:
    """Return the tagger's scores of a collated batch, float32; links into padding are out of reach."""
    tags, *links = tagger(*(batch[name] for name in ("pieces", "case", "quote", "gap", "first", "mask")))
    padding = ~batch["unit_mask"][:, None, :]
    to_source, to_cue = (link.float().masked_fill(padding, -1e4) for link in links)
    return tags.float(), to_source, to_cue


def gold_loss_of(found: Scores, batch: Batch) -> Tensor:
    """Return the loss of scores against the gold labels."""
    tags, to_source, to_cue = found
    loss = functional.cross_entropy(tags.flatten(0, 1), batch["tags"].flatten(), ignore_index=-100)
    for links, target in ((to_source, batch["source_target"]), (to_cue, batch["cue_target"])):
        loss = loss + LINKS * _link_loss(links, target)
    return loss


def gold_loss(tagger: Tagger, batch: Batch) -> Tensor:
    """Return the tagger's loss against the gold labels."""
    return gold_loss_of(scores(tagger, batch), batch)


def teacher_loss(found: Scores, taught: Scores, batch: Batch) -> Tensor:
    """Return the cross entropy of scores with those of a teacher.

    Tags count for every unit, links for the rows that the gold labels link.
    """
    real = batch["unit_mask"]
    loss = functional.cross_entropy(found[0][real], taught[0][real].softmax(-1))
    for at, target in ((1, batch["source_target"]), (2, batch["cue_target"])):
        rows = target.any(-1)
        if rows.any():
            loss = loss + LINKS * functional.cross_entropy(found[at][rows], taught[at][rows].softmax(-1))
    return loss


def _link_loss(links: Tensor, target: Tensor) -> Tensor:
    """Return the mean negative log of the chance that a row's unit points at one of its targets."""
    rows = target.any(-1)
    into = links.log_softmax(-1).masked_fill(~target, -1e9).logsumexp(-1)
    return -(into * rows).sum() / torch.clamp(rows.sum(), min=1)
