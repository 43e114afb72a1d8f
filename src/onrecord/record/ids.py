"""Ids that depend on content alone, so that the same input gets the same id on every machine."""

from __future__ import annotations

import hashlib

ID_LENGTH = 24
"""Hexadecimal digits of an id (96 bits): two of a billion things collide with chance 1e-11."""


def content_id(kind: str, *parts: object) -> str:
    """Return the id of a thing: `ID_LENGTH` hexadecimal digits of the SHA-256 of its kind and parts.

    Parts are joined by U+001F after `str()`; pass spans as their offsets, in a defined order.
    """
    text = "\x1f".join([kind, *map(str, parts)])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
