"""What kind of article a file holds, from its name, else from its first bytes."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from onrecord.record import MediaType


class Kind(StrEnum):
    """What a file is, as far as reading goes: an article, rows of articles, or something else."""

    PLAIN = "plain text"
    HTML = "HTML"
    ROWS = "JSON Lines"
    ROW = "one JSON object"
    OTHER = "no article"


MEDIA = {Kind.PLAIN: MediaType.PLAIN, Kind.HTML: MediaType.HTML, Kind.ROW: MediaType.JSON_ROW}

_SUFFIXES = {
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.PLAIN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".jsonl": Kind.ROWS,
    ".ndjson": Kind.ROWS,
}
# What lies beside articles and is text, but no prose: a saved page's parts, tables, settings, programs.
_OTHER = frozenset(
    f".{suffix}"
    for suffix in [
        "atom",
        "cfg",
        "conllu",
        "css",
        "csv",
        "dna",
        "ini",
        "js",
        "log",
        "map",
        "mjs",
        "py",
        "rss",
        "sh",
        "sql",
        "svg",
        "toml",
        "ts",
        "tsv",
        "xml",
        "yaml",
        "yml",
    ]
)
# A page begins with a doctype, the html element or an element of the head, after white space and comments.
_PAGE = re.compile(r"(?is)\ufeff?\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body|title|meta)\b")
_MEMBER = re.compile(r'\{\s*+(?:"[^"\n]*+"\s*+:|\})')


def kind_of(name: str, head: bytes) -> Kind:
    """Return what the file called `name` is, whose bytes begin with `head` (a few kilobytes).

    The last suffix decides, a ".gz" after it aside; without a known one the bytes do. A ".json" file
    is one object, or rows if its first line is a whole object and more follows.
    """
    stem = name.lower().removesuffix(".gz")
    dot = stem.rfind(".")
    suffix = stem[dot:] if dot > 0 else ""
    if suffix in _OTHER:
        return Kind.OTHER
    if suffix == ".json":
        return _json(_text(head).lstrip("\ufeff \t\r\n"))
    return _SUFFIXES.get(suffix) or _sniffed(_text(head))


def _text(head: bytes) -> str:
    return head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")


def _sniffed(text: str) -> Kind:
    start = text.lstrip("\ufeff \t\r\n")
    if _MEMBER.match(start):  # a member's name after the brace tells JSON from prose
        return Kind.ROWS if "\n" not in start else _json(start)
    return Kind.HTML if _PAGE.match(text) else Kind.PLAIN


def _json(start: str) -> Kind:
    line, _, rest = start.partition("\n")
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return Kind.ROW
    return Kind.ROWS if rest.strip() else Kind.ROW
