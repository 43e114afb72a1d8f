"""``onrecord lineage``: which articles descend from one report, and what changed between versions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from rich.text import Text

from onrecord.errors import SettingsError
from onrecord.present.cli.articles import told_by
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import console, dumped, say, table, visible, write_data
from onrecord.present.export import lineages
from onrecord.query.lineage import Descendant, DocumentLineage, ShownFamily, every, of_document
from onrecord.query.named import document_named
from onrecord.query.reported import Heading
from onrecord.query.versions import Versions, versions
from onrecord.record import ChangeKind
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("id", {"no_wrap": True, "style": "dim", "width": 8}),
    ("likely origin", {"style": "bold", "width": 16, "overflow": "fold"}),
    ("agency", {"width": 14, "overflow": "fold"}),
    ("texts", {"justify": "right", "width": 5}),
    ("outlets", {"overflow": "fold"}),
]
_SIGNS = {
    ChangeKind.KEPT: " ",
    ChangeKind.MOVED: "~",
    ChangeKind.CHANGED: "*",
    ChangeKind.ADDED: "+",
    ChangeKind.DROPPED: "−",
}
"""How a line begins that tells what became of a sentence, so that colour is not needed."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the families of the record, the lineage of one article, or what changed between two."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        named = [document_named(store, word) for word in arguments.of]
        if not named:
            _tell_families(list(every(store, arguments.limit)), as_json=arguments.json)
        elif len(named) == 1:
            _tell_document(of_document(store, named[0]), as_json=arguments.json)
        elif len(named) == 2:
            _tell_versions(versions(store, *named), as_json=arguments.json)
        else:
            raise SettingsError(f"{len(named)} articles were given: give none, one, or the two versions of one")
    return Exit.OK


def _tell_families(found: list[ShownFamily], *, as_json: bool) -> None:
    if as_json:
        write_data(dumped(lineages.family(each)) for each in found)
        return
    if found:
        table(_COLUMNS, [_row(each) for each in found])
    say(f"{len(found)} families" if len(found) != 1 else "1 family")


def _row(each: ShownFamily) -> tuple[str, ...]:
    outlets = ", ".join(map(visible, each.outlets))
    return each.id[:8], told_by(each.origin), visible(each.agency_name or "–"), str(each.size), outlets


def _tell_document(found: DocumentLineage, *, as_json: bool) -> None:
    if as_json:
        write_data([dumped(lineages.lineage(found))])
        return
    screen = console()
    if found.family is None:
        screen.print(Text(f"{_name(found.heading)}: a text of its own"))
    else:
        agency = f", which credit {visible(found.family.agency_name)}" if found.family.agency_name else ""
        count = f"one of {found.family.size} texts of one report{agency}"
        screen.print(Text.assemble((_name(found.heading), "bold"), f": {count}"))
        for member in found.family.members:
            screen.print(Text(f"  {_name(member.heading)}: {_what(member)}"))
    if found.event:
        screen.print(Text("Of the same event, in words of their own:"))
        for heading in found.event:
            screen.print(Text(f"  {_name(heading)}"))


def _what(member: Descendant) -> str:
    descent = member.descent
    if descent is None:
        return "the likely origin"
    of_document, of_origin = _share(descent.of_document), _share(descent.of_origin)
    return f"{descent.kind.value}: {of_document} of its text, {of_origin} of the origin's"


def _share(value: float) -> str:
    """Return a share; only what is whole is told as 100%."""
    told = f"{value:.0%}"
    return "over 99%" if told == "100%" and value < 1 else told


def _tell_versions(found: Versions, *, as_json: bool) -> None:
    if as_json:
        write_data([dumped(lineages.versions(found))])
        return
    screen = console()
    counted = ", ".join(f"{number} {kind.value}" for kind, number in found.numbers.items() if number)
    screen.print(Text.assemble((_name(found.before), "bold"), " → ", (_name(found.after), "bold"), f": {counted}"))
    if not found.share_text:
        event = " of one event" if found.descent else ""
        screen.print(Text(f"No versions of one text: two reports{event}, which share no more than what is kept here."))
    for each in found.changes:
        if each.change.kind is ChangeKind.CHANGED:
            was, now = ((edit.before, "−") for edit in each.edits), ((edit.after, "+") for edit in each.edits)
            screen.print(Text(f"− {_edited(each.before, was)}", "dim"))
            screen.print(Text(f"{_SIGNS[each.change.kind]} {_edited(each.after, now)}"))
        else:
            screen.print(Text(f"{_SIGNS[each.change.kind]} {visible(each.after or each.before)}"))
        for one in each.sharp:
            screen.print(Text(f"  ! {one.kind.value}: {visible(one.reason)}", "bold"))


def _edited(words: str, edits: Iterable[tuple[tuple[int, int], str]]) -> str:
    """Return the words with those that differ in brackets, `[− words]`, `[+ words]`, so that colour is not needed."""
    told, at = "", 0
    for (start, end), sign in edits:
        if start < end:
            told += f"{words[at:start]}[{sign} {words[start:end].strip()}]"
            at = end
    return visible(told + words[at:])


def _name(heading: Heading) -> str:
    name = heading.outlet or heading.articles[0]
    return f"{visible(name)}, {(heading.published or 'no date')[:10]} ({heading.document_id[:8]})"
