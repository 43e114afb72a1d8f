"""The record of the examples, read once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "summit"


@pytest.fixture(scope="session")
def summit_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a record of the examples; who changes it takes a copy."""
    path = tmp_path_factory.mktemp("api") / "summit.onrecord"
    with onrecord.open(path, processes=1) as record:
        record.read(EXAMPLES)
    return path


@pytest.fixture
def summit(summit_file: Path, tmp_path: Path) -> Iterator[onrecord.Record]:
    """Give a copy of the record of the examples, open."""
    with onrecord.open(shutil.copy(summit_file, tmp_path)) as record:
        yield record
