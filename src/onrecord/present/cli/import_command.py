"""``onrecord import``: what people coded by hand in another program."""

from __future__ import annotations

from argparse import Namespace

from onrecord import pipeline
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.read_command import plain, progress, tell
from onrecord.present.cli.screen import dumped, say, visible, write_data
from onrecord.record import Outcome
from onrecord.run import importing
from onrecord.run.summary import Interrupted
from onrecord.settings import Settings
from onrecord.store import Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Read the documents of a .dna file as any others, and keep its statements beside them; 1 when some failed."""
    coding = importing.coding_of(arguments.file)
    with Store.open(settings.record, create=True, busy_timeout=settings.busy_timeout) as store:
        # What was coded by hand is kept first: it is there even where reading is interrupted.
        number, new = importing.keep(store, coding)
        try:
            with progress() as told:
                summary = pipeline.read(store, importing.captures(coding), settings, told)
        except Interrupted as interrupted:
            tell(interrupted.summary, store.name)
            say("onrecord: interrupted; all of this is in the record, and the same command does the rest")
            return Exit.INTERRUPTED
        tell(summary, store.name)
        say(f"{number} statements coded by hand in {visible(coding.name)}, {new} of them new")
    if arguments.json:
        write_data([dumped({**plain(summary), "annotations": number, "new_annotations": new})])
    return Exit.FOUND_WRONG if summary.outcomes[Outcome.FAILED] else Exit.OK
