"""Which telling of an utterance is the fullest, with which the others are compared."""

from __future__ import annotations

from dataclasses import replace

from tests.align.telling import telling

from onrecord.align.tellings import utterance
from onrecord.record import Relation, Told

SAID = "“We will open the northern harbour to all ships before the first week of spring is over,”"
FORGED = SAID.replace("will open", "will not open")
CUT = "“We will open the northern harbour to all ships”"


def told(words: str, name: str, time: str | None = None) -> Told:
    """Return a statement of these words and id, published at this time of one day."""
    return replace(telling(words, id=name), time=f"2031-05-12T{time}:00.000000" if time else None)


def relations(*all_told: Told) -> dict[str, Relation]:
    """Return what each telling is called."""
    ids = sorted(one.statement_id for one in all_told)
    return {each.statement_id: each.relation for each in utterance("o", all_told, (ids[0], ids[1])).tellings}


def test_who_puts_a_word_in_is_the_one_that_alters() -> None:
    """A wire and its reprint do not drop a "not" because one outlet, the first to publish, has put it in."""
    found = relations(told(SAID, "wire", "09:00"), told(SAID, "print", "10:00"), told(FORGED, "post", "08:00"))
    assert found == {"wire": Relation.FULL, "print": Relation.VERBATIM, "post": Relation.ALTERED}


def test_what_agrees_in_part_stands_by_the_telling_that_it_cuts() -> None:
    """A shortened quotation shows which of two longer ones has a word too many."""
    found = relations(told(SAID, "wire", "09:00"), told(FORGED, "post", "08:00"), told(CUT, "herald", "11:00"))
    assert found == {"wire": Relation.FULL, "post": Relation.ALTERED, "herald": Relation.TRUNCATED}


def test_of_two_that_contradict_the_first_is_the_fullest() -> None:
    """Where one stands against one, the later is told to differ from the earlier, however long."""
    found = relations(told(FORGED, "post", "10:00"), told(SAID, "wire", "09:00"))
    assert found == {"wire": Relation.FULL, "post": Relation.ALTERED}


def test_of_equal_tellings_the_first_is_the_fullest() -> None:
    """A reprint is verbatim of what it reprints, an undated one of all that are dated."""
    found = relations(told(SAID, "a"), told(SAID, "b", "10:00"), told(SAID, "c", "09:00"))
    assert found == {"a": Relation.VERBATIM, "b": Relation.VERBATIM, "c": Relation.FULL}


def test_what_nobody_contradicts_is_fullest_where_it_is_longest() -> None:
    """A later telling that has all of the earlier one and goes on is the full one."""
    found = relations(told(CUT, "herald", "08:00"), told(SAID, "wire", "09:00"))
    assert found == {"herald": Relation.TRUNCATED, "wire": Relation.FULL}
