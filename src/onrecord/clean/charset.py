"""Bytes become text: strictly where a charset fits, with a flag where one had to be guessed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from onrecord.text.binary import utf16_order

SAMPLE_BYTES = 64 * 1024
"""Bytes shown to the guesser, from shortly before the first byte outside ASCII."""

GUESSED = "charset-guessed"
REPLACED = "charset-replaced"
MISMATCH = "charset-mismatch"
UNKNOWN = "charset-unknown"

# The WHATWG Encoding standard reads these labels as their Windows supersets, as browsers do.
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030"}
_SUPERSETS |= {"gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs"}
# Python calls these encodings, but no page is written in them: they turn bytes into something else.
_REFUSED = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs", "oem"})
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re.compile(rb"""(?i)<meta\s[^>]{0,500}?charset\s*+=\s*+["']?\s*+([a-z0-9_.:-]{1,40})""")
_XML = re.compile(rb"""(?i)\A\s*+<\?xml\s[^>]{0,200}?encoding\s*+=\s*+["']([a-z0-9_.:-]{1,40})""")
# Shares of bytes outside ASCII below which a text is taken for English or the like with curly quotation marks.
# charset-normalizer errs on such texts; Polish or French prose has 4 % or more, Cyrillic and Greek over 40 %.
_FEW = 0.03


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the charset it was read in, and flags for what was not sure.

    A byte order mark stays in the text as U+FEFF, so that offsets lead into the whole text.
    """

    text: str
    charset: str
    flags: tuple[str, ...] = ()


def decode(data: bytes, *, given: str | None = None, declared: str | None = None, markup: bool = False) -> Decoded:
    """Return `data` as text. Never raises; what is lost is flagged.

    Tried in turn: the user's charset, the byte order mark, the carrier's charset, the page's own
    (if `markup`), UTF-8, UTF-16 without mark, a guess. Each is taken if it decodes strictly, or if
    the broken places are far fewer than the good ones (flag "charset-replaced").
    """
    flags: list[str] = []
    for label in _candidates(data, given, declared, markup):
        charset = _codec(label)
        if charset is None:
            flags.append(UNKNOWN)
        elif (decoded := _attempt(data, charset)) is not None:
            return Decoded(decoded.text, charset, (*flags, *decoded.flags))
        else:
            flags.append(MISMATCH)
    order = utf16_order(data)
    for charset in [order] if order else ["utf-8"]:
        if (decoded := _attempt(data, charset)) is not None:
            return Decoded(decoded.text, charset, (*dict.fromkeys(flags), *decoded.flags))
    guessed = _guess(data)
    return Decoded(guessed.text, guessed.charset, (*dict.fromkeys(flags), *guessed.flags))


def _candidates(data: bytes, given: str | None, declared: str | None, markup: bool) -> list[str]:
    mark = next((charset for bom, charset in _BOMS if data.startswith(bom)), None)
    own = (_XML.search(data[:1024]) or _META.search(data[:4096])) if markup else None
    page = own.group(1).decode("ascii") if own else None
    # A page that says utf-16 in ASCII letters is not in UTF-16: the standard reads it as UTF-8.
    page = "utf-8" if page and page.lower().startswith("utf-16") else page
    return list(dict.fromkeys(label for label in (given, mark, declared, page) if label))


def _codec(label: str) -> str | None:
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in _REFUSED:
        return None
    return _SUPERSETS.get(info.name, "utf-8" if info.name == "utf-8-sig" else info.name)


def _attempt(data: bytes, charset: str) -> Decoded | None:
    """Return `data` in `charset`, None where it does not fit."""
    try:
        return Decoded(data.decode(charset), charset)
    except UnicodeDecodeError:
        pass
    except UnicodeError:  # raised by codecs that give no position
        return None
    text = data.decode(charset, "replace")
    broken = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - broken
    return Decoded(text, charset, (REPLACED,)) if 4 * broken <= good or _cut(data, text, broken) else None


def _cut(data: bytes, text: str, broken: int) -> bool:
    """Return whether the only fault is that the last character is cut."""
    return broken <= 1 and text.endswith("\ufffd") and len(data) > 1


def _guess(data: bytes) -> Decoded:
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if high <= _FEW * len(data):
        try:
            return Decoded(data.decode("cp1252"), "cp1252", (GUESSED,))
        except UnicodeDecodeError:
            pass
    charset = _guess_charset(data) or "cp1252"
    try:
        return Decoded(data.decode(charset), charset, (GUESSED,))
    except UnicodeError:
        return Decoded(data.decode(charset, "replace"), charset, (GUESSED, REPLACED))


def _guess_charset(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - 256) if first else 0
    best = from_bytes(data[start : start + SAMPLE_BYTES]).best()
    return _codec(best.encoding) if best else None
