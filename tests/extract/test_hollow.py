"""What tells nothing is no attribution."""

import pytest

from onrecord.extract.hollow import is_hollow
from onrecord.record import Span

HOLLOW = [
    ("The airline declined to comment.", "declined", "to comment"),
    ("The firm refused to comment further.", "refused", "to comment further"),
    ("He said nothing as he was led away.", "said", "nothing as he was led away"),
    ("The teams were sorted according to age.", "according to", "The teams were sorted"),
    ("Fees vary according to the length of the boat.", "according to", "Fees vary"),
    ('They sang "on.', "sang", '"'),
    ("He called the dam off.", "called", "the"),
]
FULL = [
    ("She declined to comment on whether the dam held.", "declined", "to comment on whether the dam held"),
    ("He said nothing could be done.", "said", "nothing could be done"),
    ("The dam held, according to the ministry.", "according to", "The dam held"),
    ("Verek said no.", "said", "no"),
]


def hollow(text: str, cue: str, content: str) -> bool:
    """Return whether the first `cue` and `content` in `text` tell nothing."""
    spans = [Span.of(text, text.index(words), text.index(words) + len(words)) for words in (cue, content)]
    return is_hollow(text, spans[:1], spans[1:])


@pytest.mark.parametrize(("text", "cue", "content"), HOLLOW)
def test_what_tells_nothing_is_hollow(text: str, cue: str, content: str) -> None:
    """Silence, arrangement and bare marks are no attributions."""
    assert hollow(text, cue, content)


@pytest.mark.parametrize(("text", "cue", "content"), FULL)
def test_what_tells_something_is_not(text: str, cue: str, content: str) -> None:
    """The same words with more to them are."""
    assert not hollow(text, cue, content)
