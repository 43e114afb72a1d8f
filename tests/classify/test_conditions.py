"""Conditions are found by their marks, where they are, and nothing that only looks like one."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.classify.attributed import attributed

from onrecord.classify.conditions import conditions
from onrecord.record import Attribution, Form, Span


def told(marked: str) -> list[str]:
    """Return the words of the conditions of the statement marked."""
    text, statement = attributed(marked)
    return [span.words for span in conditions(text, statement.attribution)]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[s Verek] [c said] [x he would sign if Lorn withdrew].", "if Lorn withdrew"),
        ("[x “If they cut our pay, we walk out,”] [s Quill] [c said].", "If they cut our pay"),
        ("If elected, [s Oduya] [c said], [x she would publish the accounts].", "If elected"),
        ("[x Prices could fall], [s the bank] [c said], if the harvest is good.", "if the harvest is good"),
        ("[s Quill] [c said] [x the guild will march unless its pay is restored].", "unless its pay is restored"),
        ("[s Quill] [c said] [x the guild would strike should the board refuse].", "should the board refuse"),
        ("[x “Had we known, we would have called,”] [s Oduya] [c said].", "Had we known"),
        ("[s Verek] [c said] [x Lorn would not return until the men are free].", "until the men are free"),
        ("[s Verek] [c said] [x talks begin only after the shelling stops].", "only after the shelling stops"),
        ("[s The engineer] [c said] [x the bridge cannot last without repairs].", "without repairs"),
        (
            '[s Lorn] [c said] [x it joins only if it is a "better" deal for farmers].',
            'only if it is a "better" deal for farmers',
        ),
        ("[s Verek] [c did not rule out] [x a visit, but said that it must be prepared].", "that it must be prepared"),
        ("[s Wire] [c said] [x one of his conditions for peace was the return of the port].", "the return of the port"),
        ("one of [s Verek]'s [c conditions] was [x the return of the port].", "the return of the port"),
    ],
)
def test_a_condition_is_found_whole(marked: str, words: str) -> None:
    """The words under which a statement holds are found, from their mark to the end of their clause."""
    assert told(marked) == [words]


@pytest.mark.parametrize(
    "marked",
    [
        "[s A reporter] [c asked] [x if Verek had read it].",
        "[s Oduya] [c said] [x she did not know if it was real].",
        "[s Oduya] [c said] [x Lorn would keep its word even if it was costly].",
        "[s Brandt] [c said] [x he acted as if nothing had happened].",
        "[s Falk] [c said] [x there was little risk, if any].",
        "[s Falk] [c said] [x patients should drink more water].",
        "[s Quill] [c said] [x the strike would last until Sunday].",
        "[x “Should we trust this man?”] [s Oduya] [c asked].",
        "[s The report] [c said] [x the firm provided the pumps].",
        "[s Verek] [c said] [x the law will never leave farmers without water].",
        "[s Verek] [c said] [x he will go]. If Lorn withdraws, nobody will mind.",
        "[s Verek] [c did not rule out] [x a visit], but Brandt said that it must not be.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(marked: str) -> None:
    """Questions, concessions, set phrases and what another sentence or speaker says are left out."""
    assert told(marked) == []


@given(st.text("if unless until, .“”\"'\nAb", min_size=1, max_size=200), st.data())
def test_conditions_are_spans_of_the_text(text: str, data: st.DataObject) -> None:
    """Whatever the text, conditions are words of it, in order, and do not overlap."""
    start = data.draw(st.integers(0, len(text) - 1))
    content = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    found = conditions(text, Attribution("d", (), (), (content,), Form.INDIRECT, 1.0))
    assert all(span.check(text) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["if ", "if a,", "until not ", "but that ", "conditions ", "“", '"', "were a b ", ", who "]
)
def test_long_texts_take_no_long_time(piece: str) -> None:
    """100,000 characters made to be slow are read in a fraction of a second."""
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    conditions(text, Attribution("d", (), (), (Span.of(text, 0, len(text)),), Form.INDIRECT, 1.0))
    assert time.process_time() - started < 1
