"""Quotations that are part of no statement are listed, and all are accounted for."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update
from tests import fakes
from tests.store.filled import fill

from onrecord.errors import SettingsError
from onrecord.query import QuotationFilter, quotations, tally
from onrecord.record import Reason
from onrecord.store import Store
from onrecord.store.schema import documents

ALL = ["“deal”", "“The Long Tide”", "“Who would have thought it.”"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, ALL),
        ({"reason": Reason.TITLE}, ALL[1:2]),
        ({"reason": "no source found"}, ALL[2:]),
        ({"outlet": "GULL"}, ALL),
        ({"outlet": "dai*"}, ALL),
        ({"outlet": '"gull daily"'}, []),
        ({"outlet": "tern"}, []),
        ({"outlet": "?"}, []),
        ({"since": "2031-03-06", "until": "2031"}, ALL),
        ({"until": "2031-03-05"}, []),
        ({"limit": 2}, ALL[:2]),
    ],
)
def test_filters(relayed: Store, asked: dict[str, Any], words: list[str]) -> None:
    """Each condition keeps what meets it, in order of the text."""
    assert [quoted.words for quoted in quotations(relayed, QuotationFilter(**asked))] == words


@pytest.mark.parametrize("wrong", [{"since": "soon"}, {"limit": 0}, {"reason": "boredom"}])
def test_a_condition_without_valid_value_is_told(wrong: dict[str, Any]) -> None:
    """A day, a number or a reason that is none raises."""
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        QuotationFilter(**wrong)


def test_a_quotation_knows_its_paragraph_and_article(relayed: Store) -> None:
    """The paragraph it stands in, and who printed it when."""
    quoted = next(quotations(relayed))
    assert quoted.paragraph.words == "“Never again,” thought Bo Lund of the “deal” in “The Long Tide”."
    assert quoted.paragraph.contains(quoted.quotation.span)
    assert (quoted.outlet, quoted.published, quoted.reason) == ("Daily Gull", "2031-03-06", "scare quotes")
    assert str(quoted) == "“deal” (Daily Gull): scare quotes"


def test_all_quotations_add_up(relayed: Store) -> None:
    """Those in statements and those in none are all that the bodies have."""
    assert str(tally(relayed)) == (
        "9 quotations in the body = 6 in statements + 3 unattributed (1 scare quotes, 1 title, 1 no source found)"
    )


def test_a_reason_or_limit_asks_for_no_other_sum(relayed: Store) -> None:
    """What narrows the list leaves the sum of the articles; what narrows the articles narrows it."""
    assert tally(relayed, QuotationFilter(reason=Reason.TITLE, limit=1)) == tally(relayed)
    told = tally(relayed, QuotationFilter(outlet="tern"))
    assert str(told) == "2 quotations in the body = 2 in statements + 0 unattributed"


def test_an_empty_record_adds_up(relayed: Store) -> None:
    """Nothing is nothing."""
    told = tally(relayed, QuotationFilter(outlet="nobody"))
    assert (told.quotations, told.attributed, told.unattributed, told.unknown) == (0, 0, 0, 0)


def test_articles_that_nobody_accounted_for_are_counted_apart(relayed: Store) -> None:
    """Quotations of an article without account count nowhere, and the article is told."""
    with relayed.writing() as connection:
        connection.execute(update(documents).where(documents.c.outlet == "The Tern").values(quotations=None))
    told = tally(relayed)
    assert (told.quotations, told.attributed, told.unknown) == (7, 4, 1)


def test_many_quotations_come_in_pieces(relayed: Store) -> None:
    """More quotations than are loaded at once all come, in order."""
    scare = "".join(f"The “x{n}” came.\n\n" for n in range(450))
    fill(relayed, fakes.capture(f"Head\n\n{scare}", outlet="Many"))
    found = quotations(relayed, QuotationFilter(outlet="many"))
    assert [quoted.words for quoted in found] == [f"“x{n}”" for n in range(450)]
