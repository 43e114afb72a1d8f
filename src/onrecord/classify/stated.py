"""Which attributions are public statements.

Much that a text ascribes to somebody is no statement: a deed ("sued the city"), a perception ("appeared
to hesitate"), a mention without content ("discussed the plan"), a relay whose inner attribution is the statement
("Tern News reported that Verek said …"). The record keeps them all, and says of each how likely it is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.classify.features import features
from onrecord.classify.findings import is_finding
from onrecord.classify.linear import shipped
from onrecord.record import Attribution, Statement
from onrecord.regression import Regression

RETOLD = 0.5
"""The share of words from which an inner attribution's content and the outer one's count as one."""

PASSED_ON = 0.4
"""The most that the probability of an "according to" is where its whole clause is what somebody else says."""

FINDING = 0.7
"""The least probability of what a court or an inquiry found to be so; labels with "found" are of polls."""

LEAST = 0.5
"""The probability from which an attribution counts as a public statement."""


def is_public(chance: float | None) -> bool:
    """Return whether an attribution of this probability counts as a public statement; one that nobody told does."""
    return chance is None or chance >= LEAST


def stated(statements: Sequence[Statement], model: Regression | None = None) -> tuple[Statement, ...]:
    """Return one document's statements, each with the probability that it is a public statement.

    By default with the model that is shipped (`lab.stated`). Raises ModelError without it.
    """
    weigh = model or shipped("stated")
    attributions = [statement.attribution for statement in statements]
    chances = [
        weigh.chance(features(each, retold=again))
        for each, again in zip(attributions, retold(attributions), strict=True)
    ]
    for place, outer in enumerate(attributions):
        if any(_passes_on(outer, inner) for inner in attributions):
            chances[place] = min(chances[place], PASSED_ON)
        elif is_finding(outer):
            chances[place] = max(chances[place], FINDING)
    return tuple(replace(each, stated=chance) for each, chance in zip(statements, chances, strict=True))


def retold(attributions: Sequence[Attribution]) -> list[bool]:
    """Return for each attribution whether a nested one within its content says at least half of it."""
    nested = [a for a in attributions if a.via]
    return [any(_covers(outer, inner) for inner in nested if inner is not outer) for outer in attributions]


def _passes_on(outer: Attribution, inner: Attribution) -> bool:
    """Return whether the outer one is an "according to" whose clause is another's saying, from its subject on."""
    cue = outer.cue[0].words.casefold() if outer.cue else ""
    return (
        cue == "according to"
        and bool(inner.source)
        and inner.source[0].start == outer.content[0].start
        and _covers(outer, inner)
    )


def _covers(outer: Attribution, inner: Attribution) -> bool:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in outer.content for b in inner.content)
    if not shared or not _within(inner.content[0].start, outer) or len(inner.via) <= len(outer.via):
        return False
    return shared >= RETOLD * sum(len(span.words) for span in outer.content)


def _within(position: int, outer: Attribution) -> bool:
    return any(span.start <= position < span.end for span in outer.content)
