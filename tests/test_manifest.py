"""Files that are shipped are the ones that were made, or the package says which is not."""

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.manifest import load_bundle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of one file and its manifest."""
    (tmp_path / "a.txt").write_bytes(b"ferry")
    manifest = {"name": "ours", "files": {"a.txt": hashlib.sha256(b"ferry").hexdigest()}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path


def test_bundle_holds_what_the_manifest_lists(folder: Path) -> None:
    """Contents come by file name."""
    assert load_bundle(folder, {"a.txt"}).contents == {"a.txt": b"ferry"}


def test_bundle_has_the_name_of_its_manifest(folder: Path) -> None:
    """A bundle is called what its manifest calls it."""
    assert load_bundle(folder, ()).name == "ours"


def test_changed_file_is_named(folder: Path) -> None:
    """A file whose bytes differ is refused by name."""
    (folder / "a.txt").write_bytes(b"merry")
    with pytest.raises(ModelError, match=r"a\.txt: changed or cut"):
        load_bundle(folder, ())


def test_missing_file_is_named(folder: Path) -> None:
    """A file that is listed and absent is refused by name."""
    (folder / "a.txt").unlink()
    with pytest.raises(ModelError, match=r"a\.txt: cannot be read"):
        load_bundle(folder, ())


def test_manifest_must_list_what_is_needed(folder: Path) -> None:
    """A manifest without a file that is needed is refused."""
    with pytest.raises(ModelError, match=r"does not list b\.txt"):
        load_bundle(folder, {"b.txt"})


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"files": 3, "name": "a"}'])
def test_what_is_no_manifest_is_refused(folder: Path, data: bytes) -> None:
    """A manifest that is cut or something else is refused."""
    (folder / "manifest.json").write_bytes(data)
    with pytest.raises(ModelError, match=r"manifest\.json"):
        load_bundle(folder, ())
