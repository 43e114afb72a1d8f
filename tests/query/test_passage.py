"""The sentences that statements stand in."""

from __future__ import annotations

import pytest
from tests import fakes
from tests.store.filled import ARTICLES, fill

from onrecord.query import find
from onrecord.query.passage import MOST, passage, passages
from onrecord.query.reported import Heading, Reported
from onrecord.record import Attribution, Form, Span, Statement
from onrecord.store import Store

HEADING = Heading("d", "c", None, None, None, None, None, None, None, (), ())


def reported(text: str, words: str) -> Reported:
    """Return a statement whose content is `words` in `text`."""
    start = text.index(words)
    content = (Span.of(text, start, start + len(words)),)
    return Reported(Statement(Attribution("d", (), (), content, Form.INDIRECT, 0.5), None, "none"), HEADING, None)


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("One. Two are here. Three.", "are", "Two are here."),
        ("Only this", "this", "Only this"),
        ("A headline\n\nMr. Lund left. Never.", "Never", "Never."),
        ("We asked Mr. Lund why. He said no.", "Lund", "We asked Mr. Lund why."),
        ("He said “no.” She said “yes.” We left.", "yes.", "She said “yes.”"),
        ("First.\nSecond goes on\nThird.", "Second", "Second goes on"),
        ("One. Two. Three. Four.", "Two. Three", "Two. Three."),
    ],
)
def test_passage(text: str, words: str, told: str) -> None:
    """A passage is the sentences that hold the statement's words, within their paragraph."""
    assert passage(text, reported(text, words)).words == told


def test_a_long_one_is_cut() -> None:
    """Of a statement with far parts only the sentences about its beginning are given."""
    text = "It began so. " + "On and on it went. " * 200 + "It ended so."
    content = (Span.of(text, 0, 11), Span.of(text, len(text) - 12, len(text)))
    far = Reported(Statement(Attribution("d", (), (), content, Form.INDIRECT, 0.5), None, "none"), HEADING, None)
    assert text.startswith(passage(text, far).words)
    assert len(passage(text, far).words) < 3 * MOST


def test_passages(tmp_path: object) -> None:
    """Each statement of a list has its passage, by its id; none holds another paragraph."""
    with Store.open(f"{tmp_path}/r.onrecord", create=True) as store:
        fill(store, *ARTICLES, fakes.capture("A\n\n“First,” said Ada Mott. “Second,” said Bo Lund.\n", "b.txt"))
        found = list(find(store))
        told = passages(store, found)
    assert set(told) == {each.id for each in found}
    assert all(each.words in told[each.id].words for each in found)
    assert "“First,” said Ada Mott." in [span.words for span in told.values()]
