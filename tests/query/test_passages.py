"""Which part of a long telling is meant."""

from __future__ import annotations

import pytest
from tests.text.differences.tellings import telling

from onrecord.query.passages import passage

LONG = "“We have lived here for ages. We will not close our sluices to anyone, but we sign no treaty.”"


@pytest.mark.parametrize(
    ("others", "part"),
    [
        (["“we sign no treaty”"], "… we sign no treaty."),
        (["“We will close our sluices to anyone.”"], "… We will not close our sluices to anyone, …"),
        (["“We have lived here for ages.”"], "We have lived here for ages. …"),
        ([LONG], None),
        (["“lived here for ages. We will not close our sluices to anyone, but we sign no treaties.”"], None),
        (["he signed nothing"], None),
        (["“We have lived here for ages.”", "“we sign no treaty”"], None),
        ([], None),
    ],
)
def test_what_all_quote_is_the_passage(others: list[str], part: str | None) -> None:
    """From the first to the last words that all quote, with what a telling drops between; else the whole is meant."""
    assert passage([telling(line, "abc"[k]) for k, line in enumerate([LONG, *others])]) == part
