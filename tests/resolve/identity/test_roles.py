"""Roles taken apart."""

import pytest

from onrecord.resolve.authority import authority
from onrecord.resolve.identity.roles import read_role, trades_agree


def test_a_role_tells_noun_country_and_portfolio() -> None:
    """A "former Peruvian foreign minister" is past, of Peru, a minister for foreign affairs."""
    role = read_role("former Peruvian Foreign Minister", authority())
    assert (role.nouns, role.countries, role.words) == ({"minister"}, {"pe"}, {"foreign"})
    assert role.former


def test_a_body_is_told_from_a_portfolio() -> None:
    """What is capital and no word of an office is the body the role belongs to."""
    assert read_role("Lorn Rail director", authority()).bodies == {"lorn", "rail"}


def test_kin_is_no_trade() -> None:
    """The words "his son" say whose relative somebody is and no more."""
    role = read_role("his son", authority())
    assert role.kin
    assert not role.trades


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("senator", "governor", 0),
        ("striker", "senator", -2),
        ("nurse", "nurse", 1),
        ("poet", "lawyer", -1),
        ("", "poet", 0),
    ],
)
def test_trades(one: str, other: str, sign: int) -> None:
    """People move between some trades, seldom between others, and hardly ever between the rest."""
    ours, theirs = (read_role(word, authority()).trades for word in (one, other))
    assert trades_agree(ours, theirs) == trades_agree(theirs, ours)
    agreement = trades_agree(ours, theirs)
    assert agreement == sign or (sign == 0 and agreement >= 0)
