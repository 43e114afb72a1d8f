"""Tags and text written anew, so that another parser sees the page as we do."""

from __future__ import annotations

import re
from itertools import islice

from onrecord.clean.page.elements import HINT_CHARS
from onrecord.clean.page.tokens import Token

MOST_ATTRIBUTES = 20
"""Attributes kept of an element: libxml2 compares each with all before it."""

_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_:-]{0,60}")


def text_markup(text: str) -> str:
    """Return source text that any parser reads as text."""
    # A lone "<" stays text; NUL would end the text for libxml2.
    return text.replace("<", "&lt;").replace("\0", " ")


def tag_markup(token: Token) -> str:
    """Return the start tag anew, with names and values that any parser reads alike."""
    kept = islice(
        ((name, value) for name, value in token.attributes.items() if _PLAIN_NAME.fullmatch(name)), MOST_ATTRIBUTES
    )
    values = "".join(f' {name}="{_quoted(value)}"' for name, value in kept)
    return f"<{token.name}{values}>" if _PLAIN_NAME.fullmatch(token.name) else "<span>"


def _quoted(value: str) -> str:
    return value[:HINT_CHARS].replace('"', "&quot;").replace("<", "&lt;").replace("\0", " ")
