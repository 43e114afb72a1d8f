"""An article's quotations are counted by the rule that lists them."""

from __future__ import annotations

import pytest
from tests import fakes
from tests.store.filled import RELAYED

from onrecord import clean
from onrecord.run.accounts import account


def test_the_account_adds_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """All quotations are those that no attribution would leave unattributed."""
    fakes.put_accounts_in(monkeypatch)
    document = clean.document(RELAYED)
    accounts = account(document, fakes.attributions(document))
    assert (accounts.quotations, accounts.attributed) == (5, 2)
    assert accounts.unattributed == fakes.unattributed(document, fakes.attributions(document))
    assert account(document, ()).attributed == 0


def test_the_order_of_attributions_changes_nothing() -> None:
    """The account depends on what is attributed alone."""
    document = clean.document(RELAYED)
    found = fakes.attributions(document)
    assert account(document, found) == account(document, found[::-1])


def test_the_headline_is_no_body() -> None:
    """Quotations are counted in the body alone."""
    document = clean.document(fakes.capture("A “deal” at last\n\nThey shook “hands”.\n"))
    assert [u.span.words for u in account(document, ()).unattributed] == ["“hands”"]
