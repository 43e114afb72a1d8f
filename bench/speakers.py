"""Speakers within the document on newswcl50, and how fast they are found: ``python -m bench.speakers``.

Needs ../shared.
Twice: for the labelled spans (``resolve`` alone, without the tagger's mistakes), and for the statements
that the tagger finds, matched to the labels as ``score/statements.py`` does. ``-v`` lists what is wrong.

Names across documents are not asked for here, so a name is right when it may be a form of the labelled
one: for a person, every word of it (initials and "Jr." aside) is a word of the label or another form of
that given name; for a body, the same holds, or its letters are the label's initials, or it is listed in
`ALSO`: what readers call it otherwise. Groups must share a noun (attorneys are lawyers), unnamed sources be unnamed.
"""

from __future__ import annotations

import argparse
import collections
import re
import time
from collections.abc import Iterator, Sequence
from typing import Any

from eval.matching import matched as same
from eval.measures import SHARED, rows, scorer, tagger

from onrecord import clean, resolve
from onrecord.record import Actor, Attribution, Capture, Document, Form, MediaType, Statement
from onrecord.resolve.lexicon import lexicon

FOLDER = SHARED / "corpora" / "newswcl50"
ALSO = {
    "North Korean government": ("north korea", "pyongyang", "north korea's government", "the north", "north"),
    "Japanese government": ("japan", "tokyo", "abe's government"),
    "Chinese government": ("china", "beijing"),
    "Russian government": ("russia", "moscow", "kremlin"),
    "US government": ("united states", "washington", "u.s. government"),
    "Democratic National Committee": ("democratic party", "democrats", "the party", "the democrats"),
    "Korean Central News Agency": ("state media", "north korean state media"),
    "Robert Mueller's team": ("investigators", "mueller's team", "investigators for mr. mueller"),
    "US Department of Justice": ("justice department", "department of justice"),
    "office of Moon Jae-in": ("mr. moon's office",),
    "Trump administration": ("the trump administration",),
    "Donald Trump's campaign": ("the trump campaign", "trump campaign"),
}
_SMALL = frozenset(
    ("the", "a", "an", "of", "for", "on", "and", "in", "to", "us", "some", "many", "most", "two", "four")
)
_SUFFIX = frozenset(("jr", "sr", "ii", "iii", "iv"))


