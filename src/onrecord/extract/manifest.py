"""The model's files and the manifest that they must fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.manifest import load_bundle

SHIPPED = Path(__file__).parent / "model"
"""The folder of the model that the package ships."""

FILES = frozenset({"tagger.onnx", "tokenizer.json", "calibration.json"})
"""The files that make a model; the manifest has the SHA-256 of each."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model whose files fit its manifest: their contents, and what the manifest says.

    `digest` is the SHA-256 of the files' digests in order: it changes when any of them does.
    """

    name: str
    weights: bytes
    tokenizer: str
    calibration: str
    digest: str
    manifest: dict[str, Any]


def load_model(folder: Path = SHIPPED) -> Model:
    """Return the model in `folder`, every file checked against the manifest's SHA-256.

    Raises ModelError, naming the file, where one is missing, cut or changed.
    """
    bundle = load_bundle(folder, FILES)
    return Model(
        name=bundle.name,
        weights=bundle.contents["tagger.onnx"],
        tokenizer=bundle.contents["tokenizer.json"].decode("utf-8"),
        calibration=bundle.contents["calibration.json"].decode("utf-8"),
        digest=bundle.digest,
        manifest=bundle.manifest,
    )
