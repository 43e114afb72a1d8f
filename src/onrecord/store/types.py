"""Column types that keep what they are given: any text, any bytes, offset rows."""

from __future__ import annotations

import json
import zlib
from typing import Any

from sqlalchemy import LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_ZLIB, _RAW = b"z", b"r"


def pack(data: bytes) -> bytes:
    """Return `data` compressed behind a ``z``, or as it is behind an ``r`` where that is shorter."""
    squeezed = zlib.compress(data, 6)
    return _ZLIB + squeezed if len(squeezed) < len(data) else _RAW + data


def unpack(packed: bytes) -> bytes:
    """Return what :meth:`pack` was given. Raises ValueError for anything else."""
    if packed[:1] == _ZLIB:
        try:
            return zlib.decompress(packed[1:])
        except zlib.error as error:
            raise ValueError(f"compressed bytes are damaged: {error}") from error
    if packed[:1] == _RAW:
        return packed[1:]
    raise ValueError("bytes were not packed by onrecord")


class Verbatim(TypeDecorator[str]):
    """Text exactly as given, half surrogate pairs (from escapes in JSON, or file names) included.

    SQLite holds UTF-8 only: such a text is stored as a blob of UTF-8 with surrogates.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401 (SQLAlchemy's signature)
        """Return the value as stored."""
        if value is None:
            return None
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401
        """Return the text that was given."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


class Packed(TypeDecorator[bytes]):
    """Bytes, compressed where that makes them shorter."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Return the value as stored."""
        return None if value is None else pack(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Return the bytes that were given."""
        return None if value is None else unpack(value)


class PackedJson(TypeDecorator[Any]):
    """Lists of numbers or words as compressed JSON."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes:  # noqa: ANN401
        """Return the value as stored."""
        return pack(json.dumps(value, separators=(",", ":")).encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Return the value that was given."""
        return None if value is None else json.loads(unpack(value))
