"""``onrecord ledger``: what became of the inputs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, table, visible, write_data
from onrecord.record import Entry, Outcome
from onrecord.settings import Settings
from onrecord.store import Store
from onrecord.store.journal import Run, all_runs, entries_of


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the runs, or the inputs of one."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store, store.reading() as connection:
        runs = all_runs(connection)
        chosen = arguments.run or (runs[0].id if arguments.outcome and runs else None)
        entries = entries_of(connection, chosen) if chosen else []
    if chosen is None:
        _tell_runs(runs, as_json=arguments.json)
        return Exit.OK
    if chosen not in {each.id for each in runs}:
        raise SettingsError(f"--run {chosen}: there is no such run; list them with: onrecord ledger")
    wanted = [e for e in entries if arguments.outcome in (None, e.outcome.value)]
    _tell_entries(wanted, as_json=arguments.json)
    return Exit.OK


def _tell_runs(runs: Iterable[Run], *, as_json: bool) -> None:
    counts = [{outcome.value: each.outcomes.get(outcome, 0) for outcome in Outcome} for each in runs]
    if as_json:
        lines = zip(runs, counts, strict=True)
        write_data(
            dumped({"run": r.id, "started": r.started, "finished": r.finished, "inputs": r.inputs, **c})
            for r, c in lines
        )
        return
    columns: list[tuple[str, dict[str, Any]]] = [
        ("run", {"justify": "right"}),
        ("started (UTC)", {}),
        ("inputs", {"justify": "right"}),
    ]
    columns += [(outcome.value, {"justify": "right"}) for outcome in Outcome] + [("", {})]
    rows = [
        (str(r.id), r.started[:19], str(sum(c.values())), *map(str, c.values()), "" if r.finished else "ended early")
        for r, c in zip(runs, counts, strict=True)
    ]
    table(columns, rows)


def _tell_entries(entries: Iterable[Entry], *, as_json: bool) -> None:
    if as_json:
        write_data(
            dumped({"locator": e.locator, "outcome": e.outcome.value, "capture": e.capture_id, "reason": e.reason})
            for e in entries
        )
        return
    columns: list[tuple[str, dict[str, Any]]] = [
        ("outcome", {"no_wrap": True}),
        ("input", {"overflow": "fold"}),
        ("reason", {"overflow": "fold"}),
    ]
    table(columns, ((e.outcome.value, visible(e.locator), visible(e.reason or "")) for e in entries))
