"""Names told to be persons, bodies or many by the words beside them."""

import pytest
from tests.resolve.stories import actor, told

from onrecord.record import ActorKind

PERSON, BODY, GROUP = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Prices fell. Varo Fell, who teaches law, said no.", "Varo Fell", PERSON),
        ("A man met Zarko, who said no.", "Zarko", PERSON),
        ("Experts in Zarko, who said no, left. Zarko said no.", "Zarko", BODY),
        ("Velm Orlo, which makes pumps, said no.", "Velm Orlo", BODY),
        ("Velm Orlo said in a statement that its pumps were safe.", "Velm Orlo", BODY),
        ("Velm Orlo said it would respect the ruling.", "Velm Orlo", BODY),
        ("Velm Orlo said it would be late.", "Velm Orlo", PERSON),
        ("Two million Zarkons said no.", "Zarkons", GROUP),
    ],
)
def test_kind(text: str, words: str, kind: ActorKind) -> None:
    """Who and which, what a body says of itself and a number before a name decide; "it would be" tells nothing."""
    assert told(actor(text, words)) == (words, kind)


@pytest.mark.parametrize("word", ["Outside", "About", "New", "Behind"])
def test_a_small_word_at_the_head_of_its_sentence_is_no_body(word: str) -> None:
    """What opens a sentence and is no name speaks for no company."""
    text = f"Asel Motors grew. {word} many doors queues formed, the company said."
    assert told(actor(text, "the company")) == ("Asel Motors", BODY)
