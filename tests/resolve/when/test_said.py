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
        ("Verek, who resigned on Monday, said it rained.", "Verek", "said", "it rained", ("2025-09-01", "inferred")),
        ("Verek, who on Monday said it rained.", "who", "said", "it rained", ("2025-09-01", "stated")),
        ("Verek, who lost Sunday's vote, said it rained.", "Verek", "said", "it rained", ("2025-09-03~", "inferred")),
        ("In Monday's speech Verek said it rained.", "Verek", "said", "it rained", ("2025-09-01", "stated")),
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


def days(text: str, *told: tuple[str, str, str], published: str = "2025-09-03") -> list[str | None]:
    """Return when each was said that these sources, cues and contents tell of."""
    doc = document(text, published)
    made = [attribution(doc, *each) for each in told]
    return [found.edtf if found else None for found in said_all(doc, statements(doc, made), times(doc))]


LINE = ("Tern Foods", "announced", "it had stopped a line on Monday")
SPARE = ("The maker", "promised", "Spare parts would come")


def test_days_within_what_was_said_date_nothing_else() -> None:
    """A day that is told within one statement is not when the next one was said."""
    text = "Tern Foods announced it had stopped a line on Monday. The maker promised: Spare parts would come."
    assert days(text, LINE, SPARE) == ["2025-09-03~", "2025-09-03~"]


def test_what_had_been_said_does_not_open_an_article() -> None:
    """The day of what somebody had said before the story is neither the article's nor the speaker's."""
    text = "On Monday Verek had said it rained.\nLorn warned of floods.\nMr Verek praised the plan."
    told = [("Verek", "said", "it rained"), ("Lorn", "warned", "of floods"), ("Mr Verek", "praised", "the plan")]
    assert days(text, *told) == ["2025-09-01", "2025-09-03~", "2025-09-03~"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("On Monday Brenn", "On Tuesday Verek", "2025-09-02~"), ("On Tuesday Brenn", "On Monday Verek", "2025-09-02~")],
)
def test_a_later_day_opens_a_passage(first: str, second: str, expected: str) -> None:
    """A day at the head of a sentence dates what follows where it is later than the article's; earlier ones do not."""
    text = f"{first} said it rained.\n{second} called the mine a loss.\nLorn warned of floods."
    told = [("Brenn", "said", "it rained"), ("Verek", "called", "the mine a loss"), ("Lorn", "warned", "of floods")]
    assert days(text, *told)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Verek has admitted it rained.", "2025-09-03~"),
        ("Verek has long admitted it rained.", None),
        ("Verek had admitted it rained.", None),
        ("The port is old.\nVerek has admitted it rained.", None),
    ],
)
def test_the_perfect_of_a_lead_tells_the_news(text: str, expected: str | None) -> None:
    """What somebody "has admitted" in the first paragraph is news; farther on nobody knows when he did."""
    assert days(text, ("Verek", "admitted", "it rained")) == [expected]


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
