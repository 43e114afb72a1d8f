"""``onrecord compare``: the tellings of one utterance, or two to six articles, side by side."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from rich.text import Text

from onrecord.errors import MissingError, SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import console, dumped, say, shortened, table, visible, write_data
from onrecord.present.export import tellings
from onrecord.present.telling_words import Stretch, of_fullest, of_telling
from onrecord.query.compared import Cell, Comparison
from onrecord.query.comparison import compare
from onrecord.query.named import document_named
from onrecord.query.reported import Heading
from onrecord.query.show import show as show_statement
from onrecord.query.tellings import ReportedTelling, ShownUtterance
from onrecord.query.utterances import of_statement, show
from onrecord.record import Relation
from onrecord.settings import Settings
from onrecord.store import Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Print what is asked for side by side: one id of an utterance or statement, or two to six articles."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        if len(arguments.of) == 1:
            for found in _utterances(store, arguments.of[0]):
                _tell_utterance(found, arguments)
            return Exit.OK
        _tell_articles(compare(store, [document_named(store, word) for word in arguments.of]), arguments)
    return Exit.OK


def _utterances(store: Store, word: str) -> tuple[ShownUtterance, ...]:
    """Return the utterance of an id, or those that the statement of an id is a telling of."""
    try:
        return (show(store, word),)
    except MissingError as missing:
        try:
            statement = show_statement(store, word).reported
        except MissingError:
            raise missing from None
    found = tuple(show(store, listed.id) for listed, _ in of_statement(store, statement.id))
    if not found:
        raise MissingError(f"statement {statement.id[:8]} is told by this article alone")
    return found


def _tell_utterance(found: ShownUtterance, arguments: Namespace) -> None:
    if arguments.json:
        write_data([dumped(tellings.shown(found))])
    elif arguments.html:
        from onrecord.present.export.tellings_page import utterance_page  # jinja2 is loaded for pages alone

        _write_page(arguments.html, utterance_page(found))
    else:
        _print_utterance(found)


def _tell_articles(found: Comparison, arguments: Namespace) -> None:
    if arguments.json:
        write_data([dumped(tellings.compared(found))])
    elif arguments.html:
        from onrecord.present.export.tellings_page import compared_page

        _write_page(arguments.html, compared_page(found))
    else:
        _print_articles(found)


def _write_page(name: str, page: str) -> None:
    if name == "-":
        write_data([page])
        return
    try:
        Path(name).write_text(page, encoding="utf-8", errors="xmlcharrefreplace")
    except OSError as error:
        raise SettingsError(f"{name} cannot be written: {error.strerror}") from error
    say(f"written to {name}")


def _print_utterance(found: ShownUtterance) -> None:
    screen = console()
    speakers = "; ".join(visible(each.name) for each in found.occasion.speakers) or "nobody named"
    count = f"{len(found.tellings)} tellings in {len(found.documents)} texts, {found.witnesses} of them independent"
    screen.print(Text.assemble((speakers, "bold"), f": {count} ({found.id[:8]})"))
    for each in found.tellings:
        screen.print()
        heading = each.reported.heading
        screen.print(Text.assemble((_name(heading), "bold"), f" {_when(heading)}: ", _what(each)))
        if each.relation is Relation.FULL:
            screen.print(Text(f"  {visible(each.words)}"))
            continue
        if any(difference.fuller for difference in each.differences):
            screen.print(Text.assemble(("  − ", "dim"), marked(of_fullest(found.fullest, each), "−")))
        screen.print(Text.assemble(("  + ", "dim"), marked(of_telling(each), "+")))
        for number, difference in enumerate(each.differences, 1):
            sign = "!" if difference.changes_meaning else " "
            screen.print(Text(f"  {sign} {number}. {difference.kind.value}: {visible(difference.reason)}"))


def _what(each: ReportedTelling) -> str:
    if each.relation is Relation.FULL:
        return "the fullest telling"
    changes = ", may change the meaning" if each.changes_meaning else ""
    return f"{each.relation.value}{changes}"


def _name(heading: Heading) -> str:
    return visible(heading.outlet or heading.articles[0])


def _when(heading: Heading) -> str:
    return (heading.published or "no date")[:10]


def marked(stretches: tuple[Stretch, ...], sign: str) -> Text:
    """Return the words with those that differ in brackets, `[−1 words]`, so that colour is not needed.

    The numbers are those of the differences beneath; ``!`` marks one that may change the meaning.
    """
    text = Text()
    for each in stretches:
        if not each.numbers:
            text.append(visible(each.words))
            continue
        numbers = ",".join(map(str, each.numbers))
        style = "bold red" if each.changes_meaning else "yellow"
        text.append(f"[{sign}{numbers}{'!' if each.changes_meaning else ''}", "dim")
        text.append(f" {visible(each.words)}" if each.words else "", style).append("]", "dim")
    return text


_LENGTH = 110
"""Characters of what is said in a row of the comparison: four lines beside four articles."""
_WIDE, _NARROW, _FEW = 11, 6, 4
"""Columns of the terminal for an article: a whole word up to so few of them, else its beginning."""


def _print_articles(found: Comparison) -> None:
    screen = console()
    for number, heading in enumerate(found.articles, 1):
        title = shortened(heading.title or heading.articles[0], 60)
        screen.print(Text(f"{number}  {_name(heading)}, {_when(heading)}: {title}"))
    screen.print()
    width = _WIDE if len(found.articles) <= _FEW else _NARROW
    columns: list[tuple[str, dict[str, Any]]] = [("said", {"overflow": "fold"})]
    columns += [(str(number), {"width": width, "overflow": "fold"}) for number in range(1, len(found.articles) + 1)]
    table(columns, ((_said(row.words, row.speakers), *map(_cell, row.cells)) for row in found.rows))
    screen.print()
    for number, heading in enumerate(found.articles, 1):
        alone, left = len(found.alone(heading.document_id)), len(found.left_out(heading.document_id))
        screen.print(Text(f"{number}  {_name(heading)} alone tells {alone}, leaves out {left} that others share"))
    if found.total > len(found.rows):
        say(f"{found.total - len(found.rows)} rows more; see --json")


def _said(words: str, speakers: tuple[Any, ...]) -> str:
    who = "; ".join(speaker.name for speaker in speakers) or "nobody named"
    return f"{shortened(who, 40)}: {shortened(words, _LENGTH)}"


def _cell(cell: Cell) -> str:
    if cell.relation is None:
        return "–"
    return cell.relation.value + (" !" if any(each.changes_meaning for each in cell.tellings) else "")
