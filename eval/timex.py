"""Time expressions of TimeBank and AQUAINT (needs ../shared): ``python -m eval.timex [-v]``.

Scored as TempEval-3 does (UzZaman et al., SemEval 2013): relaxed spans share a character, strict ones are equal,
value counts relaxed ones whose TIMEX3 value is the same string. The creation time is given and not scored.
"""

from __future__ import annotations

import argparse
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.record import Basis, Document, Moment, OffsetMap, Region, RegionKind
from onrecord.resolve.when import times

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "timeml"
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


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
        assert at is not None
        around = article.text[max(at.start - 50, 0) : at.start] + "[" + article.text[at.start : at.end] + "]"
        around += article.text[at.end : at.end + 40]
        wanted = gold.value if gold else None
        got = f"{article.text[found.start : found.end]!r} {found.value}" if found else None
        self.misses.append(f"{kind}\t{article.created[:10]}\t{wanted}\t{got}\t{' '.join(around.split())}")


def _equal(a: Expression, b: Expression) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def read(path: Path) -> Article:
    """Return the article of a TimeML file: the text of its TEXT element."""
    source = path.read_text(encoding="utf-8")
    created = re.search(r'<DCT>.*?value="([^"]+)"', source, re.DOTALL)
    if created is None:
        raise ValueError(f"{path} has no creation time")
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    pieces: list[str] = []
    gold: list[Expression] = []
    position = length = 0
    opened: list[tuple[int, str | None]] = []
    for tag in [*_TAG.finditer(body), None]:
        piece = html.unescape(body[position : tag.start() if tag else len(body)])
        pieces.append(piece)
        length += len(piece)
        if tag is None:
            break
        position = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((length, dict(_ATTRIBUTE.findall(tag[3])).get("value")))
        elif tag[2] == "TIMEX3":
            start, value = opened.pop()
            if start < length:
                gold.append(Expression(start, length, value))
    return Article(path.stem, "".join(pieces), created[1], tuple(sorted(gold, key=lambda g: g.start)))


def articles(folder: Path = SHARED) -> Iterator[Article]:
    """Yield the articles of both corpora in order of their paths."""
    return (read(path) for path in sorted(folder.glob("*/*.tml")))


def document(article: Article) -> Document:
    """Return the article as a document of one region, published when it was created."""
    text = article.text
    regions = (Region(0, len(text), RegionKind.BODY),)
    published = Moment(article.created, Basis.GIVEN)
    return Document(article.name, text, regions, OffsetMap.identity(len(text)), "utf-8", published=published)


def measure(folder: Path = SHARED) -> Tally:
    """Return the counts over all articles below `folder`."""
    tally = Tally()
    for article in articles(folder):
        found = [Expression(t.span.start, t.span.end, t.value) for t in times(document(article))]
        tally.add(article, found)
    return tally


def main() -> None:
    """Print the scores, and with ``-v`` every miss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list what was missed, extra, or of another value")
    verbose = parser.parse_args().verbose
    tally = measure()
    if verbose:
        print("\n".join(sorted(tally.misses)))
    print(f"gold {tally.gold}, found {tally.found}")
    for name, score in tally.scores().items():
        print(f"{name:8s} F1 {score:.4f}")


if __name__ == "__main__":
    main()
