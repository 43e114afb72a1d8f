"""A rule of the grammar: a pattern of word classes, and what a stretch that matches it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import Meaning

Reader: TypeAlias = Callable[[Match, Context], Meaning | None]
"""Returns what a match means where it stands, None where it is no time expression after all."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern in the notation of :func:`.patterns.compiled`, and the reader of its matches."""

    name: str
    pattern: str
    reader: Reader
