"""What the whole pipeline makes of the invented coverage of :mod:`eval.coverage`, read from raw text as one record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from eval.aligned import aligned, told_of
from eval.coverage import WORD, Event, Marked, Tells
from eval.marks import read
from eval.matching import matched
from eval.measures import offsets, public, tagger
from onrecord import pipeline
from onrecord.align import Alignment
from onrecord.align.lineage import descent, prose
from onrecord.record import Capture, Descent, DifferenceKind, Given, MediaType, Relation, Statement, Told
from onrecord.run.article import Article
from onrecord.text.differences import differences, relation

Ids = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a part.

    `found` has what is told of each labelled statement that was found, by its id, `said` how many public statements
    there are in all. `occasions` and `utterances` have the ids that a statement belongs to, `descents` what one
    article is to another, as (descendant, origin).
    """

    events: list[Event]
    found: Mapping[str, Told]
    said: int
    occasions: Ids
    utterances: Ids
    descents: Mapping[tuple[str, str], Descent]

    def marked(self) -> list[Marked]:
        """Return the labelled statements, in order."""
        return [one for event in self.events for one in event.statements]

    def linked(self, a: Marked, b: Marked) -> bool:
        """Return whether both are found and told to be tellings of one passage."""
        return self._share(self.utterances, a.id, b.id)

    def joined(self, a: Marked, b: Marked) -> bool:
        """Return whether both are found and told to be of one occasion."""
        return self._share(self.occasions, a.id, b.id)

    def _share(self, ids: Ids, a: str, b: str) -> bool:
        if a not in self.found or b not in self.found:
            return False
        one, other = self.found[a].statement_id, self.found[b].statement_id
        return bool(ids.get(one, frozenset()) & ids.get(other, frozenset()))

    def hard(self) -> list[tuple[Marked, Marked]]:
        """Return the pairs that have to stay apart."""
        named = {one.id: one for one in self.marked()}
        return [(named[a], named[b]) for event in self.events for a, b, _ in event.apart]


@cache
def outcome(part: str) -> Outcome:
    """Return what the pipeline makes of a part's articles."""
    events = read(part)
    articles = {}
    for text in (text for event in events for text in event.texts):
        given = Given(outlet=text.outlet, published=text.day, charset="utf-8")
        capture = Capture(text.text.encode(), MediaType.PLAIN, text.name, text.name, given)
        articles[text.name] = pipeline.article(capture, tagger())
    statements = {name: public(article.statements) for name, article in articles.items()}
    told = {one.statement_id: one for each in told_of(articles, statements).values() for one in each}
    found = {labelled: told[one.id] for labelled, one in _found(events, statements).items()}
    said = sum(len(each) for each in statements.values())
    return Outcome(events, found, said, *_groups(aligned(articles, statements)), _descents(articles))


def _found(events: Iterable[Event], statements: Mapping[str, tuple[Statement, ...]]) -> dict[str, Statement]:
    """Return which statement each labelled one is, by the labelled one's id."""
    found: dict[str, Statement] = {}
    for event in events:
        for text in event.texts:
            words = [m.span() for m in WORD.finditer(text.text)]
            golds = [one for one in event.statements if one.article == text.name]
            mine = statements[text.name]
            theirs = [_words(offsets(one.attribution)["content"], words) for one in mine]
            same = matched([_words(one.content, words) for one in golds], theirs)
            found |= {golds[i].id: mine[j] for i, j in same.items()}
    return found


def _words(spans: Iterable[Iterable[int]], words: list[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the words that the spans touch."""
    return frozenset(i for start, end in spans for i, (a, b) in enumerate(words) if a < end and b > start)


def _groups(alignment: Alignment) -> tuple[Ids, Ids]:
    """Return the ids of each statement's occasions and of its utterances."""
    occasions, utterances = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for occasion in alignment.occasions:
        for one in occasion.statements:
            occasions[one].add(occasion.id)
    for utterance in alignment.utterances:
        for telling in utterance.tellings:
            utterances[telling.statement_id].add(utterance.id)
    return {k: frozenset(v) for k, v in occasions.items()}, {k: frozenset(v) for k, v in utterances.items()}


def _descents(articles: Mapping[str, Article]) -> dict[tuple[str, str], Descent]:
    """Return what of two articles the one is to the other, by their names."""
    told = {article.document.id: prose(article.document) for article in articles.values()}
    names = {article.document.id: name for name, article in articles.items()}
    related = (descent(a, b) for a, b in combinations(told.values(), 2))
    return {(names[one.document_id], names[one.origin_id]): one for one in related if one}


@dataclass(frozen=True, slots=True)
class Judged:
    """A telling and the fullest one, the label, and what the pipeline says of it: None and nothing where not linked.

    `kinds` are those of its differences, `blamed` tells whether one of them is to change the meaning.
    """

    fullest: Marked
    other: Marked
    label: Tells
    ours: Relation | None = None
    kinds: frozenset[DifferenceKind] = frozenset()
    blamed: bool = False

    @property
    def related(self) -> bool:
        """Whether it is called what it is."""
        return self.ours in self.label.relations

    @property
    def named(self) -> bool:
        """Whether the kind of its alteration is named, if it has one."""
        return not self.label.kinds or bool(self.label.kinds & self.kinds)


def judged(made: Outcome) -> Iterator[Judged]:
    """Yield what is said of every telling that is not the fullest of its passage, in order."""
    for fullest, other, label in (each for event in made.events for each in event.tellings()):
        if not made.linked(fullest, other):
            yield Judged(fullest, other, label)
            continue
        one, two = made.found[fullest.id], made.found[other.id]
        differs = differences(one, two)
        kinds, blamed = frozenset(d.kind for d in differs), any(d.changes_meaning for d in differs)
        yield Judged(fullest, other, label, relation(one, two), kinds, blamed)
