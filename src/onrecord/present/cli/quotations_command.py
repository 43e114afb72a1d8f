"""``onrecord quotations``: the quotations that are part of no statement, and the sum that accounts for all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from rich.text import Text

from onrecord.present.cli.articles import WIDTH, told_by
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import say, table, visible, write_data
from onrecord.present.export import formats
from onrecord.query import QuotationFilter, Quoted, quotations, tally
from onrecord.settings import Settings
from onrecord.store import Store

_AROUND, _LENGTH = 50, 110
"""Characters of its paragraph shown before and after a quotation, and of the quotation itself."""

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("told by", {"no_wrap": True, "width": WIDTH}),
    ("reason", {"width": 10}),
    ("quotation", {"overflow": "fold"}),
]


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the quotations asked for, and say how all of the articles' add up."""
    wanted = QuotationFilter(
        outlet=arguments.outlet,
        reason=arguments.reason,
        since=arguments.since,
        until=arguments.until,
        limit=arguments.limit,
    )
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        sums = tally(store, wanted)
        if arguments.json or arguments.csv:
            write_data(formats.quotation_lines(store, wanted, "csv" if arguments.csv else "jsonl"))
        else:
            _tell(list(quotations(store, wanted)))
    if sums.unknown:
        what, them = ("1 article", "it") if sums.unknown == 1 else (f"{sums.unknown} articles", "them")
        say(f"not accounted for: {what} that an earlier version read; read {them} again")
    say(str(sums))
    return Exit.OK


def _tell(found: Iterable[Quoted]) -> None:
    rows = list(_rows(found))
    if rows:
        table(_COLUMNS, rows)


def _rows(found: Iterable[Quoted]) -> Iterator[tuple[str | Text, ...]]:
    for quoted in found:
        yield told_by(quoted.heading), quoted.reason, _in_context(quoted)


def _in_context(quoted: Quoted) -> Text:
    """Return the quotation, bold, among the words beside it."""
    paragraph, span = quoted.paragraph, quoted.quotation.span
    start, end = span.start - paragraph.start, span.end - paragraph.start
    before, after = paragraph.words[:start], paragraph.words[end:]
    words = span.words if len(span.words) <= _LENGTH else f"{span.words[: _LENGTH - 12]} … {span.words[-9:]}"
    before = "… " + before[-_AROUND:].partition(" ")[2] if len(before) > _AROUND else before
    after = after[:_AROUND].rpartition(" ")[0] + " …" if len(after) > _AROUND else after
    return Text.assemble(visible(before), (visible(words), "bold"), visible(after))
