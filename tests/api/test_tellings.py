"""From Python: utterances, comparisons and lineage of the examples."""

from __future__ import annotations

from dataclasses import replace

import pytest

import onrecord
from onrecord.errors import ConflictError, MissingError, SettingsError
from onrecord.query import Reported
from onrecord.query.tellings import ShownUtterance
from onrecord.record import DescentKind, DifferenceKind, Relation, pair_id

SLUICES = '"close our sluices"'


def altered(summit: onrecord.Record) -> ShownUtterance:
    """Return the utterance of which a telling is altered."""
    [listed] = summit.utterances(relation="altered")
    return summit.utterance(listed)


def lantern(summit: onrecord.Record) -> Reported:
    """Return the statement that drops the "not"."""
    [found] = [each for each in summit.statements(words=SLUICES) if each.heading.articles == ("the-lantern.txt",)]
    return found


def test_an_altered_quotation_is_found_with_its_reason(summit: onrecord.Record) -> None:
    """The telling is altered, and the dropped negation is named."""
    [telling] = [each for each in altered(summit).tellings if each.relation is Relation.ALTERED]
    assert telling.changes_meaning
    assert "drops “not”" in next(each.reason for each in telling.differences if each.kind is DifferenceKind.NEGATION)


def test_utterances_are_asked_for_like_statements(summit: onrecord.Record) -> None:
    """A filter's fields are arguments, and one telling that meets them is enough."""
    found = list(summit.utterances(speaker="Verek", words=SLUICES, outlet="Harbour"))
    assert altered(summit).id in {each.id for each in found}
    assert {speaker.name for each in found for speaker in each.speakers} == {"Ilan Verek"}


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_utterances_are_yielded_than_asked_for(summit: onrecord.Record, limit: int) -> None:
    """The limit is one of utterances."""
    assert len(list(summit.utterances(limit=limit))) == limit


def test_utterances_come_in_the_order_asked_for(summit: onrecord.Record) -> None:
    """The most told first."""
    numbers = [each.tellings for each in summit.utterances(order="most told")]
    assert numbers == sorted(numbers, reverse=True)


def test_a_relation_that_is_none_is_told(summit: onrecord.Record) -> None:
    """A word that names no relation is an error of the caller's."""
    with pytest.raises(ValueError, match="garbled"):
        list(summit.utterances(relation="garbled"))


def test_an_utterance_is_found_by_the_beginning_of_its_id(summit: onrecord.Record) -> None:
    """As many digits as make it unique."""
    found = altered(summit)
    assert summit.utterance(found.id[:10]).id == found.id


def test_an_utterance_that_is_none_is_told(summit: onrecord.Record) -> None:
    """An id of nothing raises."""
    with pytest.raises(MissingError):
        summit.utterance("0" * 24)


def test_a_former_id_leads_to_the_utterance(summit: onrecord.Record) -> None:
    """The id that any two of its tellings make, which it may have had once."""
    found = altered(summit)
    *_, one, other = (each.reported.id for each in found.tellings)
    assert summit.utterance(pair_id(one, other)).id == found.id


def test_a_statement_leads_to_its_utterances(summit: onrecord.Record) -> None:
    """By itself or by its id."""
    statement = lantern(summit)
    ids = [each.id for each in summit.tellings_of(statement)]
    assert altered(summit).id in ids
    assert [each.id for each in summit.tellings_of(statement.id)] == ids


def test_what_one_article_alone_tells_has_no_utterance(summit: onrecord.Record) -> None:
    """A lonely statement leads nowhere."""
    [statement] = summit.statements(words='"frank but useful"')
    assert summit.tellings_of(statement) == ()


def test_an_occasion_tells_all_that_was_said_on_it(summit: onrecord.Record) -> None:
    """The utterance is one of its occasion's."""
    found = altered(summit)
    occasion = summit.occasion(found.occasion.id)
    assert found.id in {each.id for each in occasion.utterances}
    # A headline has the country threaten what its president did.
    assert [speaker.name for speaker in occasion.speakers] == ["Ilan Verek", "Sarnovia"]


def test_articles_are_compared_by_name(summit: onrecord.Record) -> None:
    """A row for each thing said: both tell of the sluices, one of them otherwise."""
    comparison = summit.compare("harbour-courier", "the-lantern")
    [row] = [each for each in comparison.rows if each.utterance_id == altered(summit).id]
    assert [cell.relation for cell in row.cells] == [Relation.VERBATIM, Relation.ALTERED]


def test_one_article_alone_is_not_compared(summit: onrecord.Record) -> None:
    """Two at least."""
    with pytest.raises(SettingsError):
        summit.compare("the-lantern")


def test_a_reprint_is_told_with_its_origin(summit: onrecord.Record) -> None:
    """The wire report is the origin of the reprint that credits it."""
    family = summit.lineage("harbour-courier").family
    assert family is not None
    assert family.origin.articles == ("meridian-wire.txt",)
    assert [each.descent.kind for each in family.members if each.descent] == [DescentKind.REPRINT]


def test_a_text_of_its_own_has_no_family(summit: onrecord.Record) -> None:
    """It reports the same event all the same."""
    found = summit.lineage("the-lantern")
    assert found.family is None
    assert found.event


def test_judging_tellings_apart_parts_them(summit: onrecord.Record) -> None:
    """The altered telling leaves the utterance, and comes back when the judgement is withdrawn."""
    before = altered(summit)
    number = summit.told_apart(before.id, lantern(summit).id, by="ada", reason="another day")
    assert list(summit.utterances(relation="altered")) == []
    summit.withdraw(number, by="ada")
    assert altered(summit).id == before.id


def test_judging_tellings_the_same_joins_them(summit: onrecord.Record) -> None:
    """Two statements that the machine kept apart share an utterance, and the judgement is in the log."""
    [frank] = summit.statements(words='"frank but useful"')
    [river] = summit.statements(words='"nobody in this room"')
    number = summit.told_same(frank.id, river.id, by="ada")
    [shared] = summit.tellings_of(frank)
    assert {each.reported.id for each in shared.tellings} == {frank.id, river.id}
    assert [each for each, _ in summit.judgements()] == [number]


def test_what_changed_since_it_was_seen_is_not_judged(summit: onrecord.Record) -> None:
    """An utterance given itself must still have the tellings that it had."""
    stale = replace(altered(summit), version="of other tellings")
    with pytest.raises(ConflictError):
        summit.told_same(stale, lantern(summit), by="ada")
