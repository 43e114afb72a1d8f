"""``onrecord issues``: what the record's statements are about; a codebook of one's own instead of what was found."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, say, shortened, table, write_data
from onrecord.present.export import positions as plain
from onrecord.query import keyset
from onrecord.query.issues import ListedIssue, issue_page
from onrecord.record import Stance
from onrecord.run import coding
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("id", {"no_wrap": True, "style": "dim", "width": 8}),
    ("issue", {"overflow": "fold"}),
    ("says", {"justify": "right", "no_wrap": True}),
    ("support, oppose, neutral", {"no_wrap": True}),
]


def run(arguments: Namespace, settings: Settings) -> int:
    """List the issues; before that take a codebook, or find them anew without one."""
    if arguments.codebook and arguments.find:
        raise SettingsError("give --codebook or --find, not both")
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        if arguments.codebook or arguments.find:
            _code(store, arguments.codebook)
        found = every(store, arguments.name or "", arguments.limit)
        if arguments.json:
            write_data(dumped(plain.issue(each)) for each in found)
            return Exit.OK
        rows = [_row(each) for each in found]
    if rows:
        table(_COLUMNS, rows)
    say(f"{len(rows)} issues" if len(rows) != 1 else "1 issue")
    return Exit.OK


def _code(store: Store, codebook: str | None) -> None:
    from onrecord.classify.issues import read_codebook

    book = read_codebook(Path(codebook)) if codebook else None
    number = coding.use(store, book)
    how = f"a concept of {codebook}" if codebook else "an issue found in several documents"
    say(f"{number} statements are about {how}")


def every(store: Store, words: str, limit: int | None) -> Iterator[ListedIssue]:
    """Yield the issues whose name holds `words`, those on which most was said first, `limit` at most."""

    def ask(after: str | None) -> tuple[Sequence[ListedIssue], str | None]:
        part = issue_page(store, words=words, after=after)
        return part.issues, part.next

    return keyset.every(ask, limit)


def _row(each: ListedIssue) -> tuple[str, ...]:
    told = dict(each.stances)
    stances = ", ".join(str(told.get(stance, 0)) for stance in Stance)
    return each.id[:8], shortened(each.name, 120), str(each.statements), stances
