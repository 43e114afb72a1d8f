"""``onrecord anomalies``: what pages themselves contradict, with the words and the reason."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from onrecord.present.cli.articles import WIDTH, told_by
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import say, shortened, table, write_data
from onrecord.present.export import formats
from onrecord.query import AnomalyFilter, Flagged, anomalies
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("told by", {"no_wrap": True, "width": WIDTH}),
    ("what does not fit", {"overflow": "fold"}),
]
_LENGTH = 90
"""Characters of the words shown."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the anomalies asked for."""
    wanted = AnomalyFilter(arguments.kind, arguments.outlet, arguments.since, arguments.until, arguments.limit)
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        if arguments.json or arguments.csv:
            write_data(formats.anomaly_lines(store, wanted, "csv" if arguments.csv else "jsonl"))
            return Exit.OK
        found = list(anomalies(store, wanted))
    if found:
        table(_COLUMNS, (_row(flagged) for flagged in found))
    say(f"{len(found)} anomalies" if len(found) != 1 else "1 anomaly")
    return Exit.OK


def _row(flagged: Flagged) -> tuple[str, ...]:
    words = " … ".join(span.words for span in flagged.anomaly.spans)
    told = f"{flagged.kind}: “{shortened(words, _LENGTH)}”\n{shortened(flagged.reason, 200)}"
    return told_by(flagged.heading), told
