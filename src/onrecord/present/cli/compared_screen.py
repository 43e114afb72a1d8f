"""Articles side by side on a terminal: what each tells, leaves out, alone tells and tells otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from onrecord.present.cli.articles import name_of, when
from onrecord.present.cli.screen import console, say, shortened, table, visible
from onrecord.present.telling_words import letter
from onrecord.query.compared import Cell, Comparison, Row
from onrecord.query.reported import Heading

_LENGTH = 110
"""Characters of what is said in a row of the table: four lines beside four articles."""
_WIDTH, _MOST = 11, 4
"""Columns of the terminal for an article, which hold every relation, and the articles that have room at 80."""
_LEFT_OUT = "–"


def print_articles(found: Comparison) -> None:
    """Print a comparison: the articles by letter, a row for each thing said, and what is told of each article."""
    screen = console()
    for place, heading in enumerate(found.articles):
        title = shortened(heading.title or heading.articles[0], 60)
        screen.print(Text(f"{letter(place)}  {name_of(heading)}, {when(heading)}: {title}"))
    screen.print()
    if len(found.articles) <= _MOST:
        columns: list[tuple[str, dict[str, Any]]] = [("said", {"overflow": "fold"})]
        columns += [(letter(place), {"width": _WIDTH, "overflow": "fold"}) for place in range(len(found.articles))]
        table(columns, ((_said(row), *(_cell(row, cell) for cell in row.cells)) for row in found.rows))
        screen.print()
    else:
        for row in found.rows:
            screen.print(Text(_said(row)))
            screen.print(Text(f"  {'; '.join(_told(row))}", "dim"))
            screen.print()
    for place, heading in enumerate(found.articles):
        _print_article(screen, found, letter(place), heading)
    if found.total > len(found.rows):
        say(f"{found.total - len(found.rows)} rows more; see --json")


def _said(row: Row) -> str:
    who = "; ".join(speaker.name for speaker in row.speakers) or "nobody named"
    cue = f" {shortened(row.cue, 40)}" if row.cue else ""
    return f"{shortened(who, 40)}{cue}: {shortened(row.said, _LENGTH)}"


def _cell(row: Row, cell: Cell) -> str:
    if cell.relation is None:
        return _LEFT_OUT
    # What one statement alone tells has no fullest telling to be compared with.
    relation = cell.relation.value if row.utterance_id else "told"
    return relation + (" !" if cell.changes_meaning else "")


def _told(row: Row) -> Iterator[str]:
    """Yield what the articles do with a row, those that do the same together: `full A; verbatim B; not in C D`."""
    by: dict[str, list[str]] = {}
    for place, cell in enumerate(row.cells):
        by.setdefault(_cell(row, cell), []).append(letter(place))
    left = by.pop(_LEFT_OUT, None)
    for what, letters in by.items():
        yield f"{what} {' '.join(letters)}{' alone' if len(row.told_by) == 1 else ''}"
    if left and len(row.told_by) > 1:
        yield f"not in {' '.join(left)}"
    if row.elsewhere:
        yield f"and in {row.elsewhere} other text{'' if row.elsewhere == 1 else 's'}"


def _print_article(screen: Console, found: Comparison, name: str, heading: Heading) -> None:
    key = heading.document_id
    alone, left, otherwise = found.alone(key), found.left_out(key), found.otherwise(key)
    told = f"alone tells {len(alone)}, leaves out {len(left)} that "
    told += "others share" if len(found.articles) > 2 else "the other tells"
    if otherwise:
        told += f", tells {len(otherwise)} so that the meaning may change:"
    screen.print(Text(f"{name}  {name_of(heading)} {told}"))
    for row in otherwise:
        screen.print(Text(f"   ! {_said(row)}"))
        for reason in _reasons(row.cells[found.articles.index(heading)]):
            screen.print(Text(f"     {visible(reason)}"))


def _reasons(cell: Cell) -> Sequence[str]:
    """Return why an article's tellings may change the meaning, each reason once."""
    found = (d for telling in cell.tellings for d in telling.differences if d.changes_meaning)
    return list(dict.fromkeys(f"{each.kind.value}: {each.reason}" for each in found))
