"""Ids that depend on content alone, so that the same input gets the same id on every machine."""

from __future__ import annotations

import hashlib
from itertools import zip_longest

ID_LENGTH = 24
"""Hexadecimal digits of an id (96 bits): two of a billion things collide with chance 1e-11."""


def content_id(kind: str, *parts: object) -> str:
    """Return the id of a thing: `ID_LENGTH` hexadecimal digits of the SHA-256 of its kind and parts.

    Parts are joined by U+001F after `str()`; pass spans as their offsets, in a defined order.
    """
    text = "\x1f".join([kind, *map(str, parts)])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def pair_id(one: str, other: str) -> str:
    """Return the id of what two ids name together: the first digits of both by turns, beginning with the smaller one.

    Unlike a hash it can be taken apart again (`halves`), whatever became of the thing. Twelve digits of an id (48 bits)
    are those of several of ten million with chance .16, those of two such in one pair never.
    """
    a, b = sorted((one, other))
    half = ID_LENGTH // 2
    return "".join(x + y for x, y in zip_longest(a[:half], b[:half], fillvalue=""))


def halves(id_or_prefix: str) -> tuple[str, str]:
    """Return the first digits of the two ids of which `pair_id` made an id, as many as its own first digits tell."""
    return id_or_prefix[::2], id_or_prefix[1::2]


def turned(one: str) -> str:
    """Return an id's digits backwards: the id of what it alone names, which is no id of its own kind.

    Turned twice it is the same again.
    """
    return one[::-1]


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
