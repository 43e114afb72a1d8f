"""The filters of the command line as a Filter."""

from __future__ import annotations

from argparse import Namespace
from enum import StrEnum
from typing import TypeVar

from onrecord.errors import SettingsError
from onrecord.query import Filter
from onrecord.query.positions import issue_id
from onrecord.record import Act, Form, SettingKind, Stance, StatementType
from onrecord.store import Store

_Kind = TypeVar("_Kind", bound=StrEnum)


def filter_of(arguments: Namespace, store: Store) -> Filter:
    """Return what the arguments ask for. Raises SettingsError for no value, MissingError for no issue of the record."""
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
        setting=_one_of(SettingKind, "setting", arguments.setting),
        type=_one_of(StatementType, "type", arguments.type),
        conditional=True if arguments.conditional else None,
        issue=_issue(store, arguments.issue),
        stance=_one_of(Stance, "stance", arguments.stance),
        everything=arguments.all,
        limit=arguments.limit,
    )


def _one_of(kinds: type[_Kind], name: str, value: str | None) -> _Kind | None:
    try:
        return kinds(value) if value is not None else None
    except ValueError:
        raise SettingsError(f"--{name} is {value!r}; give one of {', '.join(kinds)}") from None


def _issue(store: Store, word: str | None) -> str | None:
    if word is None:
        return None
    with store.reading() as connection:
        return issue_id(connection, word)
