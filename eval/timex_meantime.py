"""Time expressions of MEANTIME (needs ../shared): ``python -m eval.timex_meantime [-v]``.

A second opinion beside TimeBank and AQUAINT, on which the rules are tuned: Wikinews of 2004 to 2013 with TIMEX3 values
(van Erp, Vossen et al., LREC 2016). Only the headline and the sentences up to index 5 are marked exhaustively.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from eval.timex import Article, Expression, Tally, counted, tell

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "meantime" / "intra_cross-doc_annotation"
_LAST_SENTENCE = 5
_CLINGS = re.compile(r"[.,;:!?%)]|'s|n't|'|’s")
_AMERICAN = re.compile(r"(\d\d)-(\d\d)-(\d{4})")


def read(path: Path) -> Article | None:
    """Return the exhaustively marked part of an article, its words set as text; None without a creation time."""
    root = ElementTree.parse(path).getroot()
    text, places, last = "", {}, -1
    for token in root.findall("token"):
        sentence, word = int(token.get("sentence", "0")), token.text or ""
        if sentence > _LAST_SENTENCE:
            break
        # The headline, the dateline and the body are lines of their own.
        gap = "\n\n" if last != sentence <= 2 else "" if _CLINGS.fullmatch(word) or text.endswith(("(", "$")) else " "
        text += gap if text else ""
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text, last = text + word, sentence
    created, gold = "", []
    for timex in root.iter("TIMEX3"):
        value = timex.get("value")
        if timex.get("functionInDocument") == "CREATION_TIME":
            created = value or ""
        spans = [places[a.get("t_id")] for a in timex.findall("token_anchor") if a.get("t_id") in places]
        if spans:
            gold.append(Expression(min(s for s, _ in spans), max(e for _, e in spans), value))
    created = _AMERICAN.sub(r"\3-\1-\2", created)
    return Article(path.stem, text, created, tuple(sorted(gold, key=lambda g: g.start))) if created else None


def articles(folder: Path = FOLDER) -> Iterator[Article]:
    """Yield the articles that have a creation time, in order of their paths."""
    return (article for path in sorted(folder.glob("*/*.xml")) if (article := read(path)))


def measure(folder: Path = FOLDER) -> Tally:
    """Return the counts over all articles below `folder`."""
    return counted(articles(folder))


def main() -> None:
    """Print the scores, and with ``-v`` every miss."""
    tell(__doc__, measure)


if __name__ == "__main__":
    main()
