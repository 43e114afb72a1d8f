"""The filters of the command line as a Filter."""

from __future__ import annotations

from argparse import Namespace

from onrecord.errors import SettingsError
from onrecord.query import Filter
from onrecord.record import Act, Form, SettingKind


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
        addressee=arguments.addressee,
        said_since=arguments.said_since,
        said_until=arguments.said_until,
        setting=_setting(arguments.setting),
        everything=arguments.all,
        limit=arguments.limit,
    )


def _setting(value: str | None) -> SettingKind | None:
    try:
        return SettingKind(value) if value is not None else None
    except ValueError:
        raise SettingsError(f"--setting is {value!r}; give one of {', '.join(SettingKind)}") from None
