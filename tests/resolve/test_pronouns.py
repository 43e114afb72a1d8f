"""Pronouns and relative clauses led to whom they stand for."""

import pytest
from tests.resolve.stories import actor, document, span, told

from onrecord.record import ActorKind, Attribution, Form
from onrecord.resolve import Resolver, statements

PERSON, BODY, GROUP, UNNAMED = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.UNNAMED


@pytest.mark.parametrize(
    ("text", "words", "nth", "earlier", "found"),
    [
        ("Oliver Tarn met Anna Lorn. She said no.", "She", 0, (), ("Anna Lorn", PERSON)),
        ("Oliver Tarn met Anna Lorn. He said no.", "He", 0, (), ("Oliver Tarn", PERSON)),
        ("Oliver Tarn told Peter Lorn that it rained. He said no.", "He", 0, ("Oliver Tarn",), ("Oliver Tarn", PERSON)),
        (
            "Oliver Tarn said to sue Peter Lorn would be wrong. He said no.",
            "He",
            0,
            ("Oliver Tarn",),
            ("Oliver Tarn", PERSON),
        ),
        (
            "Oliver Tarn refrained from attacking his rivals, Paul Sol and Peter Lorn, who say he lies.\nHe said no.",
            "He",
            0,
            ("who",),
            ("Oliver Tarn", PERSON),
        ),
        (
            "Rob Lorn came. Zolan Tarn said: “A good ship hides how old she is.” He smiled.",
            "He",
            0,
            ("Zolan Tarn",),
            ("Zolan Tarn", PERSON),
        ),
        ("The Kurn Council met in Tern. It said no.", "It", 0, (), ("Kurn Council", BODY)),
        (
            "The Kurn Council said that the town would wait, according to Tern News. It plans to sue.",
            "It",
            0,
            ("The Kurn Council", "Tern News"),
            ("Kurn Council", BODY),
        ),
        ("Officials met. They said no.", "They", 0, ("Officials",), ("Officials", UNNAMED)),
        ("A woman came. They said no.", "They", 0, ("A woman",), None),
        (
            "Loretta Lynch came. The article said so. She said no.",
            "She",
            0,
            ("The article",),
            ("Loretta Lynch", PERSON),
        ),
        ("WHO said no, and so did the World Health Organisation.", "WHO", 0, (), ("World Health Organisation", BODY)),
    ],
)
def test_pronouns(
    text: str, words: str, nth: int, earlier: tuple[str, ...], found: tuple[str, ActorKind] | None
) -> None:
    """Gender, number, who was cited and who is a subject decide; "they" is nobody alone."""
    assert told(actor(text, words, nth, earlier=earlier)) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("It marks the rise of Anna Lorn, who said no.", "who", ("Anna Lorn", PERSON)),
        ("The head of the Kurn Council, who said no, left.", "who", ("The head of the Kurn Council", UNNAMED)),
        ("So did some experts in Tern, who said no.", "who", ("some experts in Tern", GROUP)),
        ("They asked listeners to her programme who said no.", "who", ("listeners to her programme", GROUP)),
        ("He joined the Kurn Council, which said no.", "which", ("Kurn Council", BODY)),
        ("He met members of the Ostrin government, which said no.", "which", ("the Ostrin government", BODY)),
        ("He backs Sen. Peter Lorn this year, who said no.", "who", ("Peter Lorn", PERSON)),
        ("It drew scrutiny from some who said no.", "who", ("some", GROUP)),
    ],
)
def test_relative_clauses(text: str, words: str, found: tuple[str, ActorKind]) -> None:
    """A relative pronoun follows the noun for people or the body before it, and not where they are."""
    assert told(actor(text, words)) == found


def test_what_somebody_says_of_others_disturbs_nothing() -> None:
    """After what a spokesman says of the minister, "he said" is the spokesman again."""
    text = "Spokesman Oliver Tarn said that Peter Lorn has long called for a dam. He said Lorn hopes for more."
    of = document(text)
    first = span(of, "Spokesman Oliver Tarn")
    content = span(of, "that Peter Lorn has long called for a dam")
    attributions = [
        Attribution(of.id, (first,), (span(of, "said"),), (content,), Form.INDIRECT, 1.0),
        Attribution(of.id, (span(of, "He"),), (), (span(of, "Lorn hopes for more"),), Form.INDIRECT, 1.0),
    ]
    assert [told(s.speaker) for s in statements(of, attributions)] == [("Oliver Tarn", PERSON)] * 2


