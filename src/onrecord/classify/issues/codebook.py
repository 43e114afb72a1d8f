"""A codebook that a person keeps in a file, read."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.record import Codebook, Concept

KINDS = (".toml", ".json", ".csv")
FIELDS = frozenset({"name", "description", "examples", "parent"})
BETWEEN = "|"
"""What parts the examples of one row of a CSV file."""


def read_codebook(path: Path) -> Codebook:
    """Return the codebook in a TOML, JSON or CSV file.

    TOML: an array of tables ``[[concept]]``; JSON: a list of objects, or an object with such a list as ``concept``;
    CSV: a row each, with a header, examples parted by ``|``. Fields are name, description, examples and parent; all
    but the name may be left out. Raises InputError, naming the file, for what cannot be read or is no codebook.
    """
    if path.suffix.lower() not in KINDS:
        raise InputError(f"{path}: a codebook is a file in {', '.join(KINDS)}")
    try:
        text = path.read_text(encoding="utf-8-sig")
        concepts = tuple(_concept(entry) for entry in _entries(text, path.suffix.lower()))
        if not concepts:
            raise InputError("it holds no concept")
        return Codebook(concepts)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except (InputError, ValueError, csv.Error) as error:
        raise InputError(f"{path}: {error}") from error


def _entries(text: str, kind: str) -> Iterable[Mapping[str, Any]]:
    if kind == ".csv":
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        return [{name: value for name, value in row.items() if value} for row in rows]
    data = tomllib.loads(text) if kind == ".toml" else json.loads(text)
    entries = data.get("concept") if isinstance(data, dict) else data
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError("it holds no list of concepts")
    return entries


def _concept(entry: Mapping[str, Any]) -> Concept:
    unknown = sorted(str(name) for name in entry if name not in FIELDS)
    if unknown:
        raise InputError(f"{unknown[0]!r} is no field of a concept: there are {', '.join(sorted(FIELDS))}")
    examples = entry.get("examples", ())
    if isinstance(examples, str):
        examples = [part.strip() for part in examples.split(BETWEEN) if part.strip()]
    texts = [entry.get("name", ""), entry.get("description", ""), entry.get("parent") or "", *examples]
    if not all(isinstance(text, str) for text in texts):
        raise InputError(f"the concept {entry.get('name')!r} has a field that is no text")
    return Concept(texts[0], texts[1], tuple(texts[3:]), texts[2] or None)
