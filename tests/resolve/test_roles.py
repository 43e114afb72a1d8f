"""Roles beside a name."""

import pytest

from onrecord.resolve.roles import is_body, role_after, role_ahead


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("a former president of the league, came", "former president of the league"),
        ("director of the centrist Kurn Policy Center, came", "director of the centrist Kurn Policy Center"),
        ("chairman of the computer science department, came", "chairman of the computer science department"),
        ("minister of the economy, came", "minister of the economy"),
        ("minister of transport for Ostrin, came", "minister of transport for Ostrin"),
        ("leader of the 1.2 billion-member church, came", "leader"),
        ("a member of the Kurn Party. Despite this he came", "member of the Kurn Party"),
        ("a member of the liberal Kurn Party. Despite this he came", "member of the liberal Kurn Party"),
    ],
)
def test_a_role_takes_whose_it_is_with_it(told: str, role: str) -> None:
    """What an office is of belongs to it: a body without a name too, but no half of its words."""
    text = f"Ana Orl, {told}"
    place = role_after(len("Ana Orl"), text)
    assert place is not None
    assert text[slice(*place)] == role


def test_a_role_ahead_begins_with_its_sentence() -> None:
    """The last word of the sentence before, a day or a name, does not own the role."""
    text = "It ends on Sunday. Its president, Ana Orl, said so."
    place = role_ahead(text.index("Ana"), text.index("Ana") + 7, text)
    assert place is not None
    assert text[slice(*place)] == "Its president"


@pytest.mark.parametrize(("before", "body"), [("The school", True), ("The head of the school", False)])
def test_who_heads_a_body_is_none(before: str, body: bool) -> None:
    """A name in commas is the body's whose noun stands before, not that of whoever heads it."""
    text = f"{before}, Ana Orl, said so."
    assert is_body(text.index("Ana"), text.index("Ana") + 7, text) is body
