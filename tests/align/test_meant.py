"""How much of one statement another one says too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.align.telling import telling

from onrecord.align.meant import overlap
from onrecord.align.prepared import Prepared
from onrecord.record import Told


def shares(one: Told, other: Told, *, standing: bool = True) -> tuple[float, float]:
    """Return how much of each statement the other one holds."""
    return overlap(Prepared(one).meant, Prepared(other).meant, standing=standing)


def test_equal_words_are_held_in_full() -> None:
    """A statement holds all of itself."""
    one = telling("the sluices will stay open")
    assert shares(one, one) == (1.0, 1.0)


def test_swapping_the_statements_swaps_the_shares() -> None:
    """What one holds of the other does not depend on their order."""
    one, other = telling("we will not close the sluices"), telling("the old sluices will stay open in summer")
    assert shares(one, other) == shares(other, one)[::-1]


def test_what_a_word_stands_for_counts_as_told() -> None:
    """A river that is pointed to is the one that another telling names, where that is to count."""
    plain, named = telling("farmers live by this river"), telling("farmers live by the Asel")
    one = replace(plain, referents=(("river", ("asel",)),))
    assert min(shares(one, named)) > min(shares(plain, named)) + 0.1
    assert shares(one, named, standing=False) == shares(plain, named)


def test_what_both_stand_for_is_one_thing() -> None:
    """Who speaks of this river and who of that stream mean one water."""
    one, other = telling("this river decides"), telling("that stream decides")
    both = (replace(one, referents=(("river", ("asel",)),)), replace(other, referents=(("stream", ("asel",)),)))
    assert sum(shares(*both)) > sum(shares(one, other))


def test_what_is_put_otherwise_is_told() -> None:
    """To give up is to sign away, and his country that of which he says "mine"."""
    one, other = telling("his country would never give up a summer"), telling("“no government of mine signs it away”")
    assert min(shares(one, other)) > 0.3
    assert max(shares(telling("his council would take up a summer"), other)) < 0.2


@pytest.mark.parametrize("denial", ["we will not close the sluices", "we refuse to close the sluices"])
def test_what_is_denied_is_not_told(denial: str) -> None:
    """To close and not to close have all words in common but the one that counts."""
    claim = telling("we will close the sluices")
    assert shares(telling(denial), claim)[1] < 0.9
    assert shares(telling(denial), telling(denial, id="again"))[1] == 1.0


def test_the_contrary_of_what_is_denied_is_told() -> None:
    """Not to close is to open."""
    denial, claim = telling("we will not close the sluices"), telling("we will open the sluices")
    assert shares(denial, claim)[1] > shares(telling("we will close the sluices"), claim)[1]
