"""Looking ahead, reading and lines agree with the bytes."""

from __future__ import annotations

import gzip
import io

from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.inflate import Bytes


@given(st.binary(max_size=3000), st.integers(1, 400))
def test_lines_are_the_bytes(data: bytes, size: int) -> None:
    """The lines of a stream are those of its bytes, the long ones cut at the bound."""
    stream = Bytes(io.BytesIO(data))
    expected = data.splitlines(keepends=True) if b"\r" not in data else None
    lines = []
    while (got := stream.line(size))[0]:
        lines.append(got)
    if expected is not None and b"\x0b" not in data:
        wanted = [part + b"\n" for part in data.split(b"\n")[:-1]] + ([tail] if (tail := data.split(b"\n")[-1]) else [])
        assert lines == [(line[:size], len(line) <= size) for line in wanted]


@given(st.binary(min_size=1, max_size=3000), st.integers(0, 3000))
def test_peek_leaves_what_read_takes(data: bytes, size: int) -> None:
    """Looking ahead changes nothing of what is read, inflated or not."""
    plain, packed = Bytes(io.BytesIO(data)), Bytes(io.BytesIO(gzip.compress(data)))
    packed.peek(3)
    packed.inflate()
    for stream in (plain, packed):
        assert stream.peek(size) == data[:size]
        assert stream.read(size) + stream.read(len(data) + 1) == data
