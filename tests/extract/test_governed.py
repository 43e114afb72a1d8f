"""Clauses that a text goes back to somebody for, with the verb of saying that governs them."""

from __future__ import annotations

import pytest

from onrecord.extract.governed import governed
from onrecord.record import Attribution, Form, Span

CLAUSE = "Lorn is alleging, in a letter, that the upper dam leaks, according to Tern News."


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    """Return the attribution of these words of `text`."""
    spans = ((Span.of(text, text.index(words), text.index(words) + len(words)),) for words in (source, cue, content))
    return Attribution("d", *spans, Form.INDIRECT, 0.9)


def contents(text: str, *found: Attribution) -> list[str]:
    """Return the first content of each attribution, as governed."""
    return [each.content[0].words for each in governed(text, found)]


def test_the_whole_clause_is_told() -> None:
    """Who relays it tells who alleges it, too."""
    told = attribution(CLAUSE, "Tern News", "according to", "that the upper dam leaks")
    assert contents(CLAUSE, told) == ["Lorn is alleging, in a letter, that the upper dam leaks"]


def test_a_sentence_before_stays_out() -> None:
    """The clause begins with its sentence."""
    text = "It rained. " + CLAUSE
    told = attribution(text, "Tern News", "according to", "that the upper dam leaks")
    assert contents(text, told) == ["Lorn is alleging, in a letter, that the upper dam leaks"]


def test_a_clause_of_another_attribution_stays_its_own() -> None:
    """Where the verb of saying is a cue already, nothing changes."""
    told = attribution(CLAUSE, "Tern News", "according to", "that the upper dam leaks")
    own = attribution(CLAUSE, "Lorn", "is alleging", "in a letter")
    assert contents(CLAUSE, told, own) == ["that the upper dam leaks", "in a letter"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It is clear that the upper dam leaks, according to Tern News.", "that the upper dam leaks"),
        ("The upper dam leaks, according to Tern News.", "The upper dam leaks"),
        ("According to Tern News, that the dam leaks is known.", "that the dam leaks is known"),
    ],
)
def test_without_a_verb_of_saying_nothing_changes(text: str, content: str) -> None:
    """A clause that nobody is told to say stays as it was found."""
    cue = "According to" if text.startswith("According") else "according to"
    assert contents(text, attribution(text, "Tern News", cue, content)) == [content]
