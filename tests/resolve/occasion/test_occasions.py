"""Where and on which occasion a statement was made."""

import time
from dataclasses import replace

import pytest
from tests.resolve.marked import marked

from onrecord.record import Act, Attribution, Form
from onrecord.record.occasion import Setting, SettingBasis
from onrecord.resolve.occasion import occasions


def settings(text: str, speakers: list[str | None] | None = None) -> list[Setting | None]:
    """Return the settings of a marked text; speakers are the words of the sources unless given."""
    told = marked(text)
    return list(occasions(told.document, told.attributions, speakers or told.sources))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("{x|“It rains,”} {s|Lorn} {c|said} in a statement.", "statement", "in a statement"),
        ("In a tweet on Friday, {s|Lorn} {c|called} {x|it rain}.", "post", "In a tweet"),
        ("{s|Lorn} {c|tweeted} {x|that it rains}.", "post", "tweeted"),
        ("{s|Lorn} {c|said} on Twitter {x|that it rains}.", "post", "on Twitter"),
        ("{s|Lorn} {c|said} at a news conference {x|that it rains}.", "news conference", "at a news conference"),
        ("{s|Lorn} {c|said} via email {x|that it rains}.", "letter", "via email"),
        ("{s|Lorn} {c|testified} {x|that it rains}.", "hearing", "testified"),
        ("{s|The lawsuit} {c|says} {x|it rains}.", "court", "The lawsuit"),
        ("{c|According to} {s|memos written by Lorn}, {x|it rains}.", "letter", "memos written by Lorn"),
        ("{s|Lorn} filed a lawsuit on Friday {c|alleging} {x|that it rains}.", "court", "filed a lawsuit"),
        ("{s|Lorn} sued the council, {c|alleging} {x|that it rains}.", "court", "sued"),
        ("{s|Lorn}, a defendant in the suit, {c|called} it in an email {x|rain}.", "letter", "in an email"),
        ("{s|Lorn} {c|told} a news conference {x|that it rains}.", "news conference", "told a news conference"),
        ("{s|Lorn} began talks with Verek by {c|saying} {x|that it rains}.", "meeting", "began talks with Verek"),
        ("{s|Lorn} files suit {c|alleging} {x|that it rains}.", "court", "files suit"),
        ("With Hedda Lorn at his side, {s|Verek} {c|said} {x|it rains}.", "meeting", "With Hedda Lorn at his side"),
        ("{s|Verek}, sitting next to Hedda Lorn, {c|said} {x|it rains}.", "meeting", "sitting next to Hedda Lorn"),
        ("At the Dairy Union (DU) summit, {s|Lorn} {c|said} {x|it rains}.", "summit", "At the Dairy Union (DU) summit"),
    ],
)  # fmt: skip
def test_kind(text: str, kind: str, words: str) -> None:
    """An occasion that the clause of the statement tells is found with its words."""
    (setting,) = settings(text)
    assert setting is not None
    assert (setting.kind.value, setting.spans[0].words, setting.basis) == (kind, words, SettingBasis.STATED)


@pytest.mark.parametrize(
    ("text", "counterpart", "place", "medium"),
    [
        ("in talks with Tolmarkian Prime Minister Hedda Lorn", "Tolmarkian Prime Minister Hedda Lorn", None, None),
        ("at the Asel summit in Tarsk", None, "Tarsk", None),
        ("in an interview with Tern News", "Tern News", None, "Tern News"),
        ("in a Tern News interview", None, None, "Tern News"),
        ("in a speech to the council in Tarsk", "the council", "Tarsk", None),
        ("at a rally Friday evening in Port St. Orla, Sarnovia", None, "Port St. Orla, Sarnovia", None),
        ("in an op-ed in the Meridian Times", None, None, "Meridian Times"),
        ("on Tern News's “Lorn & Friends”", None, None, "Tern News Lorn & Friends"),
        ("in a Facebook post", None, None, "Facebook"),
        ("at a town hall in March", None, None, None),
        ("on Lorn and Friends Monday", None, None, "Lorn and Friends"),
        ("in testimony before the council", "the council", None, None),
        ("at a briefing before Lorn's speech", None, None, None),
    ],
)  # fmt: skip
def test_parts(text: str, counterpart: str | None, place: str | None, medium: str | None) -> None:
    """With whom, where and on which medium are told apart."""
    (setting,) = settings(f"{{s|Verek}} {{c|said}} {text}{{x|, that it rains}}.")
    assert setting is not None
    found = [span.words if span else None for span in (setting.counterpart, setting.place)]
    assert [*found, setting.medium] == [counterpart, place, medium]


@pytest.mark.parametrize(
    "text",
    [
        "{s|Lorn} {c|said} {x|Verek would speak at the summit in Tarsk}.",
        "{s|The Tern Post} {c|reported} {x|that it rains}.",
        "{s|The appeals court} {c|ruled} {x|that it rains}.",
        "{s|Lorn} {c|said} in March {x|that it rains}.",
        "{s|Lorn} {c|advised} Verek in the upcoming debate {x|to smile}.",
        "{s|Lorn} {c|spoke} of the dam in the email inquiry {x|as old}.",
        "{s|Lorn} {c|commented} on the lawsuit {x|that it rains}.",
        "In the unlikely event of rain {s|Lorn} {c|would say} {x|so}.",
        "In Verek's speech, {s|Lorn} {c|noted}, {x|it rains}.",
        "In releasing the email, {s|Lorn} {c|said} {x|it rains}.",
        "{s|It} sends a clear message {c|saying} {x|that it rains}.",
        "{s|Lorn} and Verek may sue, {c|said} {x|that it rains}.",
        "The union held a press conference as {s|Lorn} {c|said} {x|that it rains}.",
        "{2s|Verek} {2c|said} {2x|it rains}, and {s|Lorn} {c|agreed} {x|that it does}.",
    ],
)
def test_no_setting(text: str) -> None:
    """What is said of an occasion, by whom it is held otherwise, and what only looks like one is none."""
    assert settings(text)[0] is None


