"""Utterances: which are listed and in which order, one by one with all tellings, by statement and by occasion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import fakes
from tests.query.told import REPRINT, WIRE, WIRE_STORY, aligned, article
from tests.run.arrivals import Arrival, read

from onrecord.errors import MissingError, SettingsError
from onrecord.query import Filter, utterances
from onrecord.query.utterances import Order
from onrecord.record import Capture, DifferenceKind, Relation, content_id
from onrecord.run.aligning import Aligning
from onrecord.store import Store

SAID = "“We will open the northern harbour to every ferry of the islands,” said Ilan Verek.\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give an aligned record of one event and of another article."""
    with aligned(tmp_path_factory.mktemp("told") / "r.onrecord") as store:
        yield store


def document_id(capture: Capture) -> str:
    """Return the id of the document of a capture."""
    return content_id("document", capture.id)


def harbour(store: Store) -> str:
    """Return the id of the utterance on the harbour."""
    [found] = utterances.page(store, Filter(speaker="verek")).utterances
    return found.id


@pytest.mark.parametrize("order", list(Order))
def test_pages_follow_one_another(store: Store, order: Order) -> None:
    """In each order page after page tells what one page tells, each utterance once."""
    whole = utterances.page(store, Filter(), order=order).utterances
    found, after = [], None
    while after is not None or not found:
        page = utterances.page(store, Filter(), order=order, after=after, size=1)
        found, after = [*found, *page.utterances], page.next
        if after is None:
            break
    assert tuple(found) == whole and len(whole) == 2


def test_who_tells_it_is_in_order_of_time(store: Store) -> None:
    """Each outlet once, the first published first; what is not quoted has its cue."""
    [found] = utterances.page(store, Filter(speaker="verek")).utterances
    assert set(found.told_by) == set(found.outlets) and found.told_by[-2:] == ("Daily Gull", "Evening Post")
    assert found.cue == ""


def test_the_oldest_come_first_or_last(store: Store) -> None:
    """The newest first is the oldest first, turned round."""
    old, new = (utterances.page(store, Filter(), order=order).utterances for order in (Order.OLDEST, Order.NEWEST))
    assert old == new[::-1]


def test_those_with_most_tellings_come_first(store: Store) -> None:
    """Most told is what four articles tell."""
    first, *_ = utterances.page(store, Filter(), order=Order.MOST_TOLD).utterances
    assert (first.id, first.documents) == (harbour(store), 4)


@pytest.mark.parametrize(
    ("wanted", "number"),
    [(Filter(), 2), (Filter(outlet="evening"), 1), (Filter(speaker="lorn"), 1), (Filter(words="dams"), 0)],
)
def test_one_telling_that_meets_a_filter_is_enough(store: Store, wanted: Filter, number: int) -> None:
    """An utterance counts if one of its tellings meets the filter; single statements are none."""
    assert utterances.count(store, wanted).number == number


def test_altered_ones_are_found(store: Store) -> None:
    """Asked for what was altered, only the utterance is told that an outlet altered."""
    [found] = utterances.page(store, Filter(), relation=Relation.ALTERED).utterances
    assert found.id == harbour(store)


@pytest.mark.parametrize("size", [0, 201])
def test_a_size_out_of_range_is_refused(store: Store, size: int) -> None:
    """Pages have from one to two hundred utterances."""
    with pytest.raises(SettingsError):
        utterances.page(store, Filter(), size=size)


def test_a_cursor_of_another_list_is_refused(store: Store) -> None:
    """A cursor that is none is an error, not the first page."""
    with pytest.raises(SettingsError):
        utterances.page(store, Filter(), after="harbour")


def test_tellings_are_a_time_line(store: Store) -> None:
    """Shown are all tellings, the first published first, and exactly one is the fullest."""
    shown = utterances.show(store, harbour(store)[:10])
    days = [each.reported.published for each in shown.tellings]
    assert days == sorted(days, key=str) and shown.first.reported.published == "2031-03-04"
    assert [each.relation for each in shown.tellings].count(Relation.FULL) == 1