def test_nobody_calls_himself_he_in_a_quotation() -> None:
    """Of whom the quoted speaker speaks as "he", that is somebody else."""
    text = "Peter Lorn came. “Lorn lies. He claimed that it rained,” said Oliver Tarn."
    of = document(text)
    quoted = Attribution(
        of.id, (span(of, "Oliver Tarn"),), (), (span(of, "“Lorn lies. He claimed that it rained,”"),), Form.DIRECT, 1.0
    )
    claimed = Attribution(of.id, (span(of, "He"),), (), (span(of, "that it rained"),), Form.INDIRECT, 1.0)
    assert told(statements(of, [quoted, claimed])[1].speaker) == ("Peter Lorn", PERSON)


def test_i_is_whose_words_they_are() -> None:
    """Within a quotation "I think" is said by whom it is quoted from; outside of all it is the writer."""
    text = "“I think it rains,” said Anna Lorn. I agree it does."
    of = document(text)
    whole = Attribution(of.id, (span(of, "Anna Lorn"),), (), (span(of, "“I think it rains,”"),), Form.DIRECT, 1.0)
    inner = Attribution(of.id, (span(of, "I"),), (), (span(of, "it rains"),), Form.DIRECT, 1.0)
    writer = Attribution(of.id, (span(of, "I", 1),), (), (span(of, "it does"),), Form.INDIRECT, 1.0)
    found = statements(of, [whole, inner, writer])
    assert [told(s.speaker) for s in found] == [("Anna Lorn", PERSON), ("Anna Lorn", PERSON), None]
    assert found[2].basis == "the writer speaks in the first person"


def test_the_order_of_asking_changes_nothing() -> None:
    """Words are read in order of the text, however they are given."""
    of = document("Oliver Tarn met Anna Lorn. She said no. He said yes. The official said that he left.")
    asked = [span(of, words) for words in ("She", "He", "The official", "he")]
    forward, backward = Resolver(of, asked), Resolver(of, asked[::-1])
    assert [forward.actor_of(s) for s in asked] == [backward.actor_of(s) for s in asked]


def test_who_is_spoken_to_does_not_speak() -> None:
    """After "he told Lorn" the next "he" is the teller: an addressee is an actor, not the last speaker."""
    of = document("Oliver Tarn told Peter Lorn that it rained. He said no.")
    teller, hearer, he = (span(of, words) for words in ("Oliver Tarn", "Peter Lorn", "He"))
    resolver = Resolver(of, [teller, he], spoken_to=[hearer])
    assert [told(resolver.actor_of(s)) for s in (hearer, he)] == [("Peter Lorn", PERSON), ("Oliver Tarn", PERSON)]


def test_the_speaker_goes_on_in_the_next_paragraph() -> None:
    """Behind a quotation of the next paragraph "she" is still who was cited last, though others are named in it."""
    of = document("Anna Lorn said no.\n“Helen Tarn is wrong,” she said.\n“It rains,” she added.")
    asked = [span(of, "Anna Lorn"), span(of, "she"), span(of, "she", 1)]
    resolver = Resolver(of, asked)
    assert [told(resolver.actor_of(s)) for s in asked] == [("Anna Lorn", PERSON)] * 3


def test_who_is_asked_answers() -> None:
    """After "Tarn asked Lorn whether" the next "he" answers."""
    of = document("Oliver Tarn asked Peter Lorn whether it rained.\n“Sure it did,” he said.")
    asked = Attribution(
        of.id, (span(of, "Oliver Tarn"),), (span(of, "asked"),), (span(of, "whether it rained"),), Form.INDIRECT, 1.0
    )
    answer = Attribution(of.id, (span(of, "he"),), (span(of, "said"),), (span(of, "“Sure it did,”"),), Form.DIRECT, 1.0)
    assert [told(s.speaker) for s in statements(of, [asked, answer])] == [
        ("Oliver Tarn", PERSON),
        ("Peter Lorn", PERSON),
    ]


def test_a_pronoun_near_two_names_tells_no_gender() -> None:
    """Where two are named before "she", the name before it is not a woman's by that alone."""
    text = "McLorn met Anna Tarn before she left. McLorn was tired, and he said so."
    assert told(actor(text, "he", -1)) == ("McLorn", PERSON)
