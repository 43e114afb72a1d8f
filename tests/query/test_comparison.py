"""Articles side by side, and lineage: who tells what, what is left out, what descends from what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select
from tests.query.told import ALTERED, CUT, ELSEWHERE, REPRINT, WIRE_STORY, aligned

from onrecord.errors import MissingError, SettingsError
from onrecord.query import comparison, lineage
from onrecord.query.compared import Comparison
from onrecord.record import Capture, DescentKind, Relation, content_id
from onrecord.store import Store
from onrecord.store.schema import statements, tellings, utterances


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give an aligned record of one event and of another article."""
    with aligned(tmp_path_factory.mktemp("told") / "r.onrecord") as store:
        yield store


def document_id(capture: Capture) -> str:
    """Return the id of the document of a capture."""
    return content_id("document", capture.id)


WIRE, COPY, SHORT, OTHER, DAMS = map(document_id, (WIRE_STORY, REPRINT, CUT, ALTERED, ELSEWHERE))


@pytest.fixture
def compared(store: Store) -> Comparison:
    """Give three of the articles side by side."""
    return comparison.compare(store, [WIRE, SHORT, OTHER])


def test_what_most_tell_comes_first(compared: Comparison) -> None:
    """The first row is told by all three, and each statement of theirs stands in a row."""
    assert compared.rows[0].told_by == (WIRE, SHORT, OTHER)
    told = [each.reported.id for row in compared.rows for cell in row.cells for each in cell.tellings]
    assert len(told) == len(set(told)) == 5


def test_a_cell_tells_how_an_article_tells_it(compared: Comparison) -> None:
    """One of them tells the fullest, the others something else, in the order asked for."""
    relations = [cell.relation for cell in compared.rows[0].cells]
    assert relations.count(Relation.FULL) == 1 and None not in relations
    assert compared.rows[0].elsewhere == 1


def test_what_one_alone_tells(compared: Comparison) -> None:
    """What the years are is told by one article alone, of these three."""
    [row] = compared.alone(OTHER)
    assert "nine hard years" in row.words and [cell.relation for cell in row.cells] == [None, None, Relation.FULL]


def test_what_one_leaves_out(store: Store) -> None:
    """The short report leaves out what the wire and its reprint tell."""
    found = comparison.compare(store, [WIRE, COPY, SHORT])
    [row] = found.left_out(SHORT)
    assert "Nobody in this country" in row.words
    assert found.left_out(WIRE) == ()


def test_of_two_what_the_other_one_tells_is_left_out(store: Store) -> None:
    """Where only two are compared, one article that tells it is enough."""
    found = comparison.compare(store, [WIRE, SHORT])
    [row] = found.left_out(SHORT)
    assert "Nobody in this country" in row.words
    assert found.omitted == (row,)


def test_who_tells_it_otherwise(compared: Comparison) -> None:
    """Only where a difference from the fullest telling may change the meaning, which is told of just this row."""
    [row] = {id(row): row for each in (WIRE, SHORT, OTHER) for row in compared.otherwise(each)}.values()
    assert row.changes_meaning and row.told_by == (WIRE, SHORT, OTHER)


def test_what_nobody_could_tell_apart_is_one_row(tmp_path: Path) -> None:
    """Of one fullest telling and mostly the same others, two utterances stand in one row; its parts stay apart."""
    with aligned(tmp_path / "twice.onrecord") as store:
        with store.writing() as connection:
            _twice(connection)
        rows = comparison.compare(store, [WIRE, COPY, SHORT, OTHER]).rows
    assert [len(row.told_by) for row in rows if "harbour" in row.words] == [4]


def _twice(connection: Connection) -> None:
    """Keep the utterance that four articles tell a second time, without what the reprint tells."""
    of = connection.execute(select(tellings.c.utterance_id).group_by(tellings.c.utterance_id).having(func.count() == 4))
    [first] = of.scalars()
    told = connection.execute(select(tellings).where(tellings.c.utterance_id == first)).mappings().all()
    home = connection.execute(select(utterances).where(utterances.c.id == first)).mappings().one()
    connection.execute(utterances.insert(), [{**home, "id": "f" * 24}])
    [copied] = set(connection.execute(select(statements.c.id).where(statements.c.document_id == COPY)).scalars()) & {
        each["statement_id"] for each in told
    }
    second = [{**each, "utterance_id": "f" * 24} for each in told if each["statement_id"] != copied]
    connection.execute(tellings.insert(), second)


def test_descents_between_the_articles_are_told(store: Store) -> None:
    """Of a wire report and its reprint it is told which descends from which."""
    [descent] = comparison.compare(store, [COPY, WIRE]).descents
    assert (descent.document_id, descent.origin_id) == (COPY, WIRE)


@pytest.mark.parametrize("ids", [[], [WIRE], [WIRE, WIRE], [f"{n:024}" for n in range(7)]])
def test_too_few_or_many_articles_are_refused(store: Store, ids: list[str]) -> None:
    """Two to six different articles can be compared."""
    with pytest.raises(SettingsError):
        comparison.compare(store, ids)


def test_an_unknown_article_is_missing(store: Store) -> None:
    """What the record does not hold cannot be compared."""
    with pytest.raises(MissingError):
        comparison.compare(store, [WIRE, "0" * 24])


def test_candidates_share_most_first(store: Store) -> None:
    """An article may be compared with those of its event, the one that shares most first; with no others."""
    found = comparison.candidates(store, WIRE)
    assert found[0].heading.document_id == COPY and found[0].shared == 2
    assert DAMS not in {each.heading.document_id for each in found}


def test_the_reprint_is_of_the_wires_family(store: Store) -> None:
    """The wire report and its reprint are the one family, with the wire as its origin."""
    [family] = lineage.families(store).families
    assert family.origin.document_id == WIRE
    assert {each.heading.document_id for each in family.members} == {WIRE, COPY}


def test_families_come_page_by_page(store: Store) -> None:
    """Behind the last page there is none."""
    page = lineage.families(store, size=1)
    assert (len(page.families), page.next) == (1, None)


def test_a_documents_lineage(store: Store) -> None:
    """A reprint's lineage leads to the wire report; an article of another day has none."""
    found = lineage.of_document(store, COPY)
    assert [heading.document_id for heading, _ in found.descents] == [WIRE]
    assert all(descent.kind is not DescentKind.EVENT for _, descent in found.descents)
    assert lineage.of_document(store, DAMS).family is None


def test_an_unknown_documents_lineage_is_missing(store: Store) -> None:
    """What the record does not hold has no lineage."""
    with pytest.raises(MissingError):
        lineage.of_document(store, "0" * 24)
