"""The model's files and the manifest that they must fit."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import ModelError

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
    manifest = _manifest(folder / "manifest.json")
    contents = {name: _checked(folder / name, digest) for name, digest in manifest["files"].items()}
    return Model(
        name=manifest["name"],
        weights=contents["tagger.onnx"],
        tokenizer=contents["tokenizer.json"].decode("utf-8"),
        calibration=contents["calibration.json"].decode("utf-8"),
        digest=hashlib.sha256("".join(sorted(manifest["files"].values())).encode()).hexdigest(),
        manifest=manifest,
    )


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(path.read_bytes())
        complete = manifest["files"].keys() >= FILES and manifest["name"]
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}). Reinstall onrecord.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: not a model manifest. Reinstall onrecord.") from error
    if not complete:
        raise ModelError(f"{path}: does not list {', '.join(sorted(FILES))}. Reinstall onrecord.")
    return manifest


def _checked(path: Path, digest: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}). Reinstall onrecord.") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise ModelError(f"{path}: changed or cut ({len(data):,} bytes; SHA-256 differs). Reinstall onrecord.")
    return data
