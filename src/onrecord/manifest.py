"""Files that the package ships beside its code, checked against the manifest that lies with them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import ModelError


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a folder holds: its manifest, and the contents of every file that it lists.

    `digest` is the SHA-256 of the files' digests in order: it changes when any of them does.
    """

    manifest: dict[str, Any]
    contents: dict[str, bytes]
    digest: str

    @property
    def name(self) -> str:
        """The name that the manifest gives."""
        return str(self.manifest["name"])


def load_bundle(folder: Path, needed: Collection[str]) -> Bundle:
    """Return what `folder` holds, every file checked against the SHA-256 in its ``manifest.json``.

    Raises ModelError, naming the file, where one is missing, cut or changed, or where the manifest does not list
    all that is `needed`.
    """
    manifest = _manifest(folder / "manifest.json", needed)
    contents = {name: _checked(folder / name, digest) for name, digest in manifest["files"].items()}
    digest = hashlib.sha256("".join(sorted(manifest["files"].values())).encode()).hexdigest()
    return Bundle(manifest, contents, digest)


def _manifest(path: Path, needed: Collection[str]) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(path.read_bytes())
        complete = manifest["files"].keys() >= set(needed) and manifest["name"]
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}). Reinstall onrecord.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: not a model manifest. Reinstall onrecord.") from error
    if not complete:
        raise ModelError(f"{path}: does not list {', '.join(sorted(needed))}. Reinstall onrecord.")
    return manifest


def _checked(path: Path, digest: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}). Reinstall onrecord.") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise ModelError(f"{path}: changed or cut ({len(data):,} bytes; SHA-256 differs). Reinstall onrecord.")
    return data
