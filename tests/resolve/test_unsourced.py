"""Statements whose text names no source: whom a reader supplies, or why nobody."""

import pytest
from tests.resolve.stories import document, span, told

from onrecord.record import ActorKind, Attribution, Form
from onrecord.resolve import statements, with_actors

PERSON, UNNAMED = ActorKind.PERSON, ActorKind.UNNAMED


def test_a_quotation_that_goes_on() -> None:
    """A bare quotation right behind another is the same speaker's; with words between it is nobody's."""
    of = document("“It rains,” Anna Lorn said.\n“It pours.”\nIt was late. “It snows.”")
    first = Attribution(
        of.id, (span(of, "Anna Lorn"),), (span(of, "said"),), (span(of, "“It rains,”"),), Form.DIRECT, 1.0
    )
    bare = [
        Attribution(of.id, (), (), (span(of, words),), Form.DIRECT, 1.0) for words in ("“It pours.”", "“It snows.”")
    ]
    _, on, off = statements(of, [first, *bare])
    assert (told(on.speaker), on.basis) == (("Anna Lorn", PERSON), "the quotation goes on")
    assert (off.speaker, off.basis) == (None, "the text names no source")


@pytest.mark.parametrize("below", ["Anna Lorn", "Oliver Tarn"])
def test_a_headline_says_what_somebody_says_below(below: str) -> None:
    """The words of a headline are whose they are in the article."""
    of = document(f"“We Will Open The Dam”\n{below} said: “We will open the dam tomorrow.”", headline=True)
    title = Attribution(of.id, (), (), (span(of, "“We Will Open The Dam”"),), Form.DIRECT, 1.0)
    body = Attribution(of.id, (span(of, below),), (), (span(of, "“We will open the dam tomorrow.”"),), Form.DIRECT, 1.0)
    assert told(statements(of, [title, body])[0].speaker) == (below, PERSON)


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "basis"),
    [
        ("Lorn reportedly left.", "reportedly", ("reportedly", UNNAMED), "the cue tells that others say so"),
        ("He is said to have left.", "is said", ("is said", UNNAMED), "the cue tells that others say so"),
        ("He was told that it rains.", "was told", None, "the passive names nobody"),
        ("It seems late.", "seems", None, "the text names no source"),
    ],
)
def test_what_the_cue_tells(text: str, cue: str, speaker: tuple[str, ActorKind] | None, basis: str) -> None:
    """Hearsay is of others who stay unnamed; a passive without agent leaves the speaker unknown, with the reason."""
    of = document(text)
    attribution = Attribution(of.id, (), (span(of, cue),), (of.span(len(text) - 6, len(text)),), Form.INDIRECT, 1.0)
    (found,) = statements(of, [attribution])
    assert (told(found.speaker), found.basis) == (speaker, basis)


def test_whom_the_source_quotes() -> None:
    """Of "the agency said, quoting the minister" the minister speaks and the agency relays."""
    of = document("“It rains,” the Kurn News Agency said, quoting Mr. Lorn. Peter Lorn left.")
    source, cue, content = (span(of, words) for words in ("the Kurn News Agency", "said", "“It rains,”"))
    (found,) = statements(of, [Attribution(of.id, (source,), (cue,), (content,), Form.DIRECT, 1.0)])
    assert told(found.speaker) == ("Peter Lorn", PERSON)
    assert found.relay is not None
    assert found.relay.name == "Kurn News Agency"


def test_other_words_share_the_cast() -> None:
    """An addressee who speaks elsewhere is the same actor there; no words have no actor."""
    of = document("Anna Lorn told Peter Orlo that it rains. Orlo said no.")
    lorn, orlo = span(of, "Anna Lorn"), span(of, "Orlo", 1)
    first = Attribution(of.id, (lorn,), (), (span(of, "that it rains"),), Form.INDIRECT, 1.0)
    second = Attribution(of.id, (orlo,), (), (span(of, "no"),), Form.INDIRECT, 1.0)
    found = with_actors(of, [first, second], [span(of, "Peter Orlo"), None])
    assert found.statements == statements(of, [first, second])
    assert found.actors == (found.statements[1].speaker, None)
