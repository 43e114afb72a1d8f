"""A small record in which articles tell the same: word for word, altered, reprinted, corrected."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from tests import fakes
from tests.present.rooms import fill, hostile
from tests.store.filled import ARTICLES, RELAYED

from onrecord.align.clashes import clashes
from onrecord.query.told import told_of
from onrecord.record import Capture, Given
from onrecord.run.aligning import Aligning
from onrecord.store import Store, alignments
from onrecord.store.schema import statements

_SAID = "“We will not close the harbour to foreign trawlers before the spring tides have turned,” said Ada Mott."
_STORY = (
    "Verek’s harbour board met for six hours on Tuesday evening to decide about the quay.\n\n"
    "Fishermen from three villages waited outside in the rain, with lanterns and with nets on their shoulders.\n\n"
    f"{_SAID}\n\n“{{more}}” said Ada Mott.\n\n"
    "The board had put off the question twice, in January for want of a quorum and in February for want of heating.\n\n"
    "Thirty-one boats lie in the inner basin today, nine of them under repair since the storm of last autumn.\n"
)
MORE = "Whoever pays the dues of last year may lie at the inner quay until summer,"

WIRE = fakes.capture(
    "Harbour stays open, says Mott\n\n" + _STORY.format(more=MORE),
    "news/wire.txt",
    outlet="Meridian Wire",
    published="2031-03-04T08:00Z",
)
REPRINT = fakes.capture(
    "Mott keeps the harbour open\n\n" + _STORY.format(more=MORE),
    "news/reprint.txt",
    outlet="Tern News",
    published="2031-03-04T12:00Z",
)
LATER = fakes.capture(
    "Harbour stays open, says Mott\n\n"
    + _STORY.format(more=MORE).replace("Thirty-one boats", "Thirty-three boats").replace("in the rain, ", ""),
    "news/later.txt",
    outlet="Meridian Wire",
    published="2031-03-04T18:00Z",
)
ALTERED = fakes.capture(
    "Mott shuts trawlers out\n\n"
    + _SAID.replace(" not", "")
    + "\n\n“Nobody asked the pilots about the fog,” said Bo Lund.\n",
    "news/altered.txt",
    outlet="The Lantern",
    published="2031-03-05",
)
CAPTURES = (WIRE, REPRINT, LATER, ALTERED)

CREDITED = fakes.capture(
    "Lund speaks of the dues\n\n" + f"“{MORE}” said Bo Lund.\n",
    "news/credited.txt",
    outlet="Harbour Courier",
    published="2031-03-05",
)
"""An article that gives another's words to somebody else."""


def retold_record(path: Path) -> Store:
    """Return a record of four articles that tell the same, aligned."""
    return _aligned(path, *CAPTURES)


def broad_record(path: Path) -> Store:
    """Return an aligned record of articles that tell the same and of some that do not."""
    return _aligned(path, *CAPTURES, *ARTICLES, RELAYED)


def clashing_record(path: Path) -> Store:
    """Return a record in which an article gives the words of others to somebody else."""
    store = _aligned(path, *CAPTURES, CREDITED)
    with store.writing() as connection:
        ids = list(connection.execute(select(statements.c.id)).scalars())
        found = clashes(told_of(connection, ids).values())
        alignments.clash(
            connection, ids, ((each.a, each.b, each.kind.value, each.words, each.reason) for each in found)
        )
    return store


def hostile_retold_record(path: Path) -> Store:
    """Return an aligned record whose every text asks for trouble; each article is told by two outlets."""
    return _aligned(path, *hostile(), *map(_again, hostile()))


def _again(one: Capture) -> Capture:
    """Return another outlet's article with the same quotations."""
    row = json.loads(one.data)
    told = {**row, "outlet": f"again {row['outlet']}", "text": f"It was told again.\n\n{row['text']}"}
    return replace(one, data=json.dumps(told).encode(), given=Given(language="en"))


def _aligned(path: Path, *captures: Capture) -> Store:
    store = Store.open(path, create=True, connections=4)
    fill(store, *captures)
    Aligning().run(store)
    return store
