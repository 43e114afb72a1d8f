"""The tagger as a torch module: MiniLM, features of form, tags of units, links between units."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.extract.encoding import CASES, GAPS, QUOTES

TAGS = 7
LINK_WIDTH = 128


class Tagger(nn.Module):
    """Scores for one batch of windows.

    Inputs: ``pieces``, ``case``, ``quote``, ``gap`` int64 [batch, pieces]; ``first`` int64 [batch, units];
    ``mask`` bool [batch, pieces] or None where nothing is padded.
    Outputs, float: tags [batch, units, 7]; cue→source and content→cue [batch, units, units].
    """

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.case = nn.Embedding(CASES, width)
        self.quote = nn.Embedding(QUOTES, width)
        self.gap = nn.Embedding(GAPS, width)
        for table in (self.case, self.quote, self.gap):
            nn.init.normal_(table.weight, std=0.005)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, TAGS)
        self.links = nn.ModuleList([nn.Linear(width, LINK_WIDTH) for _ in range(4)])

    @classmethod
    def pretrained(cls, folder: Path, attention: str = "eager") -> Tagger:
        """Return a tagger on the encoder whose weights lie in `folder`."""
        return cls(BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation=attention))

    @classmethod
    def empty(cls, config: BertConfig, attention: str = "eager") -> Tagger:
        """Return a tagger of the given shape without trained weights."""
        config._attn_implementation = attention
        return cls(BertModel(config, add_pooling_layer=False))

    def forward(
        self, pieces: Tensor, case: Tensor, quote: Tensor, gap: Tensor, first: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of tags and of both kinds of links."""
        embedded = self.encoder.embeddings.word_embeddings(pieces)
        embedded = embedded + self.case(case) + self.quote(quote) + self.gap(gap)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        units = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        units = self.dropout(units)
        a, b, c, d = (link(units) for link in self.links)
        scale = LINK_WIDTH**-0.5
        return self.tags(units), a @ b.transpose(1, 2) * scale, c @ d.transpose(1, 2) * scale
