"""A statement prepared for comparison: what every pair that it is part of looks at, worked out once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.align.denials import denied, doubted
from onrecord.align.lists import lists
from onrecord.align.meant import Meant, meant
from onrecord.align.quantities import Quantities, quantities
from onrecord.align.senses import OWN, Senses, senses
from onrecord.align.words import GAP, WORD, Word, Words, fold, words
from onrecord.record import Told

QUOTED = 4
"""Words in a row, both times between quotation marks, that show one passage: the rule of those who labelled."""

_END = re.compile(r"(?<![.!?;])[.!?;]++[”’\"')\]]*+\s++|[”\"]\s*+[,—–-]++\s")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that one pair of quotation marks holds: as `_texts` gives them, how many, and what they tell."""

    stems: str
    letters: str
    words: int
    weight: float

    @classmethod
    def of(cls, run: Sequence[Word]) -> Fragment:
        """Return the fragment of these words."""
        told = sum(weight(word) for word in run if word.folded not in lists().empty)
        return cls(*_texts(run), len(run), told)


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
    def fragments(self) -> tuple[Fragment, ...]:
        """What stands between each pair of quotation marks and tells something, which a lone name does not."""
        runs = (self.words[start:end] for start, end in self._read.runs)
        telling = (run for run in runs if any(word.folded not in lists().empty for word in run))
        return tuple(Fragment.of(run) for run in telling if len(run) > 1 or not run[0].capital)

    @cached_property
    def texts(self) -> tuple[str, str]:
        """The stems of all words, spaces around them, and their letters without any."""
        return _texts(self.words)

    @cached_property
    def texts_quoted(self) -> tuple[str, str]:
        """The same of the words between quotation marks."""
        return _texts([word for word in self.words if word.quoted])

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """All words folded, in their order."""
        return tuple(word.folded for word in self.words)

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """The words between quotation marks, in their order."""
        return tuple(word.folded for word in self.words if word.quoted)

    @cached_property
    def meant(self) -> Meant:
        """What the whole content means."""
        return meant(self.told.words, self.told, self.senses)

    @cached_property
    def senses(self) -> Senses:
        """What its words say that may be put otherwise."""
        return senses(self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def contraries(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The stems that have contraries, with these."""
        return tuple((stem, lists().contraries[stem]) for stem in self.stems if stem in lists().contraries)

    @cached_property
    def things(self) -> frozenset[str]:
        """The stems of the words that tell something and are neither names nor the side of who speaks."""
        telling = (word for word in self.words if word.folded not in lists().empty and not word.capital)
        return frozenset(word.stem for word in telling if OWN not in self.senses.get(word.stem, ()))

    @cached_property
    def claims(self) -> frozenset[str]:
        """These, and what they say."""
        return frozenset().union(*self.meanings)

    @cached_property
    def meanings(self) -> tuple[frozenset[str], ...]:
        """Each of these with what it says."""
        return tuple(self._saying({each}) for each in self.things)

    @cached_property
    def said(self) -> frozenset[str]:
        """The stems of all words, and what they say."""
        return self._saying(self.stems)

    def _saying(self, stems: Collection[str]) -> frozenset[str]:
        return frozenset(stems).union(*(self.senses.get(each, ()) for each in stems))

    @cached_property
    def quantities(self) -> Quantities:
        """How many it tells of what."""
        return quantities(self.words)

    @cached_property
    def negated(self) -> bool:
        """Whether an odd number of words negates, the cue's among them: to deny that it is, to say that it is not."""
        told = [*self.folded, *map(fold, WORD.findall(self.told.cue))]
        return sum(word in lists().negations for word in told) % 2 == 1

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems of what it denies."""
        return frozenset(denied(self.folded))

    @cached_property
    def doubted(self) -> frozenset[str]:
        """The stems of all that it may deny, and what they say."""
        return self._saying({*doubted(self.folded)})

    @cached_property
    def modal(self) -> bool:
        """Whether a word says what may, should or will be."""
        return any(word.folded in lists().modals for word in self.words)

    @cached_property
    def conditional(self) -> bool:
        """Whether a word makes it conditional."""
        return any(word.folded in lists().conditions for word in self.words)


def _texts(words: Sequence[Word]) -> tuple[str, str]:
    return f" {' '.join(word.stem for word in words)} ", "".join(word.folded for word in words)


def weight(word: Word) -> float:
    """Return what sharing the word tells: longer words are rarer, names and numbers tell more."""
    return min(len(word.folded), 8) / 8 + 0.4 * word.capital + 0.3 * word.folded[0].isdigit()


def sentences(told: Told) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a content as half-open ranges of `Told.words`, in order.

    An ending quotation mark with a comma ends one too. Those without two words that tell something are left out.
    """
    found, offset = [], 0
    for part in told.parts:
        cuts = [0, *(match.end() for match in _END.finditer(part.words)), len(part.words)]
        found += [(offset + a, offset + b) for a, b in pairwise(cuts) if len(_telling(part.words[a:b])) > 1]
        offset += len(part.words) + len(GAP)
    return tuple(found)


def _telling(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if fold(word) not in lists().empty]
