"""Contents end where their quotation marks do."""

import pytest

from onrecord.extract.borders import content_range, trimmed
from onrecord.extract.form import form_of
from onrecord.record import Form, Span
from onrecord.text.quotations import quotations

TEXT = 'Verek said "we will stay," and Lorn said no.'


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (12, 24, '"we will stay,"'),
        (11, 25, '"we will stay,"'),
        (12, 26, '"we will stay,"'),
        (13, 24, "e will stay"),
    ],
)
def test_marks_are_taken_in(start: int, end: int, words: str) -> None:
    """A content at a quotation's very words takes in its marks; one inside of it does not."""
    got = content_range(start, end, TEXT, quotations(TEXT))
    assert TEXT[slice(*got)] == words


def test_trimmed_leaves_the_taken_out() -> None:
    """A content yields to source and cue, and loses loose commas."""
    spans = trimmed([(0, 26)], TEXT, [Span.of(TEXT, 0, 10)])
    assert [s.words for s in spans] == ['"we will stay,"']


@pytest.mark.parametrize(
    ("text", "form"),
    [("“We stay,”", Form.DIRECT), ("that they stay", Form.INDIRECT), ("that “a fair price” is due", Form.MIXED)],
)
def test_form(text: str, form: Form) -> None:
    """All words quoted: direct; none: indirect; some: mixed."""
    assert form_of([Span.of(text, 0, len(text))], text, quotations(text)) is form
