"""A statement is shown in its paragraphs, with the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests import fakes
from tests.store.filled import ARTICLES, fill

from onrecord.query import Filter, Shown, find, show
from onrecord.query.marked import marked
from onrecord.record import Span
from onrecord.store import Store


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    """Give the first statement of the first article."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        fill(store)
        [found] = find(store, Filter(speaker="Mott"))
        yield show(store, found.id)


def test_everything_behind_a_statement_is_there(shown: Shown) -> None:
    """Document, capture, and the version that made it."""
    assert shown.capture == ARTICLES[0]
    assert shown.document == fakes.article(ARTICLES[0]).document
    assert shown.made_by == fakes.MADE_BY


def test_roles_come_in_order_of_the_text(shown: Shown) -> None:
    """Content, cue and source stand as in the sentence."""
    assert [role for role, _ in shown.roles] == ["content", "cue", "source"]


def test_spans_lead_back_to_the_source(shown: Shown) -> None:
    """The range of the source holds the span's words."""
    source = ARTICLES[0].data.decode()
    assert [source[slice(*shown.in_source(span))] for _, span in shown.roles] == [s.words for _, s in shown.roles]


def test_what_lies_between_paragraphs_is_left_out(shown: Shown) -> None:
    """A content in two distant paragraphs is shown in both, without what stands between them."""
    text = "“One,” said Ada Mott.\n\nNobody moved.\n\n“Two.”"
    attribution = replace(
        shown.reported.statement.attribution,
        source=(Span.of(text, 12, 20),),
        cue=(Span.of(text, 7, 11),),
        content=(Span.of(text, 1, 5), Span.of(text, len(text) - 5, len(text) - 1)),
    )
    statement = replace(shown.reported.statement, attribution=attribution)
    document = replace(shown.document, text=text, regions=(), published=None)
    changed = replace(shown, document=document, reported=replace(shown.reported, statement=statement))
    assert [paragraph.words for paragraph in changed.paragraphs] == ["“One,” said Ada Mott.", "“Two.”"]


def test_marks_hold_no_markup_of_the_text() -> None:
    """Everything of the text is escaped, inside the marks and outside."""
    text = Span.of("<b>a</b> & <i>b</i>", 0, 19)
    assert marked(text, [("content", Span.of(text.words, 11, 19))]) == (
        '<p style="white-space: pre-wrap">&lt;b&gt;a&lt;/b&gt; &amp; <mark>&lt;i&gt;b&lt;/i&gt;</mark></p>'
    )


def test_of_marks_that_overlap_the_first_is_made() -> None:
    """A span within another one is not marked again."""
    text = Span.of("abcdef", 0, 6)
    roles = [("content", Span.of(text.words, 0, 5)), ("via", Span.of(text.words, 2, 4))]
    assert marked(text, roles) == '<p style="white-space: pre-wrap"><mark>abcde</mark>f</p>'


def test_statements_within_one_another_are_shown(relayed: Store) -> None:
    """The outer statement tells the inner one, the inner the outer, and others neither."""
    outer, inner, other = find(relayed, Filter(since="2031-03-06"))
    assert [[each.id for each in show(relayed, outer.id).inner], show(relayed, outer.id).outer] == [[inner.id], ()]
    assert [[each.id for each in show(relayed, inner.id).outer], show(relayed, inner.id).inner] == [[outer.id], ()]
    assert (show(relayed, other.id).outer, show(relayed, other.id).inner) == ((), ())


def test_each_of_nested_statements_is_marked_by_itself(relayed: Store) -> None:
    """The paragraph of both is the same; the words marked are those of the one shown."""
    outer, inner = (show(relayed, each.id) for each in list(find(relayed, Filter(since="2031-03-06")))[:2])
    assert outer.paragraphs == inner.paragraphs
    assert [role for role, _ in outer.roles] == ["source", "cue", "content"]
    assert [role for role, _ in inner.roles] == ["via", "content", "cue", "source"]
    assert "<b>Tern News</b> reported that “<mark>the ferry sails</mark>”" in inner._repr_html_()
    assert "<b>Tern News</b> <i>reported</i> <mark>that “the ferry sails” said Ada Mott</mark>" in outer._repr_html_()


def test_the_same_content_without_words_of_its_own_is_not_within(relayed: Store) -> None:
    """A bare content inside of another one's is no statement within it: nobody is cited there."""
    with relayed.writing() as connection:
        connection.exec_driver_sql(
            "DELETE FROM spans WHERE role IN ('source', 'cue') AND statement_id IN "
            "(SELECT statement_id FROM spans WHERE role = 'via')"
        )
    with relayed.reading() as connection:
        inner = connection.exec_driver_sql("SELECT statement_id FROM spans WHERE role = 'via'").scalar_one()
    assert show(relayed, inner).outer == ()
