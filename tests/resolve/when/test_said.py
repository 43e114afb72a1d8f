"""When a statement was said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.when.articles import document

from onrecord.record import Act, Attribution, Document, Form, Span
from onrecord.record.timex import Interval, SaidBasis
from onrecord.resolve import statements
from onrecord.resolve.when import said, said_all, times


def attribution(doc: Document, source: str, cue: str, content: str, act: Act = Act.COMMUNICATED) -> Attribution:
    """Return the attribution whose roles are the first places of these words; an empty role where they are none."""

    def spans(words: str) -> tuple[Span, ...]:
        start = doc.text.index(words) if words else -1
        return (doc.span(start, start + len(words)),) if words else ()

    return Attribution(doc.id, spans(source), spans(cue), spans(content), Form.INDIRECT, 1.0, act=act)


def edtf(
    text: str, source: str, cue: str, content: str, published: str | None = "2025-09-03"
) -> tuple[str | None, str | None]:
    """Return when it was said, and on what basis."""
    doc = document(text, published)
    found = said(doc, attribution(doc, source, cue, content), times(doc))
    return (found.edtf, found.basis.value) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("Verek said on Monday that it rained.", "Verek", "said", "that it rained", ("2025-09-01", "stated")),
        ("It rained, Verek said Monday.", "Verek", "said", "It rained", ("2025-09-01", "stated")),
        ("In a Wednesday morning tweet, Verek said it rained.", "Verek", "said", "it rained", ("2025-09-03", "stated")),
        (
            "Verek said it had rained on Monday.",
            "Verek",
            "said",
            "it had rained on Monday",
            ("2025-09-03~", "inferred"),
        ),
        ("In January, Verek said it rained.", "Verek", "said", "it rained", ("2025-01", "stated")),
        ("Last week Verek said it rained.", "Verek", "said", "it rained", ("2025-08-25/2025-08-31", "stated")),
        ("The dam broke on Monday. Verek said it rained.", "Verek", "said", "it rained", ("2025-09-01", "inferred")),
        ("Verek has long said it rains.", "Verek", "said", "it rains", (None, None)),
        ("Verek will go on Friday. Lorn says it rains.", "Lorn", "says", "it rains", ("2025-09-03~", "inferred")),
        ("Verek, in office since Monday, said it rained.", "Verek", "said", "it rained", ("2025-09-03~", "inferred")),
    ],
)
def test_when_it_was_said(
    text: str, source: str, cue: str, content: str, expected: tuple[str | None, str | None]
) -> None:
    """The time beside the cue states it; the paragraph and publication let one infer it; habits have no day."""
    assert edtf(text, source, cue, content) == expected


def test_unknown_without_a_date_of_publication() -> None:
    """Nothing is inferred from a publication that is not dated."""
    assert edtf("Verek said on Monday that it rained.", "Verek", "said", "that it rained", None) == (None, None)


def test_thoughts_are_not_said() -> None:
    """What somebody only believes was said on no day."""
    doc = document("Verek believes it rains.")
    assert said(doc, attribution(doc, "Verek", "believes", "it rains", Act.THOUGHT), times(doc)) is None


STORY = """Sarnovian President Ilan Verek said on Monday that the dam would stay open.
The port is old. Verek called the mine a loss.
Analysts warned of floods.
Hedda Lorn praised the plan."""


def test_a_speaker_goes_on_on_the_same_occasion() -> None:
    """Without a time, a statement is of the speaker's last day; others' of the day that the article opens with."""
    doc = document(STORY)
    made = [
        attribution(doc, "Sarnovian President Ilan Verek", "said", "that the dam would stay open"),
        attribution(doc, "Verek", "called", "the mine a loss"),
        attribution(doc, "Analysts", "warned", "of floods"),
        attribution(doc, "Hedda Lorn", "praised", "the plan"),
    ]
    again = STORY.index("Verek called")
    made[1] = Attribution(doc.id, (doc.span(again, again + 5),), made[1].cue, made[1].content, Form.INDIRECT, 1.0)
    found = said_all(doc, statements(doc, made), times(doc))
    assert [s and s.edtf for s in found] == ["2025-09-01", "2025-09-01~", None, "2025-09-01~"]
    assert [s and s.reason for s in found] == [
        "the time beside the cue",
        "what the speaker said before",
        None,
        "the day that the article opens with",
    ]


def test_what_is_stated_rests_on_its_words() -> None:
    """A stated day keeps the span that tells it."""
    doc = document("Verek said on Monday that it rained.")
    found = said(doc, attribution(doc, "Verek", "said", "that it rained"), times(doc))
    assert found is not None
    assert found.span is not None
    assert (found.span.words, found.basis) == ("Monday", SaidBasis.STATED)
    assert found.interval == Interval("2025-09-01", "2025-09-01")


WORDS = "Verek said on Monday , . \n last week that has it rained in May “ ”"


@given(
    st.lists(st.sampled_from(WORDS.split(" ")), min_size=4, max_size=40),
    st.lists(st.integers(0, 400), min_size=6, max_size=6),
    st.sampled_from([None, "2025-09-03"]),
)
@settings(max_examples=200, deadline=None)
def test_any_attribution_is_survived(words: list[str], places: list[int], published: str | None) -> None:
    """Wherever the tagger puts source, cue and content, there is an answer or none, and its span holds its words."""
    text = "x " + " ".join(words)
    doc = document(text, published)
    ranges = [sorted((a % len(text), b % len(text))) for a, b in zip(places[::2], places[1::2], strict=True)]
    roles = [(doc.span(start, end + 1),) for start, end in ranges]
    given_ = Attribution(doc.id, roles[0], roles[1], roles[2], Form.INDIRECT, 1.0)
    found = said(doc, given_, times(doc))
    assert found is None or found.span is None or found.span.check(text)
