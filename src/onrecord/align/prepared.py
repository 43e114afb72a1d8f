"""A statement prepared for comparison: what every pair that it is part of looks at, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.align.lists import lists
from onrecord.align.meant import Meant, meant
from onrecord.align.words import Word, Words, fold, words
from onrecord.record import Told

QUOTED = 4
"""Words in a row, both times between quotation marks, that show one passage: the rule of those who labelled."""

SENTENCES = 12
"""Sentences of a content that are compared one by one, at most."""

_END = re.compile(r"[.!?;]+[”’\"')\]]*\s+|[”\"]\s*[,—–-]+\s")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True)
class Prepared:
    """A statement with its words and what is told of them."""

    told: Told

    @cached_property
    def _read(self) -> Words:
        return words(self.told)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, in their order."""
        return self._read.all

    @cached_property
    def fragments(self) -> tuple[tuple[Word, ...], ...]:
        """What stands between each pair of quotation marks, where it holds words that tell something."""
        runs = (self.words[start:end] for start, end in self._read.runs)
        return tuple(run for run in runs if any(word.folded not in lists().empty for word in run))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the content, in their order, those of two words that tell something or more.

        The whole content where there is none.
        """
        found = [piece.strip() for part in self.told.parts for piece in _END.split(part.words)]
        telling = [piece for piece in found if len(_telling(piece)) >= 2]
        return tuple(telling[:SENTENCES]) or (self.told.words,)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """All words folded, in their order; those outside quotation marks too."""
        return tuple(word.folded for word in self.words)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The words between quotation marks, in their order."""
        return tuple(word.folded for word in self.words if word.quoted)

    @cached_property
    def meant(self) -> Meant:
        """What the whole content means."""
        return meant(self.told.words, self.told)

    @cached_property
    def meant_sentences(self) -> tuple[Meant, ...]:
        """What each of its sentences means."""
        return tuple(meant(sentence, self.told) for sentence in self.sentences)

    @cached_property
    def content(self) -> dict[str, float]:
        """The stems of the words that tell something, and what each weighs."""
        return {word.stem: weight(word) for word in self.words if word.folded not in lists().empty}

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of capitalised words that do not begin the content."""
        begins = {run[0] for run in self._read.runs} | {0}
        return frozenset(
            word.stem
            for i, word in enumerate(self.words)
            if word.capital and i not in begins and word.folded not in lists().empty
        )

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers, in figures."""
        known = lists().numbers
        return frozenset(
            known.get(word.folded, word.folded)
            for word in self.words
            if word.folded[0].isdigit() or word.folded in known
        )

    @cached_property
    def negated(self) -> bool:
        """Whether an odd number of words negates."""
        return sum(word.folded in lists().negations for word in self.words) % 2 == 1

    @cached_property
    def modal(self) -> bool:
        """Whether a word says what may, should or will be."""
        return any(word.folded in lists().modals for word in self.words)

    @cached_property
    def conditional(self) -> bool:
        """Whether a word makes it conditional."""
        return any(word.folded in lists().conditions for word in self.words)


def weight(word: Word) -> float:
    """Return what sharing the word tells: longer words are rarer, names and numbers tell more."""
    return min(len(word.folded), 8) / 8 + 0.4 * word.capital + 0.3 * word.folded[0].isdigit()


def _telling(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if fold(word) not in lists().empty]
