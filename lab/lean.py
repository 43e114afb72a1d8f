"""The tagger as it is exported: the same numbers by fewer and larger operations.

Attention is ONNX Runtime's own MultiHeadAttention, which never writes the matrix of attention weights to
memory. Exported as plain products, attention alone took 40 % of a window's time.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from lab.model import HEAD_WIDTH, LINK_WIDTH, Norm, Tagger


class _Attention(torch.autograd.Function):
    """Attention over [batch, pieces, width]; in ONNX, one ``com.microsoft::MultiHeadAttention``."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:  # noqa: ANN401
        """Compute it in torch, for tracing and comparison."""
        batch, pieces, width = query.shape
        q, k, v = (x.view(batch, pieces, heads, width // heads).transpose(1, 2) for x in (query, key, value))
        mixed = functional.scaled_dot_product_attention(q, k, v)
        return mixed.transpose(1, 2).reshape(batch, pieces, width)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:  # noqa: ANN401
        """Write the node."""
        mixed = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return mixed.setType(query.type())


class LeanNorm(nn.Module):
    """The model's norm with its sum as a product with a column of 1/width, which ONNX Runtime computes with vectors.

    Its own normalisations add one value after the other.
    """

    def __init__(self, norm: Norm) -> None:
        super().__init__()
        self.norm = norm
        width = len(norm.weight)
        self.column = nn.Parameter(torch.full((width, 1), 1.0 / width), requires_grad=False)

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` [..., width] with mean square 1 along the last axis, scaled."""
        return x * torch.rsqrt((x * x) @ self.column + self.norm.eps) * self.norm.weight


class LeanTagger(nn.Module):
    """A trained `Tagger` for inference on one unpadded window; same inputs and outputs, without ``mask``."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger
        self.first_norm = LeanNorm(tagger.norm)
        self.norms = nn.ModuleList([LeanNorm(norm) for layer in tagger.layers for norm in layer.norms])

    def forward(
        self, pieces: Tensor, case: Tensor, quote: Tensor, gap: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of tags and of both kinds of links."""
        tagger = self.tagger
        hidden = tagger.words(pieces) + tagger.position[: pieces.shape[1]]
        hidden = self.first_norm(hidden + tagger.case(case) + tagger.quote(quote) + tagger.gap(gap))
        for number, layer in enumerate(tagger.layers):
            query, key, value = layer.qkv(hidden).split(layer.heads * HEAD_WIDTH, dim=-1)
            mixed = _Attention.apply(query, key, value, layer.heads)
            hidden = self.norms[2 * number](layer.out(mixed) + hidden)
            hidden = self.norms[2 * number + 1](layer.down(functional.gelu(layer.up(hidden))) + hidden)
        units = hidden[:, first[0]]
        a, b, c, d = tagger.links(units).split(LINK_WIDTH, dim=-1)
        scale = LINK_WIDTH**-0.5
        return tagger.tags(units), (a @ b.transpose(1, 2)) * scale, (c @ d.transpose(1, 2)) * scale
