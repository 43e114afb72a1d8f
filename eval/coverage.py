"""Coverage of an event with what its statements are to one another, as it was labelled; :mod:`eval.marks` reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from eval.reprinting import Text
from onrecord.record import DescentKind, DifferenceKind, Relation
from onrecord.text.quotations import quotations

Pair = frozenset[str]
WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
"""A word, as ``score/statements.py`` has it."""
RUN = 4
"""Quoted words in a row that show that two statements tell the same passage."""


@dataclass(frozen=True, slots=True)
class Tells:
    """A passage that a statement tells.

    `relations` are what it may be called with regard to the fullest telling, which alone is FULL, `kinds` any one of
    which is to be named among the differences; empty where none is.
    """

    passage: str
    relations: frozenset[Relation]
    kinds: frozenset[DifferenceKind]

    @property
    def full(self) -> bool:
        """Whether no other telling of the passage is fuller."""
        return Relation.FULL in self.relations


@dataclass(frozen=True, slots=True)
class Marked:
    """A labelled statement: the ranges of its content in its article's text, its occasion and the passages it tells."""

    id: str
    article: str
    content: tuple[tuple[int, int], ...]
    occasion: str | None
    tells: tuple[Tells, ...]

    @property
    def passages(self) -> frozenset[str]:
        """The names of the passages."""
        return frozenset(each.passage for each in self.tells)

    def quotes(self, passage: str) -> bool:
        """Return whether it tells a part of the passage in quoted words of the fullest telling."""
        mine = frozenset[Relation]().union(*(each.relations for each in self.tells if each.passage == passage))
        return not mine & {Relation.FULL, Relation.PARAPHRASE}


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its articles, their statements, the pairs that stay apart with why, and which article descends.

    `descents` has (descendant, origin) and the kinds that are right, `days` the days of the occasions that were one.
    """

    name: str
    texts: tuple[Text, ...]
    statements: tuple[Marked, ...]
    apart: tuple[tuple[str, str, str], ...]
    descents: dict[tuple[str, str], set[DescentKind]]
    days: dict[str, str]

    def links(self) -> tuple[set[Pair], set[Pair]]:
        """Return the pairs of statements, by id, in different articles that tell the same passage, and the unsure ones.

        Unsure are two parts of one quotation that share none of its words: a reader of the one would not find the
        other there.
        """
        sure, unsure = set[Pair](), set[Pair]()
        for a, b in combinations(self.statements, 2):
            if a.article != b.article and a.passages & b.passages:
                (unsure if self._details(a, b) else sure).add(Pair((a.id, b.id)))
        return sure, unsure

    def _details(self, a: Marked, b: Marked) -> bool:
        quoting = [one.quotes(passage) for one in (a, b) for passage in a.passages & b.passages]
        return all(quoting) and not shares_quotation(self.quoted(a), self.quoted(b))

    def quoted(self, one: Marked) -> list[list[str]]:
        """Return the words of each quotation within a statement's content, case folded."""
        return quoted_runs(self._text(one), one.content)

    def words(self, one: Marked) -> str:
        """Return a statement's content."""
        return " … ".join(self._text(one)[start:end] for start, end in one.content)

    def _text(self, one: Marked) -> str:
        return next(text.text for text in self.texts if text.name == one.article)

    def tellings(self) -> Iterator[tuple[Marked, Marked, Tells]]:
        """Yield every telling that is not the fullest of its passage: the fullest, the telling, what it is to that."""
        fullest = {each.passage: one for one in self.statements for each in one.tells if each.full}
        for one in self.statements:
            for each in one.tells:
                if not each.full:
                    yield fullest[each.passage], one, each


def quoted_runs(text: str, content: Sequence[tuple[int, int]]) -> list[list[str]]:
    """Return the words of each quotation within the content, case folded."""
    inner = [(max(q.inner_start, a), min(q.inner_end, b)) for q in quotations(text) for a, b in content]
    return [[w.group().casefold() for w in WORD.finditer(text[a:b])] for a, b in inner if a < b]


def shares_quotation(one: list[list[str]], other: list[list[str]]) -> bool:
    """Return whether two contents share RUN quoted words in a row, or one a whole shorter quotation of the other."""
    return any(_runs(a, n := min(RUN, len(a), len(b))) & _runs(b, n) for a in one for b in other)


def _runs(words: list[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
