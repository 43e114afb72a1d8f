"""A small record of one event, told by several outlets: its articles say what the fakes find in them."""

from __future__ import annotations

from pathlib import Path

from tests import fakes
from tests.run.arrivals import Arrival, read

from onrecord.record import Capture
from onrecord.run.aligning import Aligning
from onrecord.store import Store

WIRE = (
    "Verek opens the northern harbour to every ferry of the islands\n\n"
    "The president spoke in Tarsk on the day after the storm had torn the old pier from its ground and left the "
    "fishing fleet without a berth for the winter, as port engineers counted what was left of it.\n\n"
    "“We will open the northern harbour to every ferry of the islands before winter comes,” said Ilan Verek.\n\n"
    "“Nobody in this country will pay for the pier but the company that built it so badly,” warned Hedda Lorn.\n"
)


def article(text: str, name: str, outlet: str, day: str = "2031-03-04") -> Capture:
    """Return an article."""
    return fakes.capture(text, f"news/{name}.txt", outlet=outlet, published=day)


WIRE_STORY = article(WIRE, "wire", "Meridian Wire")
REPRINT = article(WIRE + "\nRead more on our pages for the islands.\n", "reprint", "Daily Gull", "2031-03-05")
CUT = article(
    "Harbour opens\n\n“We will open the northern harbour to every ferry of the islands,” said Ilan Verek.\n",
    "cut",
    "Tern News",
)
ALTERED = article(
    "Verek speaks\n\n“We will not open the northern harbour to every ferry of the islands before winter comes,” "
    "said Ilan Verek.\n\n“The islands have waited for nine hard years,” said Ada Mott.\n",
    "altered",
    "Evening Post",
    "2031-03-05",
)
ELSEWHERE = article("Dams\n\n“Dams are not built by speeches,” said Bo Lund.\n", "dams", "Tern News", "2031-05-01")

ALL = (WIRE_STORY, REPRINT, CUT, ALTERED, ELSEWHERE)


def aligned(path: Path) -> Store:
    """Return an aligned record of the articles."""
    store = Store.open(path, create=True)
    read(store, [Arrival(each, fakes.article(each)) for each in ALL])
    Aligning().run(store)
    return store
