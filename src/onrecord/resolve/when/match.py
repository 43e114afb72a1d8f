"""A stretch of words that a rule of the grammar matched, and the numbers and names in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.resolve.when.tokens import LETTERS, Tokens
from onrecord.resolve.when.words import MONTHS, NUMBERS, ORDINALS, SINGULARS, WEEKDAYS

_CARDINALS = ("num", "dd", "decimal", "slash", "digit", "teen", "tens", "hundred", "dozen")
_CARDINAL = frozenset(LETTERS[name] for name in _CARDINALS)
_UNITS = ("hour", "day", "week", "mon", "yr", "age", "quarter", "weekend", "units", "quarters", "weekends")
_START = frozenset({"early", "beginning", "start", "earlier"})
_MIDDLE = frozenset({"mid", "middle"})


@dataclass(frozen=True, slots=True)
class Match:
    """The words ``first … last - 1`` of `tokens`, matched by the rule named `rule`."""

    tokens: Tokens
    first: int
    last: int
    rule: str

    @property
    def classes(self) -> str:
        """The class string of the stretch."""
        return self.tokens.classes[self.first : self.last]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return self.tokens.words[self.first : self.last]

    @property
    def before(self) -> str:
        """The word before it, "" at the beginning of the text."""
        return self.tokens.words[self.first - 1] if self.first else ""

    @property
    def after(self) -> str:
        """The word after it, "" at the end of the text."""
        return self.tokens.words[self.last] if self.last < len(self.tokens.words) else ""

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens.starts[self.first]

    def part(self, first: int, last: int) -> Match:
        """Return the part of it from word `first` to before word `last` of the text."""
        return Match(self.tokens, first, last, self.rule)

    def has(self, *names: str) -> bool:
        """Return whether a word of any of these classes is in it."""
        classes = self.classes
        return any(LETTERS[name] in classes for name in names)

    def all_of(self, *names: str) -> list[str]:
        """Return its words of these classes, in order."""
        letters = {LETTERS[name] for name in names}
        return [word for word, letter in zip(self.words, self.classes, strict=True) if letter in letters]

    def word(self, *names: str) -> str | None:
        """Return its first word of these classes, None without one."""
        return next(iter(self.all_of(*names)), None)

    @property
    def month(self) -> int | None:
        """The number of the first month named."""
        word = self.word("month", "month_short")
        return MONTHS[word] if word else None

    @property
    def weekday(self) -> int | None:
        """The weekday named, Monday being 0."""
        word = self.word("dow", "dow_short")
        return WEEKDAYS[word] if word else None

    @property
    def year(self) -> int | None:
        """The year named, in digits or in words ("nineteen ninety-six")."""
        word = self.word("year")
        if word:
            return int(word)
        spelled = [NUMBERS[word] for word in self.all_of("teen", "tens", "digit")]
        if len(spelled) < 2 or not 10 <= spelled[0] <= 20:
            return None
        return spelled[0] * 100 + sum(spelled[1:])

    @property
    def days(self) -> list[int]:
        """The days of a month that it names."""
        return [ordinal(word) for word in self.all_of("dd", "ord")]

    @property
    def unit(self) -> str:
        """The unit of time named last, in the singular."""
        word = self.all_of(*_UNITS)[-1]
        return SINGULARS.get(word, word)

    @property
    def way(self) -> int:
        """-1 for what lies back ("last"), 1 for what lies ahead ("next"), 0 for neither."""
        return -1 if self.has("last") else int(self.has("next"))

    @property
    def modifier(self) -> str | None:
        """TIMEX3's `mod` for "early", "the end of", "mid-", "around"."""
        word = self.word("mod", "edge", "earlier", "later")
        if word is None:
            return "APPROX" if self.has("about") else None
        return "START" if word in _START else "MID" if word in _MIDDLE else "END"

    def counts(self) -> list[float]:
        """Return the numbers it counts with, one for each run of words of number: "12 to 18" holds two."""
        return list(self._counts())

    def _counts(self) -> Iterator[float]:
        run: list[str] = []
        for word, letter in zip((*self.words, ""), (*self.classes, "x"), strict=True):
            if letter in _CARDINAL:
                run.append(word)
            elif run and word != "-" and not (word == "and" and run[-1] in ("hundred", "thousand")):
                yield number(run)
                run = []


def number(words: list[str]) -> float:
    """Return what the words of a number amount to: "twenty four" is 24, "5 1/2" is 5.5."""
    total = part = 0.0
    for word in words:
        if "/" in word:
            above, below = word.split("/")
            part += int(above) / int(below) if int(below) else 0
        elif word in ("hundred", "dozen"):
            part = max(part, 1) * NUMBERS[word]
        elif word == "thousand":
            total, part = total + max(part, 1) * 1000, 0.0
        else:
            part += NUMBERS[word] if word in NUMBERS else float(word.replace(",", ""))
    return total + part


def ordinal(word: str) -> int:
    """Return the number of "third", "3rd" or "3"."""
    return ORDINALS[word] if word in ORDINALS else int(word.rstrip("stndrh"))
