"""The laws of resolving, whatever the text."""

import random
import time

import pytest
from tests.resolve.stories import document, span

from onrecord.resolve import Resolver

LENGTH = 100_000
WORDS = [
    *(
        "Ada",
        "Lorn",
        "Verek",
        "the",
        "The",
        "minister",
        "Kurn",
        "Council",
        "he",
        "she",
        "it",
        "they",
        "who",
        "“",
        "”",
        ",",
    ),
    *(
        ".",
        "and",
        "of",
        "said",
        "his",
        "’s",
        "Mr.",
        "U.S.",
        "report",
        "some",
        "both",
        "president",
        "party",
        "questions",
    ),
    *("two", "nations", "–", "(", ")", ":", "\n", "by", "for", "in", "A", "é", "İ", "ﬁ", "\U0001f600", "\u200b"),
]


@pytest.mark.parametrize(
    "unit",
    [
        "A, ",
        "’s ",
        "the A ",
        "He ",
        "the president ",
        "Ada Lorn, the president, ",
        "Lorn's lawyer ",
        "A & ",
        "“",
        "Mr. ",
    ],
)
def test_hostile_texts_take_no_longer_than_their_length(unit: str) -> None:
    """A hundred thousand characters of one kind are read in seconds, on a slow machine too."""
    text = unit * (LENGTH // len(unit)) + "\nThe report said no. He said no. The party said so. Some said it."
    of = document(text)
    asked = [span(of, words, -1) for words in ("The report", "He", "The party", "Some")]
    start = time.process_time()
    resolver = Resolver(of, asked)
    assert all(found is None or found.mentions for found in map(resolver.actor_of, asked))
    assert time.process_time() - start < 10


@pytest.mark.parametrize("seed", range(30))
def test_every_mention_is_in_the_text(seed: int) -> None:
    """Any words of any text have an actor or none; its mentions are the text's, and asking again changes nothing."""
    chance = random.Random(seed)
    text = " ".join(chance.choices(WORDS, k=120)).strip()
    of = document(text, headline=bool(seed % 2))
    starts = sorted(chance.sample(range(len(text) - 10), 12))
    asked = [of.span(start, start + chance.randint(1, 9)) for start in starts]
    resolver, again = Resolver(of, asked[:8]), Resolver(of, asked[:8])
    for each in asked:
        found = resolver.actor_of(each)
        assert found == again.actor_of(each)
        for place in (*found.mentions, *found.roles) if found else ():
            assert place.check(text)


def test_a_form_of_address_is_no_role() -> None:
    """Mr. tells no office, Sen. does."""
    text = document("Mr. Bo Lund said the ferry sails. “It does not,” said Sen. Ada Mott on Monday.")
    resolver = Resolver(text)
    found = {name: resolver.actor_of(span(text, name)) for name in ("Bo Lund", "Ada Mott")}
    assert {name: actor and [role.words for role in actor.roles] for name, actor in found.items()} == {
        "Bo Lund": [],
        "Ada Mott": ["Sen."],
    }
