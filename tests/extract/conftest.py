"""A copy of the shipped model with one byte changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.extract.manifest import SHIPPED


@pytest.fixture
def changed_model(tmp_path: Path) -> Callable[[str, int], Path]:
    """Return a function that copies the model and flips one bit of a file."""

    def change(name: str, position: int) -> Path:
        folder = tmp_path / f"{name}-{position}"
        shutil.copytree(SHIPPED, folder)
        data = bytearray((folder / name).read_bytes())
        data[position] ^= 1
        (folder / name).write_bytes(data)
        return folder

    return change
