"""``onrecord documents``: the articles of the record, with what was found in each."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from onrecord.present.cli.articles import WIDTH, told_by
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, say, shortened, table, write_data
from onrecord.query import keyset
from onrecord.query.documents import Counts, DocumentFilter, document_page
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("id", {"no_wrap": True, "style": "dim", "width": 8}),
    ("outlet", {"no_wrap": True, "width": WIDTH}),
    ("article", {"overflow": "fold"}),
    ("says", {"justify": "right", "no_wrap": True}),
    ("flags", {"justify": "right", "no_wrap": True}),
]


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the articles asked for."""
    wanted = DocumentFilter(arguments.outlet, arguments.since, arguments.until)
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        found = _every(store, wanted)
        if arguments.json:
            write_data(dumped(asdict(each)) for each in found)
            return Exit.OK
        rows = [_row(each) for each in found]
    if rows:
        table(_COLUMNS, rows)
    say(f"{len(rows)} articles" if len(rows) != 1 else "1 article")
    return Exit.OK


def _every(store: Store, wanted: DocumentFilter) -> Iterator[Counts]:
    def ask(after: str | None) -> tuple[Sequence[Counts], str | None]:
        part = document_page(store, wanted, after=after)
        return part.documents, part.next

    return keyset.every(ask)


def _row(each: Counts) -> tuple[str, ...]:
    name = each.heading.title or each.heading.articles[0]
    told = str(each.statements), str(each.anomalies)
    return each.heading.document_id[:8], told_by(each.heading), shortened(name, 120), *told
