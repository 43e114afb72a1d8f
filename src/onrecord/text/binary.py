"""Tell bytes that hold text from bytes that do not."""

from __future__ import annotations

HEAD_BYTES = 8192
"""Bytes looked at: a NUL or control byte shows early in every picture, archive and program."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Control bytes that no text encoding in use on the web puts into prose. ESC (ISO-2022-JP), form feed and SUB
# (the end mark of old DOS files) are left out.
_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B})
# A text may hold a stray control byte; files that are not text hold far more than one in a hundred.
_MOST_CONTROLS = 0.01
_MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b\x08", b"RIFF", b"\x7fELF", b"BZh")


def is_binary(data: bytes) -> bool:
    """Return whether the first `HEAD_BYTES` of `data` are those of a picture, archive or program.

    UTF-16 counts as text, with a byte order mark or where every other byte is NUL.
    """
    head = data[:HEAD_BYTES]
    if head.startswith(_MAGIC):
        return True
    if head.startswith(_BOMS) or utf16_order(head) is not None:
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head)


def utf16_order(data: bytes) -> str | None:
    """Return the codec of UTF-16 text that lacks a byte order mark, None if `data` is not such text.

    Latin letters, spaces and digits have a NUL as their higher byte; nine in ten are asked for.
    """
    head = data[: HEAD_BYTES // 2 * 2]
    pairs = len(head) // 2
    if not pairs:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd >= 0.9 * pairs and not even:
        return "utf-16-le"
    if even >= 0.9 * pairs and not odd:
        return "utf-16-be"
    return None
