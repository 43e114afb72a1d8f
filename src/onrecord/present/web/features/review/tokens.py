"""An article's text as words and marks that can be chosen one by one, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.record import Document, RegionKind

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
Places = Mapping[str, Sequence[Sequence[int]]]
"""The parts of each role: ``[start, end]``."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its place; `gap` is the white space after it, `gap_roles` the roles that go on over it.

    `begins` are those of its `roles` that begin with it.
    """

    start: int
    end: int
    words: str
    roles: tuple[str, ...]
    begins: tuple[str, ...]
    gap: str
    gap_roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a region, as tokens. `near` is whether the statement or a neighbour stands in it."""

    kind: RegionKind
    tokens: tuple[Token, ...]
    near: bool


def paragraphs(document: Document, places: Places) -> tuple[Paragraph, ...]:
    """Return the document's paragraphs with the words of each role marked."""
    told = [(role, part[0], part[1]) for role, parts in places.items() for part in parts]
    found = [(kind, tuple(_tokens(document.text, *where, told)), where) for kind, where in _lines(document)]
    holds = [any(start < where[1] and where[0] < end for _, start, end in told) for _, _, where in found]
    near = [any(holds[max(at - 1, 0) : at + 2]) for at in range(len(found))]
    return tuple(Paragraph(kind, tokens, close) for (kind, tokens, _), close in zip(found, near, strict=True))


def _lines(document: Document) -> Iterator[tuple[RegionKind, tuple[int, int]]]:
    for region in document.regions:
        for match in re.finditer(r"[^\n]+", document.text[region.start : region.end]):
            yield region.kind, (region.start + match.start(), region.start + match.end())


def _tokens(text: str, first: int, last: int, told: Sequence[tuple[str, int, int]]) -> Iterator[Token]:
    here = [each for each in told if each[1] < last and first < each[2]]
    places = [match.span() for match in _TOKEN.finditer(text, first, last)]
    for (start, end), following in pairwise([*places, (last, last)]):
        roles = tuple(role for role, a, b in here if a < end and start < b)
        begins = tuple(role for role, a, _ in here if start <= a < end)
        over = tuple(role for role, a, b in here if a < end and following[0] < b)
        yield Token(start, end, text[start:end], roles, begins, text[end : following[0]], over)
