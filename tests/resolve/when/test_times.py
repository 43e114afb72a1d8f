"""The time expressions of a text: which words they are, what they mean, and what is left open."""

import time

import pytest
from eval.times import scores
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.when.articles import document, read, values

from onrecord.record.timex import Granularity, Interval, TimexKind
from onrecord.resolve.when import times
from onrecord.resolve.when.words import CLASSES


def test_our_own_set() -> None:
    """At least 98 of 100 phrases are read right on every day of publication, all that name its own weekday."""
    found = scores()
    assert found["right"] >= 0.98
    assert found["same_weekday"] == 1.0


@pytest.mark.parametrize(
    ("published", "value"),
    [
        ("2025-09-03", "2025-09-03"),
        ("2025-09-04", "2025-09-03"),
        ("2025-09-02", "2025-08-27"),
        ("2025-09-08", "2025-09-03"),
    ],
)
def test_a_weekday_is_the_one_near_to_publication(published: str, value: str) -> None:
    """What was said on Wednesday was said on the day of publication itself or on the last one before it."""
    assert values("Verek said on Wednesday that it rained.", published) == [("Wednesday", value)]


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("Verek said on Thursday that it rained.", "2025-08-28", "2025-09-04"),
        ("Lorn meets the press on Thursday.", "2025-09-04", "2025-08-28"),
        ("Verek said early Thursday that it rained.", "2025-09-04", "2025-08-28"),
    ],
)
def test_the_day_after_publication_keeps_both_readings(text: str, value: str, other: str) -> None:
    """A weekday that is the next day may be past already where the writer is; the other reading is kept."""
    [timex] = read(text)
    assert (timex.value, [reading.value for reading in timex.others]) == (value, [other])


def test_next_friday_of_this_week_keeps_next_weeks() -> None:
    """To some, next Friday is not the one of this week."""
    [timex] = read("The fair opens next Friday.")
    assert (timex.value, [other.value for other in timex.others]) == ("2025-09-05", ["2025-09-12"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostrin voted in May, and votes again in May 2027.", [("May", "2025-05"), ("May 2027", "2027-05")]),
        ("They met from May to July 2018.", [("May", "2018-05"), ("July 2018", "2018-07")]),
        ("It rained from May 3 to May 5.", [("May 3", "2025-05-03"), ("May 5", "2025-05-05")]),
        ("It rained on May 3-5.", [("May 3-5", "2025-05-03/2025-05-05")]),
        ("The 2015-16 season was dry.", [("2015-16", "2015/2016")]),
        ("At the 2008 summit Lorn said no.", [("2008", "2008")]),
        ("Holt, 52, a 52-year-old clerk, fell.", []),
        ("Sales rose in Q3, Tern Wire said.", [("Q3", "2025-Q3")]),
        ("In the 1990s and the early 1980s it rained.", [("the 1990s", "199"), ("the early 1980s", "198")]),
        (
            "It fell 4% in the third quarter from a year earlier.",
            [("the third quarter", "2025-Q3"), ("a year earlier", "2024-Q3")],
        ),
        (
            "Two months ago Holt left; a week later he came back.",
            [("Two months ago", "2025-07"), ("a week later", "2025-09-10")],
        ),
    ],
)
def test_expressions_and_values(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Expressions are found with their values, and no others."""
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday it rained.",
        "It will rain in May.",
        "It rained on Friday night.",
        "Two years ago it rained.",
        "The summer was dry last year.",
    ],
)
def test_without_a_date_of_publication_nothing_is_guessed(text: str) -> None:
    """What is relative to publication has no value, no days, and says why."""
    for timex in read(text, None):
        assert timex.value is None
        assert timex.interval is None
        assert "not known" in timex.basis


def test_what_is_absolute_needs_no_publication() -> None:
    """Full dates, and what is relative to them, have values all the same."""
    assert values("Holt left on 3 May 2017 and came back two days later.", None) == [
        ("3 May 2017", "2017-05-03"),
        ("two days later", "2017-05-05"),
    ]


def test_what_a_timex_tells() -> None:
    """An expression has its kind, granularity, days, modifier and basis."""
    [timex] = read("The bridge was built in early 2022.")
    assert timex.kind is TimexKind.DATE
    assert timex.granularity is Granularity.YEAR
    assert timex.interval == Interval("2022-01-01", "2022-12-31")
    assert (timex.modifier, timex.basis) == ("START", "absolute")


def test_a_length_up_to_publication_covers_days() -> None:
    """The past two months end with publication."""
    [timex] = read("It rained for the past two months.")
    assert (timex.kind, timex.value) == (TimexKind.DURATION, "P2M")
    assert timex.interval == Interval("2025-07-01", "2025-09-03")


def test_hours_ago_need_the_time_of_publication() -> None:
    """Two hours ago is a time where that of publication is known, and only past where it is not."""
    assert values("It rained two hours ago.", "2025-09-03T10:30:00+02:00") == [("two hours ago", "2025-09-03T08:30")]
    assert values("It rained two hours ago.") == [("two hours ago", "PAST_REF")]


@pytest.mark.parametrize(
    ("text", "url", "outlet", "expected"),
    [
        ("It rained on 3/4/2018.", None, None, None),
        ("It rained on 3/4/2018 and on 29/9/2018.", None, None, "2018-04-03"),
        ("It rained on 3/4/2018 and on 9/29/2018.", None, None, "2018-03-04"),
        ("It rained on 3/4/2018.", "https://tern-news.co.uk/a", None, "2018-04-03"),
        ("It rained on 3/4/2018.", "https://tern.gov/a", None, "2018-03-04"),
        ("It rained on 3/4/2018.", None, "The Washington Post", "2018-03-04"),
        ("It rained on 3/4/2018, as on 2 May 2017.", None, None, "2018-04-03"),
        ("It rained on 3/4/2018, as on May 2, 2017.", None, None, "2018-03-04"),
        ("It rained on 3.4.2018.", None, None, "2018-04-03"),
        ("It rained on 3/3/2018.", None, None, "2018-03-03"),
        ("It rained on 1/9.", None, None, "2025-09-01"),
    ],
)
def test_dates_in_numbers(text: str, url: str | None, outlet: str | None, expected: str | None) -> None:
    """The page's other dates, the outlet, its country, and publication decide; else there is no value."""
    first = times(document(text, url=url, outlet=outlet))[0]
    assert first.value == expected
    assert expected or [other.value for other in first.others] == ["2018-04-03", "2018-03-04"]


def test_other_regions_are_left_alone_and_no_expression_crosses_paragraphs() -> None:
    """An expression ends with its paragraph."""
    assert values("He came back two\nyears later it rained") == []


@given(st.text(alphabet="aM1 '.,-/:\n0thelsyrdoncfuIİ’MaywkgTFQ", max_size=200))
def test_spans_yield_their_words(text: str) -> None:
    """Whatever the text, expressions are ordered, do not overlap, and hold the words at their offsets."""
    end = 0
    for timex in read(text):
        assert timex.span.check(text)
        assert timex.span.start >= end
        end = timex.span.end


NUMBERS = "1 12 31 99 1999 2018 1,000 9999999 2.5 1/2 3/4 29/9/2018 2015-16 12-18 1990s 90s 10:30 3pm q3 '90"
OTHERS = "May March Monday Sun , . - – ' ( ) / $ % \n \n\n a.m. p.m. EST UTC it he said will"
WORDS = [word for line in (*CLASSES.values(), NUMBERS, OTHERS) for word in line.split(" ")]
PUBLISHED = [None, "2025-09-03", "2024-02-29", "2025-09-03T10:30:00+02:00", "1900-01-01", "2099-12-31T23:59:59"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=30),
    st.sampled_from(PUBLISHED),
)
@settings(max_examples=400, deadline=None)
def test_any_words_of_time_in_any_order_are_survived(words: list[str], published: str | None) -> None:
    """Whatever words of time follow one another, and whenever the article was published, there is an answer."""
    text = " ".join(words)
    found = times(document(text, published))
    assert all(timex.span.check(text) for timex in found)
    assert found == times(document(text, published))