def test_who_told_it_first_is_told_across_time_zones(tmp_path: Path) -> None:
    """What stands a day later by its own clock may be what was told first; a day alone stands at its end."""
    times = {"East": "2031-03-05T01:30:00+09:00", "West": "2031-03-04T20:00:00-04:00", "Day": "2031-03-05"}
    with Store.open(tmp_path / "zones.onrecord", create=True) as store:
        captures = [article(f"{name}\n\n{SAID}", name, name, time) for name, time in times.items()]
        read(store, [Arrival(each, fakes.article(each)) for each in captures])
        Aligning().run(store)
        [listed] = utterances.page(store, Filter()).utterances
        shown = utterances.show(store, listed.id)
    assert [each.reported.heading.outlet for each in shown.tellings] == ["East", "West", "Day"]
    assert listed.first == times["East"]


def test_differences_are_places_in_the_words(store: Store) -> None:
    """What differs is told by its place in both tellings' words, and whether it changes the meaning."""
    shown = utterances.show(store, harbour(store))
    found = [(each, d) for each in shown.tellings for d in each.differences if d.kind is DifferenceKind.NEGATION]
    words = {_at(shown.fullest.words, d.fuller) + _at(each.words, d.other) for each, d in found}
    assert all(d.changes_meaning for _, d in found) and "not" in " ".join(words)


def _at(words: str, place: tuple[int, int] | None) -> str:
    return words[slice(*place)] if place else ""


def test_a_reprint_is_no_witness_of_its_own(store: Store) -> None:
    """Four articles tell it, of which one reprints another: three witnesses, and the reprint names its origin."""
    shown = utterances.show(store, harbour(store))
    by_document = {each.reported.heading.document_id: each for each in shown.tellings}
    wire, reprint = by_document[document_id(WIRE_STORY)], by_document[document_id(REPRINT)]
    assert (shown.witnesses, wire.witness) == (3, reprint.witness)
    assert {wire.origin, reprint.origin} == {None, document_id(WIRE_STORY)}


def test_what_stands_in_copied_text_is_no_witness_of_its_own(tmp_path: Path) -> None:
    """An article five times as long that holds the wire's text is a text of its own, but no witness of the copy."""
    own = " ".join(f"Islander number {n} saw wave {n * 7} come over wall {n * 3} of the old town." for n in range(60))
    holder = article(f"Waves\n\n{own}\n\n{WIRE}", "holder", "Island Weekly", "2031-03-05")
    with Store.open(tmp_path / "holder.onrecord", create=True) as store:
        read(store, [Arrival(each, fakes.article(each)) for each in (WIRE_STORY, holder)])
        Aligning().run(store)
        for listed in utterances.page(store, Filter()).utterances:
            shown = utterances.show(store, listed.id)
            assert (listed.documents, listed.witnesses, shown.witnesses) == (2, 1, 1)
            assert document_id(WIRE_STORY) in {each.origin for each in shown.tellings}


def test_the_reconstruction_has_witnesses(store: Store) -> None:
    """Each piece of what was said stands in a telling that bears witness to it."""
    shown = utterances.show(store, harbour(store))
    told = {each.reported.id: each.words for each in shown.tellings}
    assert shown.reconstruction
    assert all(piece.words in told[witness] for piece in shown.reconstruction for witness in piece.witnesses[:1])


@pytest.mark.parametrize("prefix", ["", "zz", "0" * 24])
def test_an_unknown_utterance_is_missing(store: Store, prefix: str) -> None:
    """What no id begins with is told to be missing."""
    with pytest.raises(MissingError):
        utterances.show(store, prefix)


def test_a_statement_leads_to_its_utterances(store: Store) -> None:
    """A telling leads to the utterance with all its tellings, a single statement to none."""
    shown = utterances.show(store, harbour(store))
    [(listed, told)] = utterances.of_statement(store, shown.first.reported.id)
    assert (listed.id, told) == (shown.id, shown.tellings)
    assert utterances.of_statement(store, "0" * 24) == ()


def test_an_occasion_tells_its_passages_and_the_rest(store: Store) -> None:
    """An occasion has its speaker, its utterances, and the statements that are part of none."""
    shown = utterances.show(store, harbour(store))
    found = utterances.occasion(store, shown.occasion.id)
    assert [speaker.name for speaker in found.speakers] == ["Ilan Verek"]
    assert [each.id for each in found.utterances] == [shown.id]
    assert found == utterances.occasion_of_statement(store, shown.first.reported.id)
