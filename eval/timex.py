"""Time expressions of TimeBank and AQUAINT (needs ../shared): ``python -m eval.timex [-v]``.

Scored as TempEval-3 does (UzZaman et al., SemEval 2013): relaxed spans share a character, strict ones are equal,
value counts relaxed ones whose TIMEX3 value is the same string. The creation time is given and not scored.
"""

from __future__ import annotations

import argparse
import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.measure.timex import Article, Expression, Tally
from onrecord.record import Basis, Document, Moment, OffsetMap, Region, RegionKind
from onrecord.resolve.when import times

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "timeml"
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


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
    return counted(articles(folder))


def counted(annotated: Iterable[Article]) -> Tally:
    """Return the counts over articles."""
    tally = Tally()
    for article in annotated:
        found = [Expression(t.span.start, t.span.end, t.value) for t in times(document(article))]
        tally.add(article, found)
    return tally


def main() -> None:
    """Print the scores, and with ``-v`` every miss."""
    tell(__doc__, measure)


def tell(about: str | None, measure: Callable[[], Tally]) -> None:
    """Print the scores of a corpus, and with ``-v`` on the command line every miss."""
    parser = argparse.ArgumentParser(description=about)
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
