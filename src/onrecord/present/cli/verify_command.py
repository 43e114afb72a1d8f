"""``onrecord verify``: everything derived again from the stored bytes."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, visible, write, write_data
from onrecord.run.verification import verify
from onrecord.settings import Settings
from onrecord.store import Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Print what was verified and what is wrong; return 1 when something is."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        result = verify(store)
    if arguments.json:
        write_data([dumped({**asdict(result), "ok": result.ok})])
    else:
        for finding in result.findings:
            write(f"{finding.noun} {visible(finding.id)}: {visible(finding.wrong)}")
        write(f"{result.captures} captures, {result.documents} documents, {result.statements} statements")
        write(result.share)
    return Exit.OK if result.ok else Exit.FOUND_WRONG
