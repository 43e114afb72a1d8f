"""Bytes as a stream that can be looked at before it is read, inflated within bounds."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from onrecord.errors import InputError

GZIP_MAGIC = b"\x1f\x8b\x08"
CHUNK = 64 * 1024
MAX_RATIO = 200
"""Inflated over compressed bytes, at most: news text reaches 3 to 15, deflate's bound is 1,032."""
FREE_BYTES = 8 * 1024 * 1024
"""Inflated bytes before `MAX_RATIO` counts: a short file may well repeat itself."""


class Bytes:
    """The bytes of `file` with a look ahead. It reads `CHUNK` bytes at a time and never closes `file`.

    Reading raises InputError, with the reason, for compressed bytes that are cut, broken or a bomb,
    and for a device that fails.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._buffer = bytearray()
        self._ended = False
        self._inflating: _Inflater | None = None

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes, fewer at the end, and leave them to be read."""
        while len(self._buffer) < size and self._fill():
            pass
        return bytes(self._buffer[:size])

    def read(self, size: int) -> bytes:
        """Return and pass the next `size` bytes, fewer at the end."""
        taken = self.peek(size)
        del self._buffer[: len(taken)]
        return taken

    def line(self, size: int) -> tuple[bytes, bool]:
        """Return the next line with its line end, and whether it fits `size` bytes.

        Of a line that does not fit the first `size` bytes are returned and the rest is passed over.
        Empty at the end.
        """
        searched = 0
        while (end := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            if searched > size:
                head = bytes(self._buffer[:size])
                self._pass_line()
                return head, False
            if not self._fill():
                end = len(self._buffer) - 1
                break
        taken = bytes(self._buffer[: end + 1])
        del self._buffer[: end + 1]
        return taken[:size], len(taken) <= size

    def _pass_line(self) -> None:
        while (end := self._buffer.find(b"\n")) < 0:
            self._buffer.clear()
            if not self._fill():
                return
        del self._buffer[: end + 1]

    def inflate(self) -> None:
        """Go on as the gzip stream that begins here."""
        self._inflating = _Inflater(bytes(self._buffer))
        self._buffer.clear()
        self._ended = False

    def _fill(self) -> bool:
        """Add bytes to the buffer and return whether there were any."""
        if self._ended:
            return False
        more = self._inflating.more(self._raw) if self._inflating else self._raw()
        self._ended = not more
        self._buffer += more
        return bool(more)

    def _raw(self) -> bytes:
        try:
            return self._file.read(CHUNK) or b""
        except OSError as error:
            raise InputError(f"reading it fails: {error.strerror or error}") from error


class _Inflater:
    """Members of a gzip file, one after the other, `CHUNK` bytes at a time."""

    def __init__(self, head: bytes) -> None:
        self._pending = head
        self._taken = len(head)
        self._given = 0
        self._member = zlib.decompressobj(31)
        self._started = False

    def more(self, source: object) -> bytes:
        """Return the next inflated bytes, empty at the proper end."""
        assert callable(source)
        while True:
            if not self._pending:
                self._pending = source()
                self._taken += len(self._pending)
                if not self._pending:
                    return self._end()
            out = self._step()
            if out:
                return out

    def _end(self) -> bytes:
        if self._started:
            raise InputError("the compressed file is cut: its end is missing")
        return b""

    def _step(self) -> bytes:
        if not self._started and not self._pending.strip(b"\0"):
            self._pending = b""  # zeros after the last member are padding
            return b""
        self._started = True
        try:
            out = self._member.decompress(self._pending, CHUNK)
        except zlib.error as error:
            raise InputError(f"the compressed file is broken: {error}") from error
        self._pending = self._member.unconsumed_tail
        if self._member.eof:
            self._pending = self._member.unused_data
            self._member, self._started = zlib.decompressobj(31), False
        self._given += len(out)
        if self._given > FREE_BYTES and self._given > MAX_RATIO * self._taken:
            raise InputError(f"the compressed file holds more than {MAX_RATIO} times its size: refused as a bomb")
        return out
