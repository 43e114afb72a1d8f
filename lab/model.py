"""The tagger as a torch module: a slim BERT encoder, features of form, tags of units, links between units.

The encoder is written here rather than taken from a library because its layers may differ in their number
of heads and inner width (see `lab.slim`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.extract.encoding import CASES, GAPS, QUOTES

TAGS = 7
LINK_WIDTH = 128
HEAD_WIDTH = 32


@dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's size: per layer the number of attention heads and the width of the inner layer."""

    heads: tuple[int, ...] = (12,) * 6
    inner: tuple[int, ...] = (1536,) * 6
    width: int = 384
    vocabulary: int = 30522
    positions: int = 512

    def as_json(self) -> dict[str, object]:
        """Return what `Shape(**...)` takes."""
        return asdict(self)


class Norm(nn.Module):
    """Root mean square normalisation (Zhang, Sennrich: NeurIPS 2019), with weights and no bias.

    It stands for the encoder's layer norms: the mean that they take away is at most 6 % of the deviation,
    0.3 % of the variance, and their biases fold into the next layers'. At run time it takes half of the time.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.eps = 1e-12

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` [..., width] with mean square 1 along the last axis, scaled."""
        found = functional.rms_norm(x.float(), self.weight.shape, self.weight.float(), self.eps)
        return found.to(self.weight.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer; queries, keys and values are one product."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * heads * HEAD_WIDTH)
        self.out = nn.Linear(heads * HEAD_WIDTH, width)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norms = nn.ModuleList([Norm(width) for _ in range(2)])
        self.dropout = nn.Dropout(dropout)

    def mixed(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return what the heads gather, side by side, [batch, pieces, heads × HEAD_WIDTH]."""
        batch, pieces, _ = hidden.shape
        q, k, v = (
            x.view(batch, pieces, self.heads, HEAD_WIDTH).transpose(1, 2) for x in self.qkv(hidden).chunk(3, dim=-1)
        )
        found = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return found.transpose(1, 2).reshape(batch, pieces, self.heads * HEAD_WIDTH)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return the layer's output, [batch, pieces, width]."""
        hidden = self.norms[0](self.dropout(self.out(self.mixed(hidden, mask))) + hidden)
        return self.norms[1](self.dropout(self.down(functional.gelu(self.up(hidden)))) + hidden)


class Tagger(nn.Module):
    """Scores for one batch of windows.

    Inputs: ``pieces``, ``case``, ``quote``, ``gap`` int64 [batch, pieces]; ``first`` int64 [batch, units];
    ``mask`` bool [batch, pieces] or None where nothing is padded.
    Outputs, float: tags [batch, units, 7]; cue→source and content→cue [batch, units, units].
    """

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        width = shape.width
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, width)
        self.position = nn.Parameter(torch.zeros(shape.positions, width))
        self.case = nn.Embedding(CASES, width)
        self.quote = nn.Embedding(QUOTES, width)
        self.gap = nn.Embedding(GAPS, width)
        for table in (self.case, self.quote, self.gap):
            nn.init.normal_(table.weight, std=0.005)
        self.norm = Norm(width)
        self.layers = nn.ModuleList(
            [Layer(width, heads, inner, dropout) for heads, inner in zip(shape.heads, shape.inner, strict=True)]
        )
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, TAGS)
        self.links = nn.Linear(width, 4 * LINK_WIDTH)

    def forward(
        self, pieces: Tensor, case: Tensor, quote: Tensor, gap: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of tags and of both kinds of links."""
        hidden = self.words(pieces) + self.position[: pieces.shape[1]]
        hidden = self.dropout(self.norm(hidden + self.case(case) + self.quote(quote) + self.gap(gap)))
        seen = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, seen)
        units = self.dropout(torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1])))
        a, b, c, d = self.links(units).chunk(4, dim=-1)
        scale = LINK_WIDTH**-0.5
        return self.tags(units), a @ b.transpose(1, 2) * scale, c @ d.transpose(1, 2) * scale


def pretrained(folder: Path) -> Tagger:
    """Return a tagger of full shape on the BERT encoder whose safetensors lie in `folder`."""
    weights = load_file(folder / "model.safetensors")
    tagger = Tagger(Shape())
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "position": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for number in range(len(tagger.layers)):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            parts = [weights[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{new}qkv.{kind}"] = torch.cat(parts)
            for theirs, ours in (
                ("attention.output.dense", "out"),
                ("attention.output.LayerNorm", "norms.0"),
                ("intermediate.dense", "up"),
                ("output.dense", "down"),
                ("output.LayerNorm", "norms.1"),
            ):
                state[f"{new}{ours}.{kind}"] = weights[f"{old}{theirs}.{kind}"]
    missing, unexpected = tagger.load_state_dict(folded(state, len(tagger.layers)), strict=False)
    fresh = {name.split(".")[0] for name in missing}
    if unexpected or fresh != {"case", "quote", "gap", "tags", "links"}:
        raise SystemExit(f"{folder} is not the expected encoder: missing {missing}, unexpected {unexpected}")
    return tagger


def folded(state: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Return weights whose layer norms have no biases: each is added where its norm's output goes."""
    state = dict(state)
    norms = ["norm", *(f"layers.{n}.norms.{m}" for n in range(layers) for m in range(2))]
    inner = [(f"layers.{n}.{a}", f"layers.{n}.{b}") for n in range(layers) for a, b in (("qkv", "out"), ("up", "down"))]
    for norm, (into, past) in zip(norms, inner, strict=False):
        bias = state.pop(f"{norm}.bias")
        state[f"{into}.bias"] = state[f"{into}.bias"] + state[f"{into}.weight"] @ bias
        state[f"{past}.bias"] = state[f"{past}.bias"] + bias
    bias = state.pop(f"{norms[-1]}.bias")
    for head in ("tags", "links"):
        if f"{head}.bias" in state:
            state[f"{head}.bias"] = state[f"{head}.bias"] + state[f"{head}.weight"] @ bias
    return state


def save(tagger: Tagger, path: Path) -> None:
    """Write weights and shape; what `load` reads."""
    torch.save({"shape": tagger.shape.as_json(), "state": tagger.state_dict()}, path)


def load(path: Path) -> Tagger:
    """Return the tagger that `save` wrote, ready for inference."""
    kept = torch.load(path, weights_only=True)
    tagger = Tagger(Shape(**kept["shape"]))
    tagger.load_state_dict(kept["state"])
    return tagger.eval()