def test_thoughts_have_none() -> None:
    """What somebody only thinks was said on no occasion."""
    told = marked("{s|Lorn} {c|hopes} in a statement {x|that it rains}.")
    thought = replace(told.attributions[0], act=Act.THOUGHT)
    assert occasions(told.document, [thought], ["Lorn"]) == (None,)


def test_another_speakers_occasion() -> None:
    """An occasion belongs to the speaker whose clause names it."""
    found = settings("In a letter, {s|Lorn} {c|said} {x|it rains}, but {2s|Verek} {2c|said} {2x|it does not}.")
    assert [s.kind.value if s else None for s in found] == ["letter", None]


def test_within_a_content() -> None:
    """Who is quoted within what another says in an interview did not say it in that interview."""
    text = "{s|Lorn} {c|said} in an interview {x|that Verek denied rain}."
    told = marked(text)
    start = told.document.text.index("Verek")
    span = told.document.span
    inner = Attribution(
        told.document.id, (span(start, start + 5),), (span(start + 6, start + 12),), (span(start + 13, start + 17),),
        Form.INDIRECT, 1.0, via=told.attributions[0].source,
    )  # fmt: skip
    found = occasions(told.document, [*told.attributions, inner], ["Lorn", "Verek"])
    assert [s.kind.value if s else None for s in found] == ["interview", None]


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("{2s|She} {2c|said} {2x|it pours}.", "interview"),
        ("{2s|She} {2c|has long said} {2x|it pours}.", None),
        ("On Monday {2s|she} {2c|said} {2x|it pours}.", None),
        ("Nothing happened.\n{2s|She} {2c|said} {2x|it pours}.", "interview"),
        ("Nothing happened.\nNothing at all.\nStill nothing.\n{2s|She} {2c|said} {2x|it pours}.", None),
    ],
)
def test_carried_over(second: str, kind: str | None) -> None:
    """What one speaker says in one stretch was said on one occasion, unless the text tells of another time."""
    found = settings("{s|Lorn} {c|said} in an interview {x|that it rains}. " + second, ["Lorn", "Lorn"])[1]
    assert (found.kind.value if found else None) == kind
    assert found is None or found.basis is SettingBasis.CARRIED


def test_the_day_of_the_statement_before_is_that_of_both() -> None:
    """A weekday in the sentence that tells the occasion says nothing of another time."""
    first = "{x|It rains}, {s|Lorn} {c|said} on Monday at the Lake States summit. "
    found = settings(first + "{2s|She} {2c|added} {2x|that it pours}.", ["Lorn", "Lorn"])[1]
    assert found is not None and found.basis is SettingBasis.CARRIED


def test_written_is_carried_less_far() -> None:
    """After a tweet, words told in the next paragraph may be from elsewhere; quoted ones follow at once."""
    first = "{s|Lorn} {c|said} in a tweet {x|that it rains}.\n"
    assert settings(first + "{2s|She} {2c|said} {2x|it pours}.", ["Lorn", "Lorn"])[1] is None
    assert settings(first + "{2x|“It pours,”} {2s|she} {2c|wrote}.", ["Lorn", "Lorn"])[1] is not None


def test_key() -> None:
    """Settings told in other words are equal by kind, medium, place and counterpart."""
    tweet, twitter = (
        settings("{s|Lorn} {c|tweeted} {x|rain}.")[0],
        settings("{s|Lorn} {c|said} on Twitter {x|rain}.")[0],
    )
    assert tweet is not None
    assert twitter is not None
    assert tweet.key == twitter.key == ("post", "twitter", "", "", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("at the SDU summit in Tarsk", "sdu"),
        ("At the Sarnovian Dairy Union (SDU) summit", "sdu"),
        ("at the Sarnovian Dairy Union Summit", "sdu"),
        ("during Monday’s Senate hearing", "senate"),
        ("at a news conference in Tarsk", ""),
        ("in talks with Hedda Lorn", ""),
    ],
)
def test_name(text: str, name: str) -> None:
    """The proper name of an occasion is told in one form; people, places and days are no part of it."""
    (setting,) = settings(f"{{s|Verek}} {{c|said}} {text} {{x|that it rains}}.")
    assert setting is not None
    assert setting.name == name


@pytest.mark.parametrize(
    "hostile", ["in the " * 14000, "on A " * 20000, "in a speech to the council of " * 3000, "held a " * 14000]
)
def test_long(hostile: str) -> None:
    """A hundred thousand characters made to mislead are read in time."""
    begun = time.perf_counter()
    settings("{s|Lorn} {c|said} " + hostile + "{x|that it rains}.")
    assert time.perf_counter() - begun < 30
