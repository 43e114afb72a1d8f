"""What an office's dates tell, and which are refused."""

import pytest

from onrecord.resolve.authority import Entry, EntryKind, Office, OfficeKind


@pytest.mark.parametrize(
    ("start", "end", "day", "held"),
    [
        ("2015-03-02", "2018-05-01", "2015-03-02", True),
        ("2015-03-02", "2018-05-01", "2018-05-01", True),
        ("2015-03-02", "2018-05-01", "2015-03-01", False),
        ("2015-03-02", "2018-05-01", "2018-05-02", False),
        ("2015-03-02", None, "2030-01-01", True),
        ("2015-03", "2018", "2015-03-15", None),
        ("2015-03", "2018", "2015-04-01", True),
        ("2015-03", "2018", "2015-02-28", False),
        ("2015-03", "2018", "2017-12-31", True),
        ("2015-03", "2018", "2018-01-01", None),
        ("2015-03", "2018", "2019-01-01", False),
        ("2015-03-02", "2017-06?", "2017-06-30", True),
        ("2015-03-02", "2017-06?", "2017-07-01", None),
        ("2015-03-02", "?", "2015-03-02", None),
        ("2015-03-02", "?", "2015-03-01", False),
        ("?", "2018-05-01", "2018-05-01", None),
        ("?", "2018-05-01", "2018-05-02", False),
        ("?", None, "2018-05-02", None),
    ],
)
def test_held_tells_what_the_dates_tell(start: str, end: str | None, day: str, held: bool | None) -> None:
    """First and last day count; what a month, a year or a question mark leaves open is None."""
    assert Office(OfficeKind.HEAD_OF_STATE, "President", "xx", start, end).held(day) is held


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("", None),
        ("2015-3-2", None),
        ("2015-13", None),
        ("2015-02-32", None),
        ("2015-02-29", None),
        ("2015-03-00", None),
        ("now", None),
        ("2015", "2014"),
        ("2015-03", "2015-02-28"),
        ("2015-03-02", "2015-03-01"),
        ("2015", "later"),
        ("2015", "2016??"),
        ("2015?", None),
        ("２０１５", None),
    ],
)
def test_what_is_no_day_or_ends_before_it_starts_is_refused(start: str, end: str | None) -> None:
    """A wrong date is no unknown one."""
    with pytest.raises(ValueError, match=r"no day|before the start"):
        Office(OfficeKind.HEAD_OF_STATE, "President", "xx", start, end)


@pytest.mark.parametrize("identifier", ["", "Q", "Q0", "Q12x", "verek", "q12"])
def test_an_id_is_a_wikidata_id_or_bears_a_colon(identifier: str) -> None:
    """What is neither is refused, lest a slip make a new person."""
    with pytest.raises(ValueError, match="id"):
        Entry(identifier, "Ada Verek", EntryKind.PERSON)


def test_an_id_of_our_own_is_no_wikidata_id() -> None:
    """Only a Wikidata id is given out as one."""
    assert Entry("mine:ada", "Ada Verek", EntryKind.PERSON).qid is None
    assert Entry("Q12", "Ada Verek", EntryKind.PERSON).qid == "Q12"
