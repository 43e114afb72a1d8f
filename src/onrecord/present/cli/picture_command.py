"""``onrecord picture``: a timeline, positions or a network as a file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present import pictures
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import say
from onrecord.settings import Settings
from onrecord.store import Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Draw what is asked for, and leave it in a file."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        chart = _CHARTS[arguments.kind](store, arguments)
    path = Path(arguments.out)
    pictures.save(chart, path)
    say(f"{arguments.kind} in {path}")
    return Exit.OK


def _timeline(store: Store, arguments: Namespace) -> Any:  # noqa: ANN401 (a chart)
    one = {name: _single(name, getattr(arguments, name)) for name in ("actor", "issue")}
    return pictures.timeline(
        store,
        **one,
        rows=arguments.by,
        clock=arguments.clock,
        title=arguments.title,
        since=arguments.since,
        until=arguments.until,
    )


def _single(name: str, given: list[str] | None) -> str | None:
    if given and len(given) > 1:
        raise SettingsError(f"a timeline is of one {name}; {len(given)} were given")
    return given[0] if given else None


def _heatmap(store: Store, arguments: Namespace) -> Any:  # noqa: ANN401
    return pictures.heatmap(
        store,
        actors=tuple(arguments.actor or ()),
        issues=tuple(arguments.issue or ()),
        since=arguments.since,
        until=arguments.until,
        size=arguments.top or 25,
        title=arguments.title,
    )


def _network(store: Store, arguments: Namespace) -> Any:  # noqa: ANN401
    if arguments.actor or arguments.issue or arguments.since or arguments.until:
        raise SettingsError("a picture of a network is of all statements; choose some with: onrecord network")
    return pictures.network(
        store,
        rows=arguments.rows,
        columns=arguments.columns,
        shape=arguments.type,
        aggregation=arguments.aggregation,
        normalization=arguments.normalization,
        qualifier=None if arguments.aggregation == "ignore" else "stance",
        top=arguments.top or 60,
        title=arguments.title,
    )


_CHARTS = {"timeline": _timeline, "heatmap": _heatmap, "network": _network}
