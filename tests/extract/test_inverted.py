"""Speakers behind inverted verbs that few texts have."""

from __future__ import annotations

import time

import pytest

from onrecord.extract.inverted import with_inverted
from onrecord.record import Attribution, Form, Span
from onrecord.text.quotations import quotations

CLOSED = "“We will close every pit from Monday,” "


def found(text: str, *before: Attribution) -> list[tuple[str, str, list[str]]]:
    """Return source, cue and contents of each attribution of `text`, by place."""
    result = with_inverted(text, "d", quotations(text), before)
    roles = ((a.source, a.cue, a.content) for a in sorted(result, key=lambda a: a.content[0].start))
    return [(_words(source), _words(cue), [span.words for span in content]) for source, cue, content in roles]


def _words(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.words for span in spans)


def attribution(text: str, source: str, cue: str, *content: str) -> Attribution:
    """Return the attribution of these words of `text`, without a source for ""."""
    roles = (
        tuple(Span.of(text, text.index(w), text.index(w) + len(w)) for w in r if w) for r in ([source], [cue], content)
    )
    return Attribution("d", *roles, Form.DIRECT, 0.5)


@pytest.mark.parametrize(
    ("clause", "source", "cue"),
    [
        ("crowed pit union chief Ada Lorn yesterday.", "pit union chief Ada Lorn", "crowed"),
        ("fumed Lorn.", "Lorn", "fumed"),
        ("roared the union's boss Henk Moll to cheers.", "", ""),
        ("roared the union boss Henk Moll as he left.", "the union boss Henk Moll", "roared"),
        ("blubbed Ida van der Lorn, 43.", "Ida van der Lorn", "blubbed"),
        ("chimed in her deputy, Paul Orr.", "", ""),
        ("chimed in deputy Paul Orr", "deputy Paul Orr", "chimed in"),
        ("thundered Dr. J. Moll in parliament.", "Dr. J. Moll", "thundered"),
    ],
)
def test_the_clause_tells_the_speaker(clause: str, source: str, cue: str) -> None:
    """A verb in -ed, what somebody is, and a name, up to the end or to when and where."""
    wanted = [(source, cue, ["“We will close every pit from Monday,”"])] if source else []
    assert found(CLOSED + clause) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "“We will close every pit from Monday,” shocked Lorn mourned.",
        "“We will close every pit from Monday,” amazed Ada Lorn’s deputy.",
        "“We will close every pit from Monday” shocked Ada Lorn.",
        "“The Last of the Pits,” directed Ada Lorn.",
        "“The end,” sighed Ada Lorn.",
        "“We will close every pit from Monday, shocked Ada Lorn.",
        "“We will close every pit from Monday,” and Ada Lorn left.",
    ],
    ids=["goes on", "possessive", "no comma", "title", "few words", "not closed", "no verb"],
)
def test_others_tell_none(text: str) -> None:
    """Where it may be read otherwise nothing is added."""
    assert found(text) == []


def test_a_source_that_is_missing_is_found() -> None:
    """The content stays as the model cut it."""
    text = CLOSED + "crowed union chief Ada Lorn."
    told = attribution(text, "", "crowed", "“We will close every pit from Monday,”")
    assert found(text, told) == [("union chief Ada Lorn", "crowed", ["“We will close every pit from Monday,”"])]


def test_one_that_has_its_source_stays() -> None:
    """The model reads more than the rule."""
    text = CLOSED + "crowed Ada Lorn, the union's chief."
    told = attribution(text, "Ada Lorn, the union's chief", "crowed", "“We will close every pit from Monday,”")
    assert with_inverted(text, "d", quotations(text), [told]) == [told]


def test_a_clause_further_on_keeps_what_is_its_own() -> None:
    """The quotation is whose clause comes first, the rest stays with the other."""
    text = CLOSED + "snapped Ada Lorn, who has proof of a second letter, she said."
    both = ("“We will close every pit from Monday,”", "who has proof of a second letter")
    told = attribution(text, "she", "said", *both)
    assert found(text, told) == [("Ada Lorn", "snapped", [both[0]]), ("she", "said", [both[1]])]


def test_a_clause_that_is_told_stays() -> None:
    """Its words may be part of what somebody says."""
    text = "Moll said: " + CLOSED + "crowed Ada Lorn."
    told = attribution(text, "Moll", "said", "crowed Ada Lorn")
    assert with_inverted(text, "d", quotations(text), [told]) == [told]


@pytest.mark.parametrize("piece", ["“a b c,” shouted A A A A ", "“a b c,” shouted " + "a " * 50, "“a b c,” shouted   "])
def test_long_texts_take_little_time(piece: str) -> None:
    """100 kB of clauses that never end."""
    text = piece * (100_000 // len(piece))
    quoted = quotations(text)
    start = time.perf_counter()
    with_inverted(text, "d", quoted, [])
    assert time.perf_counter() - start < 1
