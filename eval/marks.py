"""Reads invented coverage, what its statements are to one another marked within the text.

``gold/tellings/README.md`` tells how the files under ``gold/tellings`` were written and how a mark is read.
``python -m eval.marks seen`` prints the articles of a part without their marks, as JSON Lines that ``onrecord`` reads.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from eval.coverage import Event, Marked, Tells
from eval.reprinting import Text
from onrecord.record import DescentKind, DifferenceKind, Relation

FOLDER = Path(__file__).parent / "gold" / "tellings"
PARTS = ("seen", "unseen")
MARK = re.compile(r"\{([^|{}\n]*)\|([^{}\n]*)\}")
DAY = re.compile(r"[, ](\d{4}-\d\d-\d\d)$")
RELATIONS = {
    "f": Relation.FULL,
    "v": Relation.VERBATIM,
    "t": Relation.TRUNCATED,
    "a": Relation.ALTERED,
    "p": Relation.PARAPHRASE,
}
DESCENTS = {
    "reprint": {DescentKind.REPRINT, DescentKind.COPY},
    "contains": {DescentKind.CONTAINS},
    "version": {DescentKind.VERSION},
}


def read(part: str, folder: Path = FOLDER) -> list[Event]:
    """Return the events of a part, by name.

    Raises ValueError for a passage without exactly one fullest telling, or an unknown occasion, label or article.
    """
    return [_event(path) for path in sorted((folder / part).glob("*.txt"))]


def _event(path: Path) -> Event:
    head, *articles = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = [line.partition(" ")[::2] for line in head.splitlines() if line]
    told = {rest.partition(":")[0]: DAY.search(rest) for word, rest in lines if word == "occasion"}
    texts, statements, labels = [], [], dict[str, str]()
    for article in articles:
        text, marked = _article(article, path.stem, set(told), labels)
        texts.append(text)
        statements += marked
    event = Event(
        path.stem,
        tuple(texts),
        tuple(statements),
        tuple(_apart(rest, labels) for word, rest in lines if word == "apart"),
        dict(_descent(rest) for word, rest in lines if word == "descent"),
        {f"{path.stem} {name}": day[1] for name, day in told.items() if day},
    )
    _check(event)
    return event


def _check(event: Event) -> None:
    full = [each.passage for one in event.statements for each in one.tells if each.full]
    told = {each.passage for one in event.statements for each in one.tells}
    if sorted(full) != sorted(told):
        raise ValueError(f"{event.name}: not one fullest telling each: {sorted(set(full) ^ told)}, {sorted(full)}")
    if not {name for pair in event.descents for name in pair} <= {text.name for text in event.texts}:
        raise ValueError(f"{event.name}: a descent of an article that is not there")


def _apart(rest: str, labels: dict[str, str]) -> tuple[str, str, str]:
    names, _, why = rest.partition(": ")
    a, b = (labels[name] for name in names.split())
    return a, b, why


def _descent(rest: str) -> tuple[tuple[str, str], set[DescentKind]]:
    names, _, kind = rest.partition(": ")
    document, origin = names.split()
    return (document, origin), DESCENTS[kind]


def _article(given: str, event: str, occasions: set[str], labels: dict[str, str]) -> tuple[Text, list[Marked]]:
    """Return an article without its marks, and what they mark."""
    line, _, body = given.partition("\n")
    name, outlet, published = line.split(" | ")
    plain, tags, spans, last = "", list[str](), list[list[tuple[int, int]]](), 0
    body = body.strip("\n")
    for mark in MARK.finditer(body):
        plain += body[last : mark.start()]
        if mark[1] != "+":
            tags.append(mark[1])
            spans.append([])
        spans[-1].append((len(plain), len(plain) + len(mark[2])))
        plain, last = plain + mark[2], mark.end()
    plain += body[last:]
    found = []
    for number, (tag, content) in enumerate(zip(tags, spans, strict=True), 1):
        words, *named = tag.split(" #")
        labels |= dict.fromkeys(named, f"{name} {number}")
        occasion, tells = _tells(words, event, occasions)
        found.append(Marked(f"{name} {number}", name, tuple(content), occasion, tells))
    return Text(name, outlet, published, plain), found


def _tells(words: str, event: str, occasions: set[str]) -> tuple[str | None, tuple[Tells, ...]]:
    """Return the occasion and the passages of a mark: "m1.t:condition+m2.v", "m0", "-Mira Toll"."""
    if words.startswith("-"):
        return None, ()
    tells = []
    for each in words.split("+"):
        told, _, kinds = each.partition(":")
        passage, _, relations = told.partition(".")
        occasion = passage.rstrip("0123456789")
        if occasion not in occasions:
            raise ValueError(f"{event}: no occasion {occasion!r}")
        if relations:
            named = frozenset(DifferenceKind(kind) for kind in kinds.split(",") if kind)
            tells.append(Tells(f"{event} {passage}", frozenset(RELATIONS[r] for r in relations), named))
    return f"{event} {occasion}", tuple(tells)


def main() -> None:
    """Print the articles of the part that is named on the command line."""
    for event in read(sys.argv[1]):
        for text in event.texts:
            line = {"id": text.name, "outlet": text.outlet, "published": text.day, "text": text.text}
            print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
