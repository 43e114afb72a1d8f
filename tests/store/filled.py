"""A small record of invented articles."""

from __future__ import annotations

from tests import fakes

from onrecord.record import Capture
from onrecord.run.article import Article
from onrecord.store import Store

ARTICLES = (
    fakes.capture(
        "Harbour to wait for the tides\n\n“We will reopen the harbour,” said Ada Mott.\n\n"
        "“Never again,” warned Bo Lund.\n",
        "news/harbour.txt",
        outlet="The Tern",
        published="2031-03-04",
    ),
    fakes.capture(
        "Ferry talks fail\n\n“The ferry stays in the harbour tonight,” said Inge Ølgaard.\n",
        "news/ferry.txt",
        outlet="Daily Gull",
        published="2031-03-05T09:30+01:00",
    ),
    fakes.capture("An undated note\n\n“Nobody asked,” said Bo Lund.\n", "news/note.txt"),
)

RELAYED = fakes.capture(
    "Ferry to sail\n\nTern News reported that “the ferry sails” said Ada Mott.\n\n"
    "“Never again,” thought Bo Lund of the “deal” in “The Long Tide”.\n\n“Who would have thought it.”\n",
    "news/relayed.txt",
    outlet="Daily Gull",
    published="2031-03-06",
)
"""A nested attribution, a thought, and three quotations that are part of no attribution."""


def made(capture: Capture) -> Article:
    """Return the article of a capture, made in this process."""
    return fakes.article(capture)


def fill(store: Store, *captures: Capture) -> None:
    """Leave the captures, by default all of the articles, in the record."""
    with store.writing() as connection:
        for capture in captures or ARTICLES:
            article = made(capture)
            store.add(
                connection,
                capture,
                article.document,
                article.statements,
                made_by=fakes.MADE_BY,
                accounts=article.accounts,
            )
