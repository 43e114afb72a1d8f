"""``onrecord read``: articles into the record."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord import pipeline
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, say, visible, write_data
from onrecord.record import Entry, Given, Outcome
from onrecord.run.summary import Interrupted, Summary
from onrecord.settings import Settings
from onrecord.store import Store

_SHOWN = 10
"""Inputs left out that are named one by one; `onrecord ledger` names all."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Read the inputs; return 1 when some failed."""
    given = Given(arguments.outlet, arguments.published, arguments.url, arguments.charset, arguments.language)
    inputs = pipeline.captures(arguments.paths, settings, given, sys.stdin.buffer)
    with Store.open(settings.record, create=True, busy_timeout=settings.busy_timeout) as store:
        try:
            with progress() as told:
                summary = pipeline.read(store, inputs, settings, told)
        except Interrupted as interrupted:
            tell(interrupted.summary, store.name)
            say("onrecord: interrupted; all of this is in the record, and the same command does the rest")
            return Exit.INTERRUPTED
        tell(summary, store.name)
    if arguments.json:
        write_data([dumped(plain(summary))])
    return Exit.FOUND_WRONG if summary.outcomes[Outcome.FAILED] else Exit.OK


@contextmanager
def progress() -> Iterator[Callable[[Entry], None]]:
    """Give what is told each entry; it draws a bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda entry: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} inputs"), TextColumn("{task.description}", markup=False))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda entry: bar.update(task, advance=1, description=visible(entry.locator)[-50:])


def tell(summary: Summary, record: str) -> None:
    """Say for people what became of the inputs, and why where they were left out."""
    for entry in summary.left_out[:_SHOWN]:
        say(f"{entry.outcome.value}: {visible(entry.locator)}: {visible(entry.reason or '')}")
    if len(summary.left_out) > _SHOWN:
        reasons = Counter((entry.outcome.value, entry.reason) for entry in summary.left_out[_SHOWN:])
        for (outcome, reason), number in reasons.most_common(_SHOWN):
            say(f"{outcome}: {number} more: {visible(reason or '')}")
        say("all of them: onrecord ledger")
    counts = ", ".join(f"{summary.outcomes[outcome]} {outcome.value}" for outcome in Outcome)
    say(f"{summary.inputs} inputs: {counts}; {summary.statements} new statements in {visible(record)}")


def plain(summary: Summary) -> dict[str, object]:
    """Return what became of the inputs as a plain dictionary."""
    left_out = [{"locator": e.locator, "outcome": e.outcome.value, "reason": e.reason} for e in summary.left_out]
    outcomes = {outcome.value: summary.outcomes[outcome] for outcome in Outcome}
    return {"inputs": summary.inputs, **outcomes, "statements": summary.statements, "left_out": left_out}
