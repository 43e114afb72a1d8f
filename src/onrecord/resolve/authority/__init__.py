"""The authority: heads of state and of government, foreign ministers, countries, seats, organisations, outlets."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from onrecord.errors import InputError
from onrecord.resolve.authority.authority import AS_OF, Authority
from onrecord.resolve.authority.entry import Entry, EntryKind, Territory
from onrecord.resolve.authority.office import UNKNOWN, Office, OfficeKind

__all__ = [
    "AS_OF",
    "UNKNOWN",
    "Authority",
    "Entry",
    "EntryKind",
    "Office",
    "OfficeKind",
    "Territory",
    "authority",
    "extend",
    "files_in",
    "own_digest",
]

_own: list[Path] = []


def authority() -> Authority:
    """Return the authority of this process: the bundled one, with the user's own entries if it was extended."""
    return _loaded(tuple(_own))


def extend(paths: Sequence[Path]) -> None:
    """Let the authority of this process hold the entries of these CSV files beside the bundled ones.

    To be called once, when a process starts, before anything asks it: what was answered before stays answered.
    Raises InputError for a row that is none; the authority is then as it was.
    """
    _loaded(tuple(paths))
    _own[:] = paths


def own_digest() -> str:
    """Return a digest of the user's own files that this process's authority holds, "" without any."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _own)).hexdigest() if _own else ""


def files_in(folder: str) -> tuple[list[Path], str]:
    """Return the CSV files of a folder in order of their names, and a digest of them all; "" has none.

    Raises InputError for a folder that is none.
    """
    if not folder:
        return [], ""

    path = Path(folder)
    if not path.is_dir():
        raise InputError(f"{path}: it is no folder; name one with CSV files for the authority (docs/authority.md)")
    found = sorted(path.glob("*.csv"))
    digest = hashlib.sha256(b"".join(file.name.encode() + b"\0" + file.read_bytes() for file in found))
    return found, digest.hexdigest()


@cache
def _loaded(extra: tuple[Path, ...]) -> Authority:
    return Authority.load(list(extra))
