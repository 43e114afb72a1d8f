"""Texts that speak, led to whose they are, and numbers of people to who they are."""

import pytest
from tests.resolve.stories import actor, told

from onrecord.record import ActorKind

PERSON, BODY, GROUP, UNNAMED = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.UNNAMED


@pytest.mark.parametrize(
    ("text", "words", "earlier", "found"),
    [
        (
            "The Kurn Union sued Asel Motors. Asel Motors called it idle. The lawsuit says no.",
            "The lawsuit",
            ("Asel Motors",),
            ("Kurn Union", BODY),
        ),
        ("A suit from the Kurn Union came. The complaint says no.", "The complaint", (), ("Kurn Union", BODY)),
        (
            "In a statement carried by Tern News, Anna Lorn promised more. The statement said no.",
            "The statement",
            ("Anna Lorn",),
            ("Anna Lorn", PERSON),
        ),
        (
            "Tern News printed the announcement from Lorn. Anna Lorn left. The announcement said no.",
            "The announcement",
            (),
            ("Anna Lorn", PERSON),
        ),
        (
            "Anna Lorn has sent questions to the council. One question asks why.",
            "One question",
            (),
            ("Anna Lorn", PERSON),
        ),
        (
            "Most of the questions reported by Tern News ask why. They are Anna Lorn's questions.",
            "Most of the questions reported by Tern News",
            (),
            ("Anna Lorn", PERSON),
        ),
        (
            "Asel Motors grew. The company's statement a few hours earlier said no.",
            "The company's statement a few hours earlier",
            (),
            ("Asel Motors", BODY),
        ),
        (
            "Asel Motors grew. It sat oddly with the company's statement two days ago, which said no.",
            "which",
            (),
            ("Asel Motors", BODY),
        ),
        (
            "A new ad from Anna Lorn's campaign came. The ad says no.",
            "A new ad from Anna Lorn's campaign",
            (),
            ("Anna Lorn's campaign", BODY),
        ),
        (
            "An analysis released by the Kurn Veterans Department last month says no.",
            "An analysis released by the Kurn Veterans Department last month",
            (),
            ("Kurn Veterans Department", BODY),
        ),
        (
            "According to a report published in the Kurn Times it rained.",
            "a report published in the Kurn Times",
            (),
            ("Kurn Times", BODY),
        ),
        ("A Tern News count says so.", "A Tern News count", (), ("Tern News", BODY)),
        (
            "According to a speech Anna Lorn gave in May it rained.",
            "a speech Anna Lorn gave in May",
            (),
            ("Anna Lorn", PERSON),
        ),
        ("Anna Lorn's memo came. The memo says no.", "The memo", (), ("Anna Lorn", PERSON)),
        ("One report says no. The Kurn Times came.", "One report", (), ("One report", UNNAMED)),
        ("Recent polls in Virginia say so.", "Recent polls in Virginia", (), ("Recent polls in Virginia", UNNAMED)),
    ],
)
def test_texts(text: str, words: str, earlier: tuple[str, ...], found: tuple[str, ActorKind]) -> None:
    """A lawsuit speaks for its plaintiff, a statement for who made it, an indefinite report for nobody known."""
    assert told(actor(text, words, earlier=earlier)) == found


def test_a_report_in_a_headline_is_whose_the_article_says() -> None:
    """The body that the article says reported first is "Report:" in its headline."""
    text = "Report: Dam Leaks\nThe dam leaks. It was first reported by the Kurn Times."
    assert told(actor(text, "Report", headline=True)) == ("Kurn Times", BODY)


@pytest.mark.parametrize(
    ("text", "words", "nth", "earlier", "found"),
    [
        ("Analysts in Kurn are divided. Some say no.", "Some", 0, (), ("Some analysts in Kurn", GROUP)),
        (
            "Analysts in Kurn are divided. Some say no; others say yes.",
            "others",
            0,
            (),
            ("other analysts in Kurn", GROUP),
        ),
        ("Sarnovia met Tolmark. The two nations agreed.", "The two nations", 0, (), ("Sarnovia and Tolmark", GROUP)),
        (
            "France met Germany in Ohio. The two countries agreed.",
            "The two countries",
            0,
            (),
            ("France and Germany", GROUP),
        ),
        ("Anna Lorn met Oliver Tarn. Each said no.", "Each", 0, (), ("Anna Lorn and Oliver Tarn", GROUP)),
        (
            "It rained. Both Anna Lorn and Oliver Tarn said no.",
            "Both Anna Lorn and Oliver Tarn",
            0,
            (),
            ("Both Anna Lorn and Oliver Tarn", GROUP),
        ),
        (
            "Anna Lorn's questions came. “Why?” one question asks. “How?” goes another.",
            "another",
            0,
            ("one question",),
            ("Anna Lorn", PERSON),
        ),
        ("It rained. Some say no.", "Some", 0, (), ("Some", GROUP)),
    ],
)
def test_numbers(text: str, words: str, nth: int, earlier: tuple[str, ...], found: tuple[str, ActorKind]) -> None:
    """Those spoken of before are "some", "each" and "the two nations"; "another" is another of the texts."""
    assert told(actor(text, words, nth, earlier=earlier)) == found
