"""Links that follow from which quotation stands within which."""

from __future__ import annotations

from itertools import permutations

from tests.align.telling import telling

from onrecord.align.comparison import Compared
from onrecord.align.implied import implied
from onrecord.record import Link, LinkBasis

TOLD = {
    one.statement_id: one
    for one in (
        telling("“we ask for nothing, and no government of mine will sign away a summer”", id="long"),
        telling("“no government of mine will sign away a summer”", id="short"),
        telling("his country would keep its summer water", id="told"),
        telling("“sign away”", id="scrap"),
    )
}


def link(a: str, b: str, basis: LinkBasis = LinkBasis.QUOTED, chance: float = 0.9) -> Link:
    """Return a link between two statements."""
    return Link(min(a, b), max(a, b), basis, chance)


WITHIN, PARAPHRASE = link("long", "short"), link("short", "told", LinkBasis.PROPOSITION, 0.5)


def found(*links: Link, may: float = 0.2, barred: frozenset[tuple[str, str]] = frozenset()) -> list[Link]:
    """Return what follows from the links, in whichever order, where long and told are compared with this chance."""
    pairs = [Compared("long", "told", 0.9, may)]
    answers = {tuple(implied(order, pairs, TOLD, barred)) for order in permutations(links)}
    assert len(answers) == 1
    return list(answers.pop())


def test_what_tells_of_a_part_tells_of_the_whole() -> None:
    """A paraphrase of a quotation is one of each longer telling that has every word of it, and as surely."""
    assert found(WITHIN, PARAPHRASE) == [Link("long", "told", LinkBasis.PROPOSITION, 0.5)]


def test_what_tells_of_the_whole_may_tell_of_another_part() -> None:
    """A long quotation holds more than one passage: the short one need not be the one that is told."""
    assert found(WITHIN, link("long", "told", LinkBasis.PROPOSITION, 0.5)) == []


def test_nothing_follows_from_a_scrap_or_from_words_like_it() -> None:
    """Two words stand in many sentences, and a paraphrase holds nothing word for word."""
    assert found(link("long", "scrap"), link("scrap", "told", LinkBasis.PROPOSITION)) == []
    assert found(link("long", "short", LinkBasis.PROPOSITION), PARAPHRASE) == []


def test_what_says_something_else_stays_apart() -> None:
    """Neither what comparison keeps apart is linked, nor what people ruled."""
    assert found(WITHIN, PARAPHRASE, may=0.0) == []
    assert found(WITHIN, PARAPHRASE, barred=frozenset({("long", "told")})) == []
