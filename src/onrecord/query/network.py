"""Networks of a record, made of its columns: from memory, as long as nothing of the record changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from onrecord.errors import MissingError
from onrecord.networks import Design, Events, Network, network
from onrecord.query.events import events
from onrecord.query.filter import Filter
from onrecord.query.selection import remembered
from onrecord.store import Store
from onrecord.store import issues as kept


def record_network(store: Store, design: Design, wanted: Filter | None = None) -> Network:
    """Return the network that `design` asks for of the statements that meet `wanted`.

    Its variables are some of :data:`onrecord.query.events.VARIABLES`; without a qualifier in the design of a network
    of issues, stances count for how sure it is. Raises SettingsError for an unknown variable.
    """
    asked = replace(wanted or Filter(), limit=None)
    names = {design.rows, design.columns, *design.only, *design.exclude}
    names |= {design.qualifier} if design.qualifier else set()
    with store.reading() as connection:
        columns, version = store.columns(connection), kept.state(connection).version
    key = ("network", str(design), asked, version)
    found: Network = remembered(columns, key, lambda: network(_events(store, names, asked), design))
    return found


def _events(store: Store, names: Collection[str], wanted: Filter) -> Events:
    with store.reading() as connection:
        columns, version = store.columns(connection), kept.state(connection).version
    key = ("events", frozenset(names), wanted, version)
    found: Events = remembered(columns, key, partial(events, store, names, wanted))
    return found


@dataclass(frozen=True, slots=True)
class Drawn:
    """What of a network is drawn: the places of its heaviest edges, and of the nodes that these link."""

    edges: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]


def drawn(found: Network, most: int) -> Drawn:
    """Return the `most` heaviest edges that weigh something, with their nodes."""
    weights = found.weights
    weighs = np.nan_to_num(weights.weight) != 0
    places = [place for place in found.ranked()[:most] if weighs[place]]
    sources = {int(weights.source[place]) for place in places}
    targets = {int(weights.target[place]) for place in places}
    if found.rows is found.columns:
        sources |= targets
        targets = set()
    return Drawn(tuple(places), tuple(sorted(sources)), tuple(sorted(targets)))


def linking(found: Network, source: str, target: str) -> tuple[str, ...]:
    """Return the ids of the statements that link two nodes, in order of time. Raises MissingError for none such."""
    for name, nodes in ((source, found.rows), (target, found.columns)):
        if name not in nodes:
            raise MissingError(f"the network has no node {name!r}")
    return found.evidence(found.rows.index(source), found.columns.index(target))
