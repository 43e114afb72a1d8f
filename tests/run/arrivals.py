"""Articles that arrive in an order of their own, in batches of any size, some of them read twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from bench.coverage import Coverage
from tests import fakes

from onrecord.record import Capture
from onrecord.run.aligning import Aligning
from onrecord.run.article import Article
from onrecord.run.identify import identify
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article to read: the capture and what the stages make of it."""

    capture: Capture
    article: Article


def made_up(number: int, seed: int = 1) -> list[Arrival]:
    """Return so many articles of made-up coverage."""
    articles = Coverage(seed).articles()
    found = (next(articles) for _ in range(number))
    return [Arrival(made.capture, Article(made.document, made.statements)) for made in found]


def read(store: Store, arrivals: Sequence[Arrival]) -> None:
    """Leave articles in the record, in place of those of the same bytes, and who is who."""
    with store.writing() as connection:
        for each in arrivals:
            store.add(
                connection,
                each.capture,
                each.article.document,
                each.article.statements,
                made_by=fakes.MADE_BY,
                accounts=each.article.accounts,
                anomalies=each.article.anomalies,
                appearances=each.article.appearances,
            )
        identify(connection)


def arrive(path: Path, arrivals: Sequence[Arrival], chance: Random) -> Store:
    """Return a record of the articles, read in any order and in batches of any size, some first with half of theirs."""
    store = Store.open(path, create=True)
    left = list(arrivals)
    chance.shuffle(left)
    again = [each for each in left if chance.random() < 0.2]
    left = [_half(each) for each in again] + left
    while left:
        size = chance.randint(1, max(1, len(left)))
        batch, left = left[:size], left[size:]
        read(store, batch)
        if chance.random() < 0.7 or not left:
            Aligning(batch=chance.randint(1, 40)).run(store)
    return store


def _half(arrival: Arrival) -> Arrival:
    """Return an article as an earlier version read it: with every other statement."""
    return replace(arrival, article=replace(arrival.article, statements=arrival.article.statements[::2]))
