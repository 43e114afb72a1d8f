"""The filters of the command line as a Filter."""

from __future__ import annotations

from argparse import Namespace

from onrecord.query import Filter
from onrecord.record import Act, Form


def filter_of(arguments: Namespace) -> Filter:
    """Return what the arguments ask for."""
    return Filter(
        speaker=arguments.speaker,
        outlet=arguments.outlet,
        words=arguments.words,
        since=arguments.since,
        until=arguments.until,
        form=Form(arguments.form) if arguments.form else None,
        act=Act(arguments.act) if arguments.act else None,
        relay=arguments.relay,
        min_confidence=arguments.min_confidence,
        limit=arguments.limit,
    )