def attribution(document: Document, gold: dict[str, Any]) -> Attribution:
    """Return the labelled spans as an attribution."""

    def spans(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
        values = value if isinstance(value, list) else [value] if value else []
        return tuple(document.span(v["start"], v["end"]) for v in sorted(values, key=lambda v: v["start"]))

    roles = [spans(gold[role]) for role in ("source", "cue", "content")]
    return Attribution(document.id, *roles, Form.INDIRECT, 1.0)


def words(name: str) -> list[str]:
    """Return the words of a name as they are compared here."""
    found = re.findall(r"[^\W_]+", name.casefold().replace(".", ""))
    return [word for word in found if word not in _SMALL | _SUFFIX and len(word) > 1]


def is_right(gold: dict[str, Any], actor: Actor | None) -> bool:
    """Return whether the actor may be the labelled speaker."""
    if actor is None or actor.kind.value != gold["speaker_type"]:
        return False
    if gold["speaker_type"] == "unnamed":
        return True
    if actor.name.casefold() in ALSO.get(gold["speaker"], ()):
        return True
    label, name = words(gold["speaker"]), words(actor.name)
    if gold["speaker_type"] == "group":
        nouns = {noun for word in label for noun in lexicon().offices(word.rstrip("s"))}
        return bool(nouns & {word.rstrip("s") for word in name})
    forms = set().union(*(lexicon().forms_of(word) for word in label))
    initials = "".join(word[0] for word in label)
    return bool(name) and (all(word in forms for word in name) or "".join(name) == initials)


def documents() -> Iterator[tuple[str, Document, list[dict[str, Any]]]]:
    """Yield each labelled article with its labels."""
    by_article = collections.defaultdict(list)
    for row in rows(FOLDER / "labels" / "statements.jsonl"):
        by_article[row["article"]].append(row)
    for article, gold in sorted(by_article.items()):
        path = next(FOLDER.rglob(article))
        yield article, clean.document(Capture(path.read_bytes(), MediaType.PLAIN, str(path), article)), gold


def matched(
    document: Document, gold: list[dict[str, Any]], found: Sequence[Statement]
) -> Iterator[tuple[Any, Statement]]:
    """Yield the pairs of label and statement that ``score/statements.py`` takes for the same."""
    module = scorer("statements")
    places = [m.span() for m in module.WORD.finditer(document.text)]
    labels = [module.word_set(module.spans_of(g["content"]), places) for g in gold]
    told = [module.word_set([(s.start, s.end) for s in f.attribution.content], places) for f in found]
    for i, j in same(labels, told).items():
        yield gold[i], found[j]


class Tally:
    """Right, kind and unknown, in all and by what the answer rests on."""

    def __init__(self, title: str, *, verbose: bool) -> None:
        self.title, self.verbose = title, verbose
        self.count: collections.Counter[str] = collections.Counter()
        self.right: collections.Counter[str] = collections.Counter()

    def add(self, article: str, gold: dict[str, Any], statement: Statement) -> None:
        """Count one pair of label and statement."""
        actor = statement.speaker
        ok = is_right(gold, actor)
        for basis, value in (
            (statement.basis, ok),
            ("ALL: speaker", ok),
            ("ALL: kind", actor is not None and actor.kind.value == gold["speaker_type"]),
            ("ALL: unknown", actor is None),
        ):
            self.count[basis] += 1
            self.right[basis] += value
        if self.verbose and not ok:
            source = statement.attribution.source[0].words if statement.attribution.source else None
            cue = statement.attribution.cue[0].words if statement.attribution.cue else None
            answer = f"{actor.kind.value} {actor.name!r}" if actor else "nobody"
            label = f"{gold['speaker_type']} {gold['speaker']!r}"
            print(f"{article} {statement.basis}: {source!r} {cue!r} → {answer}, gold {label}")

    def show(self) -> None:
        """Print the shares."""
        print(self.title)
        for basis in sorted(self.count, key=lambda b: -self.count[b]):
            share = self.right[basis] / self.count[basis]
            print(f"  {basis:32s} {self.right[basis]:4d} of {self.count[basis]:4d}  {share:.3f}")


def speed(pairs: Sequence[tuple[Document, Sequence[Attribution]]]) -> float:
    """Return how many words a second of a core `resolve.statements` alone resolves, the best of three runs."""
    count = sum(len(document.text.split()) for document, _ in pairs)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for document, attributions in pairs:
            resolve.statements(document, attributions)
        best = min(best, time.process_time() - start)
    return count / best


def polnear() -> list[tuple[Document, Sequence[Attribution]]]:
    """Return the articles of PolNeAR dev with what the tagger finds in them."""
    texts = (row["text"] for row in rows(SHARED / "corpora" / "polnear" / "dev.jsonl.gz"))
    made = [clean.document(Capture(text.encode(), MediaType.PLAIN, "text", "text")) for text in texts]
    return [(document, tagger().attributions(document)) for document in made]


def main() -> None:
    """Print the shares of right speakers, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong ones")
    parser.add_argument("--speed", action="store_true", help="time PolNeAR dev too")
    arguments = parser.parse_args()
    labelled = Tally("labelled spans", verbose=arguments.verbose)
    found = Tally("statements found", verbose=arguments.verbose)
    pairs: list[tuple[Document, Sequence[Attribution]]] = []
    for article, document, gold in documents():
        statements = resolve.statements(document, [attribution(document, g) for g in gold])
        pairs.append((document, tagger().attributions(document)))
        for g, statement in zip(gold, statements, strict=True):
            if g["confidence"] == 1:
                labelled.add(article, g, statement)
        for g, statement in matched(document, gold, resolve.statements(*pairs[-1])):
            if g["confidence"] == 1:
                found.add(article + " found", g, statement)
    labelled.show()
    found.show()
    print(f"newswcl50: {speed(pairs):,.0f} words/s")
    if arguments.speed:
        print(f"PolNeAR dev: {speed(polnear()):,.0f} words/s")


if __name__ == "__main__":
    main()
