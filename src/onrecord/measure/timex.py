"""Time expressions against those that people marked, as TempEval-3 scores them (UzZaman et al., SemEval 2013).

Relaxed spans share a character, strict ones are equal, value counts relaxed ones whose TIMEX3 value is the same string.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at ``[start, end)`` with its TIMEX3 value."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article: its text, its creation time, the time expressions of the text in order."""

    name: str
    text: str
    created: str
    gold: tuple[Expression, ...]


@dataclass(slots=True)
class Tally:
    """Counts over articles; `values` are relaxed matches of the right value."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    values: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, article: Article, found: Sequence[Expression]) -> None:
        """Take in one article; each expression is matched once, equal spans first, then in order of the text."""
        self.gold += len(article.gold)
        self.found += len(found)
        free = list(found)
        for gold in sorted(article.gold, key=lambda g: not any(_equal(g, f) for f in found)):
            match = next((f for f in free if _equal(gold, f)), None)
            match = match or next((f for f in free if f.start < gold.end and gold.start < f.end), None)
            if match is None:
                self._miss("missed", article, gold, None)
                continue
            free.remove(match)
            self.relaxed += 1
            self.strict += _equal(gold, match)
            self.values += gold.value == match.value
            if not _equal(gold, match):
                self._miss("span", article, gold, match)
            if gold.value != match.value:
                self._miss("value", article, gold, match)
        for extra in free:
            self._miss("extra", article, None, extra)

    def f1(self, right: int) -> float:
        """Return F1 of `right` matches."""
        return 2 * right / (self.gold + self.found) if right else 0.0

    def scores(self) -> dict[str, float]:
        """Return the three F1 scores by name."""
        return {name: self.f1(getattr(self, name)) for name in ("relaxed", "strict", "values")}

    def _miss(self, kind: str, article: Article, gold: Expression | None, found: Expression | None) -> None:
        at = gold or found
        if at is None:
            return
        around = article.text[max(at.start - 50, 0) : at.start] + "[" + article.text[at.start : at.end] + "]"
        around += article.text[at.end : at.end + 40]
        wanted = gold.value if gold else None
        got = f"{article.text[found.start : found.end]!r} {found.value}" if found else None
        self.misses.append(f"{kind}\t{article.created[:10]}\t{wanted}\t{got}\t{' '.join(around.split())}")


def _equal(a: Expression, b: Expression) -> bool:
    return (a.start, a.end) == (b.start, b.end)
