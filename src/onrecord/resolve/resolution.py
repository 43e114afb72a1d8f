"""The whole of resolve: who says it, to whom, when, where, and what the page itself contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.record import Anomaly, Appearance, Attribution, Document, Statement
from onrecord.resolve.addressee import addressees
from onrecord.resolve.authority import authority
from onrecord.resolve.contradictions import anomalies
from onrecord.resolve.identity import appearances
from onrecord.resolve.occasion import occasions
from onrecord.resolve.speakers import statements, with_actors
from onrecord.resolve.when import said_all, times


@dataclass(frozen=True, slots=True)
class Resolution:
    """A document's statements, its contradictions, and its actors as they are compared with others'."""

    statements: tuple[Statement, ...]
    anomalies: tuple[Anomaly, ...]
    appearances: tuple[Appearance, ...]


def resolution(document: Document, attributions: Sequence[Attribution]) -> Resolution:
    """Return what can be told of the attributions of a document, in their order.

    Every attribution becomes one statement. The same input gives the same answer.
    """
    found = resolved(document, attributions)
    expressions = times(document)
    said = said_all(document, found, expressions)
    dated = tuple(replace(statement, said=day) for statement, day in zip(found, said, strict=True))
    flags = anomalies(document, dated, expressions, authority())
    actors = [actor for statement in dated for actor in statement.actors]
    return Resolution(dated, flags, appearances(document, actors))


def resolved(document: Document, attributions: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Return the statements with speakers, relays, addressees and settings, without the days."""
    first = statements(document, attributions)
    speakers = [statement.speaker.id if statement.speaker else None for statement in first]
    settings = occasions(document, attributions, speakers)
    to = addressees(document, attributions, settings)
    found = with_actors(document, attributions, to)
    told = zip(found.statements, found.actors, to, settings, strict=True)
    return tuple(
        replace(statement, addressee=actor, to=span, setting=setting) for statement, actor, span, setting in told
    )