@pytest.mark.parametrize(
    "unit",
    [
        "the ",
        "a few ",
        "1 ",
        "May ",
        "last ",
        "Monday ",
        "1/9 ",
        "10:10 ",
        "the day before ",
        "year-",
        "'90 ",
        "- ",
        "1-",
        "\n ",
        "a",
    ],
)
def test_hostile_texts_take_linear_time(unit: str) -> None:
    """Twice the text takes at most about twice the time, whatever it repeats."""
    seconds = []
    for size in (5_000, 20_000):
        text = document(unit * (size // len(unit)))
        times(text)
        start = time.process_time()
        times(text)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 8 * seconds[0] + 0.05


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holt told TERN TODAY that it rains.", []),
        ("The Winter Games begin in Lorn.", []),
        ("It came after months of talks, following months of doubt.", [("months", "PXM")]),
        ("Lorn plans to visit Ostrin in May.", [("May", "2026-05")]),
        ("Lorn must pay by early June.", [("early June", "2026-06")]),
        ("It is quiet ahead of November's vote.", [("November", "2025-11")]),
        ("In July Holt came; three weeks later he left.", [("July", "2025-07"), ("three weeks later", None)]),
        ("The hall was full at 16:08 UTC.", [("16:08 UTC", "2025-09-03T16:08Z")]),
        (
            "Prices rose 2% in February from the same month last year.",
            [("February", "2025-02"), ("the same month last year", "2024-02")],
        ),
    ],
)
def test_what_stands_beside_an_expression_counts(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Verbs, prepositions and names beside a word of time decide whether it is one, and which."""
    assert values(text) == expected


def test_last_march_keeps_the_one_of_the_year_before() -> None:
    """To some, last March is not the one of this year."""
    [timex] = read("They met last March.")
    assert (timex.value, [other.value for other in timex.others]) == ("2025-03", ["2024-03"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted from Monday to Friday.", [("Monday", "2025-09-01"), ("Friday", "2025-09-05")]),
        ("It rained the week before last.", [("the week before last", "2025-W34")]),
        ("They met on the first Monday of May 2018.", [("the first Monday of May 2018", "2018-05-07")]),
        ("It rained on the last day of June.", [("the last day of June", "2025-06-30")]),
        ("The Sept. 11 attacks were recalled.", [("Sept. 11", "2001-09-11")]),
        ("On 2025/09/02 it rained.", [("2025/09/02", "2025-09-02")]),
        ("Printed 2025-09-02T09:46:00Z in Tern.", [("2025-09-02T09:46:00Z", "2025-09-02T09:46Z")]),
        ("Printed 09:46 GMT 02.09.2025 in Tern.", [("09:46 GMT 02.09.2025", "2025-09-02T09:46Z")]),
        ("Holt left half a year ago.", [("half a year ago", "2025-03")]),
        ("April Holt left in April.", [("April", "2025-04")]),
        ("Sunday Times readers left.", []),
        ("The quarter-final was off.", []),
        ("A quarter of the voters left.", []),
        ("The fall of Tern came late.", []),
        ("The year-long strike took half an hour.", [("year-long", "P1Y"), ("half an hour", "PT30M")]),
    ],
)
def test_rarer_forms(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Ranges of weekdays, days told by their number, machine dates, and words that only look like times."""
    assert values(text) == expected
