"""An utterance on a terminal: what was said as far as told, and its tellings beside the fullest one."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord.present.cli.articles import name_of, when
from onrecord.present.cli.screen import console, visible
from onrecord.present.telling_words import Stretch, letter, of_fullest, of_telling, rebuilt
from onrecord.query.tellings import ReportedTelling, ShownUtterance
from onrecord.record import Relation


def print_utterance(found: ShownUtterance, *, apart: bool = False) -> None:
    """Print an utterance with all its tellings, the first published first; `apart` from what stands above."""
    screen = console()
    if apart:
        screen.print()
    speakers = "; ".join(visible(each.name) for each in found.speakers) or "nobody named"
    texts = len(found.documents)
    count = f"{len(found.tellings)} tellings in {texts} text{'' if texts == 1 else 's'}, {found.witnesses} independent"
    screen.print(Text.assemble((speakers, "bold"), f": {count} ({found.id[:8]})"))
    _print_rebuilt(screen, found)
    letters = {each.reported.heading.document_id: letter(place) for place, each in _from_last(found)}
    for place, each in enumerate(found.tellings):
        screen.print()
        _print_telling(screen, found.fullest, each, letter(place), letters)


def _from_last(found: ShownUtterance) -> Iterable[tuple[int, ReportedTelling]]:
    """Return the tellings with their places, the last first: a document is named by the first of its tellings."""
    return reversed(list(enumerate(found.tellings)))


def _print_rebuilt(screen: Console, found: ShownUtterance) -> None:
    pieces = rebuilt(found)
    if not pieces:
        return
    screen.print("What was said, as far as told, each part with the tellings that have it:")
    words = Text("  ")
    for each in pieces:
        words.append(visible(each.words)).append(f" [{each.by}] " if each.by else " ", "dim")
    words.rstrip()
    screen.print(words)


def _print_telling(
    screen: Console, fullest: ReportedTelling, each: ReportedTelling, name: str, letters: dict[str, str]
) -> None:
    heading = each.reported.heading
    screen.print(Text.assemble(f"{name}  ", (name_of(heading), "bold"), f" {when(heading)}: ", _what(each, letters)))
    if each.relation is Relation.FULL:
        screen.print(Text.assemble("  ", _cue(each), visible(each.words)))
        return
    if any(difference.fuller for difference in each.differences):
        screen.print(Text.assemble(("  − ", "dim"), marked(of_fullest(fullest, each), "−")))
    screen.print(Text.assemble(("  + ", "dim"), _cue(each), marked(of_telling(each), "+")))
    for number, difference in enumerate(each.differences, 1):
        sign = "!" if difference.changes_meaning else " "
        screen.print(Text(f"  {sign} {number}. {difference.kind.value}: {visible(difference.reason)}"))


def _cue(each: ReportedTelling) -> Text:
    return Text(f"{visible(each.cue)}: " if each.cue else "", "italic")


def _what(each: ReportedTelling, letters: dict[str, str]) -> str:
    told = "the fullest telling" if each.relation is Relation.FULL else each.relation.value
    if each.changes_meaning:
        told += ", may change the meaning"
    if each.reported.region not in (None, "body"):
        told += f", in its {each.reported.region}"
    if each.origin:
        told += f", descends from {letters.get(each.origin, 'another text')}"
    return told


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
