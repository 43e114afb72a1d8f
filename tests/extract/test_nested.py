"""Attributions within the content of others."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from onrecord.extract import Tagger
from onrecord.extract.nested import LEAST, inner_attributions, may_hold
from onrecord.record import Attribution, Form, Span
from onrecord.text.quotations import quotations

Told = tuple[str, str, str, str]


def _sentences() -> list[tuple[str, list[Told]]]:
    found: list[tuple[str, list[Told]]] = []
    for line in (Path(__file__).parent / "nested.txt").read_text("utf-8").splitlines():
        if line.startswith("+ "):
            via, source, cue, content = line[2:].split(" | ")
            found[-1][1].append((via, source, cue, content))
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


SENTENCES = _sentences()
ISSUE = SENTENCES[:2]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """Load the shipped tagger."""
    return Tagger.load()


def relayed(attributions: Sequence[Attribution]) -> list[Told]:
    """Return who relays, source, cue and content of the nested ones."""
    return [
        tuple(", ".join(sorted(s.words for s in spans)) for spans in (a.via, a.source, a.cue, a.content))  # type: ignore[misc]
        for a in attributions
        if a.via
    ]


@pytest.mark.parametrize(("text", "expected"), ISSUE)
def test_examples(tagger: Tagger, text: str, expected: list[Told]) -> None:
    """The two sentences for which nesting was asked for give what they should."""
    assert relayed(tagger.attributions_of_text(text, "document")) == expected


def test_our_sentences(tagger: Tagger) -> None:
    """Of our sentences with nesting nine in ten, of those without nearly all give exactly what they should."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for text, expected in SENTENCES:
        found = relayed(tagger.attributions_of_text(text, "document"))
        right[bool(expected)].append(sorted(found) == sorted(expected))
    assert len(SENTENCES) >= 60
    assert sum(right[True]) >= 0.85 * len(right[True])
    assert sum(right[False]) >= 0.95 * len(right[False])


@pytest.mark.parametrize("text", [text for text, expected in SENTENCES if expected][:8])
def test_outer_ones_stay(tagger: Tagger, text: str) -> None:
    """What is found without nesting is found with it, unchanged."""
    outer = tagger.attributions_of_text(text, "document", nested=False)
    assert [a for a in tagger.attributions_of_text(text, "document") if not a.via] == list(outer)


TEXT = "Reuters said that Macron said that Merkel said that Putin said that all four were sure of it."


def _attribution(source: str, content_from: str, confidence: float = 1.0) -> Attribution:
    start = TEXT.index(source)
    cue = TEXT.index("said", start)
    content = TEXT.index(content_from)
    spans = [(start, start + len(source)), (cue, cue + 4), (content, len(TEXT) - 1)]
    return Attribution("d", *((Span.of(TEXT, *span),) for span in spans), Form.INDIRECT, confidence)


def _tag(ranges: Sequence[tuple[int, int]], confidence: float = 1.0) -> list[Attribution]:
    """Find the first "X said that" in a range, as the tagger does: the outermost only."""
    (start, _), *_ = ranges
    source = TEXT[start:].split()[0]
    return [_attribution(source, "that " + TEXT[start:].split(" that ")[1][:6], confidence)]


def test_two_levels_at_most() -> None:
    """A chain of sayings is followed twice, and each inner one names all that relay it, in order of the text."""
    found = inner_attributions(TEXT, [_attribution("Reuters", "that Macron")], (), _tag)
    assert [[s.words for s in a.via] for a in found] == [["Reuters"], ["Reuters", "Macron"]]
    assert [a.source[0].words for a in found] == ["Macron", "Merkel"]


def test_uncertain_ones_are_left_out() -> None:
    """Below the least confidence nothing is relayed."""
    outer = [_attribution("Reuters", "that Macron")]
    assert inner_attributions(TEXT, outer, (), lambda ranges: _tag(ranges, LEAST - 0.01)) == []


def test_nothing_to_read_costs_nothing() -> None:
    """Where no word reports anything, the model is not asked."""
    text = "Lorn said that the dam was safe."
    outer = Attribution(
        "d", (Span.of(text, 0, 4),), (Span.of(text, 5, 9),), (Span.of(text, 10, 31),), Form.INDIRECT, 1.0
    )
    assert inner_attributions(text, [outer], quotations(text), lambda _: pytest.fail("asked")) == []


@pytest.mark.parametrize(
    ("sentence", "quoted", "holds"),
    [
        ("Lorn said no to it", False, True),
        ("Republicans want a photo", False, True),
        ("he said no to it", False, False),
        ("he said no to it", True, True),
        ("I said no to it", True, False),
        ("you never told me so", True, False),
        ("the dam is safe", False, False),
    ],
)
def test_gate(sentence: str, quoted: bool, holds: bool) -> None:
    """A word that reports opens the gate, unless who speaks here does it himself."""
    assert may_hold(sentence, quoted=quoted) is holds


def test_a_suit_against_somebody_alleges_what_its_filer_does(tagger: Tagger) -> None:
    """Whom a suit is against alleges nothing in it."""
    text = "The Tarsk Council filed a lawsuit against Ada Lorn and the Verek government alleging a wide conspiracy."
    sources = {a.source[0].words for a in tagger.attributions_of_text(text, "document") if "alleging" in a.cue[0].words}
    assert sources <= {"The Tarsk Council"}
