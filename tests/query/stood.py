"""A small record in which it is known who stands where: stances are given by hand, by the words of statements."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from tests import fakes
from tests.store.filled import fill

from onrecord.record import Stance
from onrecord.run.identify import identify
from onrecord.store import Store, changes
from onrecord.store import issues as kept
from onrecord.store.schema import spans

DUES = kept.Named("a" * 24, "harbour dues", ("due", "harbour"))
QUAY = kept.Named("b" * 24, "inner quay", ("inner", "quay"))

SAID = {
    "We want the dues": (DUES, Stance.SUPPORT),
    "The dues are right": (DUES, Stance.SUPPORT),
    "No more dues": (DUES, Stance.OPPOSE),
    "The dues must go": (DUES, Stance.OPPOSE),
    "I like the dues": (DUES, Stance.SUPPORT),
    "Build the quay": (QUAY, Stance.SUPPORT),
    "The quay is ours": (QUAY, Stance.SUPPORT),
    "What of the quay": (QUAY, Stance.NEUTRAL),
}

ARTICLES = (
    fakes.capture(
        "One\n\n“We want the dues” said Ada Mott.\n\n“No more dues” warned Bo Lund.\n\n"
        "“Build the quay” said Ada Mott.\n",
        "one.txt",
        outlet="The Tern",
        published="2031-03-04",
    ),
    fakes.capture(
        "Two\n\n“The dues are right” said Ada Mott.\n\n“The quay is ours” said Bo Lund.\n\n"
        "“I like the dues” said Cy Hale.\n",
        "two.txt",
        outlet="Daily Gull",
        published="2031-03-06",
    ),
    fakes.capture(
        "Three\n\n“The dues must go” said Ada Mott.\n\n“What of the quay” said Cy Hale.\n",
        "three.txt",
        outlet="The Tern",
        published="2031-03-09",
    ),
)
"""Ada Mott turns on the dues; Bo Lund is against them and for the quay, as she is; Cy Hale likes the dues."""


def stood_record(path: Path) -> Store:
    """Return the record, open."""
    store = Store.open(path, create=True, connections=4)
    fill(store, *ARTICLES)
    with store.writing() as connection:
        identify(connection)
        query = select(spans.c.statement_id, spans.c.words).where(spans.c.role == "content")
        of = {row.words.strip("“”"): row.statement_id for row in connection.execute(query)}
        about = {of[words]: kept.About(issue.id, 0.9, stance, 0.8) for words, (issue, stance) in SAID.items()}
        kept.settle(connection, [DUES, QUAY], about)
        kept.reached(connection, changes.latest(connection), "by hand")
    return store
