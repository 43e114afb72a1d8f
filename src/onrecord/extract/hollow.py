"""What looks like an attribution and tells nothing: "declined to comment", "divided according to age"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from onrecord.record import Span, words_of

_COMMENT = re.compile(
    r"(?:to )?(?:(?:publicly|further|immediately) )*comment(?: (?:publicly|further|immediately))?", re.IGNORECASE
)
"""The content of "declined to comment", which annotators of PolNeAR mark as often as not."""

_NOTHING = re.compile(
    r"(?:nothing|little|no more)(?: (?:as|when|while|until|after|before|on his way|on her way)\b.*)?", re.I
)
"""The content of "he said nothing as he was led to the van"."""

_ACCORDING = re.compile(r"\baccording to\s*$", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:(?:the|a|an|its|his|her|their|our|your) )?(\w+)", re.IGNORECASE)


def is_hollow(text: str, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Return whether an attribution of `cue` and `content`, spans of `text`, says nothing that a record could hold.

    So are contents of nothing but marks or an article, silence, and what is arranged "according to" a measure.
    """
    words = words_of(content, " ").strip()
    if not any(c.isalnum() for c in words) or words.casefold() in articles():
        return True
    if _COMMENT.fullmatch(words) or _NOTHING.fullmatch(words):
        return True
    end = cue[-1].end if cue else 0
    if not _ACCORDING.search(text, max(0, end - 16), end):
        return False
    following = _AFTER.match(text, end)
    return following is not None and following[1].casefold() in measures()


@cache
def measures() -> frozenset[str]:
    """Return the bundled nouns that things are arranged by."""
    return frozenset(_table()["measures"].split())


@cache
def articles() -> frozenset[str]:
    """Return the bundled words that hold no content by themselves."""
    return frozenset(_table()["articles"].split())


def _table() -> dict[str, str]:
    return tomllib.loads((files("onrecord") / "resources" / "hollow.toml").read_text(encoding="utf-8"))
