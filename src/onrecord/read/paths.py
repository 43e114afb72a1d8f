"""Paths, folders and globs become the places of files, in a defined order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from onrecord.record import Unreadable

_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Place:
    """A regular file met; `named` if the user wrote this path, not found in a folder or by a glob."""

    path: str
    named: bool = False

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.path).name or self.path


def places(path: str) -> Iterator[Place | Unreadable]:
    """Yield the files that `path` names, in order of names, and every entry that cannot be one.

    An existing file or folder is taken as it is, even where its name holds ``*``, ``?`` or ``[``.
    Links are followed, except to a folder that holds the link.
    """
    if not path or "\0" in path:
        yield Unreadable(path, "this is no path: it is empty or holds a NUL character")
    elif os.path.lexists(path):
        yield from _entry(path, ())
    elif _WILD.isdisjoint(path):
        yield Unreadable(path, "there is no such file or folder")
    else:
        yield from _globbed(path)


def _entry(path: str, above: tuple[tuple[int, int], ...]) -> Iterator[Place | Unreadable]:
    """Yield what lies at `path`; `above` holds device and inode of the folders it was reached through."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        yield Unreadable(path, _why(path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(path, (status.st_dev, status.st_ino), above)
    elif stat.S_ISREG(status.st_mode):
        yield Place(path, named=not above)
    else:
        yield Unreadable(
            path, "it is a pipe, socket or device, not a file: pipe it in and name it -", skipped=bool(above)
        )


def _why(path: str, error: OSError | ValueError) -> str:
    if Path(path).is_symlink() and isinstance(error, FileNotFoundError):
        return "it is a link to a file that does not exist"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"it cannot be opened: {reason}"


def _folder(path: str, identity: tuple[int, int], above: tuple[tuple[int, int], ...]) -> Iterator[Place | Unreadable]:
    if identity in above:
        yield Unreadable(path, "it links back to a folder that holds it", skipped=True)
        return
    try:
        names = sorted(item.name for item in Path(path).iterdir())
    except OSError as error:
        yield Unreadable(path, f"the folder cannot be listed: {error.strerror}")
        return
    if not names and not above:
        yield Unreadable(path, "the folder is empty", skipped=True)
    for name in names:
        inner = os.path.join(path, name)  # noqa: PTH118 (a Path would drop a leading "./" from the locator)
        if name.startswith("."):
            yield Unreadable(inner, "its name begins with a dot, which hides it: name it to read it", skipped=True)
        else:
            yield from _entry(inner, (*above, identity))


def _globbed(pattern: str) -> Iterator[Place | Unreadable]:
    """Yield what matches `pattern`; ``**`` stands for any depth of folders and is walked without loops."""
    head, mark, tail = pattern.partition("**")
    found: dict[str, Place | Unreadable] = {}
    # Path.glob takes no absolute pattern.
    roots = sorted(glob.glob(head))  # noqa: PTH207
    roots = roots or ([head or "."] if mark else [])
    for root in roots:
        for item in _entry(root, ((0, 0),)):
            where = item.path if isinstance(item, Place) else item.locator
            where = where[2:] if not head and mark and where.startswith("./") else where
            if not mark or _matches(where, root if head else "", tail):
                found.setdefault(where, Place(where) if isinstance(item, Place) else item)
    yield from found.values()
    if not found:
        yield Unreadable(pattern, "no file matches this pattern")


def _matches(path: str, root: str, tail: str) -> bool:
    """Return whether what follows `root` in `path` fits `tail`, the pattern after the first ``**``."""
    parts = path[len(root) :].strip("/").split("/")
    patterns = [part for part in tail.strip("/").split("/") if part]
    if not patterns:
        return True
    return any(_fits(parts[start:], patterns) for start in range(len(parts)))


def _fits(parts: list[str], patterns: list[str]) -> bool:
    if not patterns:
        return not parts
    if patterns[0] == "**":
        return any(_fits(parts[start:], patterns[1:]) for start in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], patterns[0]) and _fits(parts[1:], patterns[1:])
