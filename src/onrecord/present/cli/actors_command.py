"""``onrecord actors``: who is on record, and people's judgements of who is who."""

from __future__ import annotations

import getpass
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, TypedDict

from rich.text import Text

from onrecord.errors import SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import console, dumped, say, shortened, table, visible, write_data
from onrecord.query import ActorFilter, Listed, Portrait, actor, actors, judgements
from onrecord.record import ActorKind, Judgement, JudgementKind
from onrecord.run import judging
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("id", {"no_wrap": True, "style": "dim", "width": 8}),
    ("actor", {"style": "bold", "overflow": "fold"}),
    ("kind", {"no_wrap": True, "width": 12}),
    ("says", {"justify": "right", "no_wrap": True}),
    ("met as, with the roles", {"overflow": "fold"}),
]
_ROLES = 3
"""Roles shown in the list; `show` has all."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Do what is asked: list, show, merge, split, rename, undo or log."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        return _ACTIONS[arguments.action or "list"](store, arguments)


def _list(store: Store, arguments: Namespace) -> int:
    try:
        kind = ActorKind(arguments.kind) if arguments.kind else None
    except ValueError:
        raise SettingsError(f"--kind is {arguments.kind!r}; give one of {', '.join(ActorKind)}") from None
    found = actors(store, ActorFilter(arguments.name, kind, arguments.doubtful, arguments.limit))
    if arguments.json:
        write_data(dumped(asdict(listed)) for listed in found)
        return Exit.OK
    if found:
        table(_COLUMNS, (_row(listed) for listed in found))
    say(f"{len(found)} actors" if len(found) != 1 else "1 actor")
    return Exit.OK


def _row(listed: Listed) -> tuple[str, ...]:
    name = listed.name + (f"\n{listed.authority}" if listed.authority else "")
    doubts = (f"or {other.name} ({other.score:.2f})" for other in listed.candidates[:2])
    met = [each.name for each in listed.names if each.name != listed.name]
    told = [*met, *(role.role for role in listed.roles[:_ROLES]), *doubts]
    return (
        listed.id[:8],
        visible_lines(name),
        listed.kind.value,
        str(listed.statements),
        shortened("; ".join(told), 120),
    )


def visible_lines(text: str) -> str:
    """Return `text` with every line in its visible form."""
    return "\n".join(map(visible, text.split("\n")))


def _show(store: Store, arguments: Namespace) -> int:
    portrait = actor(store, arguments.actor)
    if arguments.json:
        write_data([dumped(_plain(portrait))])
        return Exit.OK
    screen = console()
    for name, value in _facts(portrait):
        screen.print(Text.assemble((f"{name:<11}", "dim"), visible(value)))
    return Exit.OK


def _plain(portrait: Portrait) -> dict[str, Any]:
    made = [{"number": number, **asdict(judgement)} for number, judgement in portrait.judgements]
    return {**asdict(portrait.listed), "members": [asdict(m) for m in portrait.members], "judgements": made}


def _facts(portrait: Portrait) -> Iterator[tuple[str, str]]:
    listed = portrait.listed
    yield "actor", f"{listed.name} ({listed.kind.value})"
    yield "id", listed.id
    if listed.authority:
        yield "authority", listed.authority
    if listed.reason:
        yield "because", listed.reason
    yield "says", f"{listed.statements} statements in {listed.documents} documents"
    for met in listed.names:
        yield "met as", f"{met.name} ({met.documents} documents)"
    for role in listed.roles:
        yield "role", f"{role.role} ({', '.join(role.days) or 'no date'})"
    for other in listed.candidates:
        yield "or else", f"{other.name} ({other.id[:8]}, {other.score:.2f}): {other.reason}"
    for member in portrait.members:
        where = member.outlet or member.title or member.document_id[:8]
        moved = "" if member.machine == listed.id else f"; the machine alone: {member.machine[:8]}"
        yield "member", f"{member.id[:8]} {member.name}, {where}, {member.published or 'no date'}{moved}"
    for number, judgement in portrait.judgements:
        yield "judgement", f"{number}: {_told(judgement)}"


def _merge(store: Store, arguments: Namespace) -> int:
    number = judging.merge(store, arguments.actors, **_by(arguments))
    return _done(f"judgement {number}: these {len(arguments.actors)} are one")


def _split(store: Store, arguments: Namespace) -> int:
    numbers = judging.split(store, arguments.actor, arguments.members, **_by(arguments))
    return _done(f"judgement {', '.join(map(str, numbers))}: they are somebody else")


def _rename(store: Store, arguments: Namespace) -> int:
    number = judging.rename(store, arguments.actor, arguments.name, **_by(arguments))
    return _done(f"judgement {number}: the name is {arguments.name}")


def _undo(store: Store, arguments: Namespace) -> int:
    number = judging.withdraw(store, arguments.number, **_by(arguments))
    return _done(f"judgement {number}: {arguments.number} no longer holds")


def _log(store: Store, arguments: Namespace) -> int:
    made = judgements(store)
    if arguments.json:
        write_data(dumped({"number": number, **asdict(judgement)}) for number, judgement in made)
        return Exit.OK
    screen = console()
    for number, judgement in made:
        screen.print(Text(visible(f"{number}  {_told(judgement)}")))
    say(f"{len(made)} judgements" if len(made) != 1 else "1 judgement")
    return Exit.OK


def _told(judgement: Judgement) -> str:
    who = ", ".join(subject[:8] for subject in judgement.subjects)
    name = f" “{judgement.value}”" if judgement.kind is JudgementKind.NAME else ""
    reason = f" ({judgement.reason})" if judgement.reason else ""
    return f"{judgement.kind.value}{name}: {who}; {judgement.author}, {judgement.made_at}{reason}"


class _By(TypedDict):
    """Who judges, when and why."""

    author: str
    made_at: str
    reason: str


def _by(arguments: Namespace) -> _By:
    """Return who judges, when and why."""
    made_at = datetime.now(UTC).isoformat(timespec="microseconds")
    return {"author": arguments.by or getpass.getuser(), "made_at": made_at, "reason": arguments.reason or ""}


def _done(message: str) -> int:
    say(message)
    return Exit.OK


_ACTIONS = {
    "list": _list,
    "show": _show,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "undo": _undo,
    "log": _log,
}
