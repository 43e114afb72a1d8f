"""A network told in the terminal, and as plain data."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isnan
from typing import Any

from onrecord.errors import SettingsError
from onrecord.networks import (
    Aggregation,
    Events,
    Network,
    Polarisation,
    Removed,
    Shape,
    communities,
    nested,
    network,
    polarisation,
)
from onrecord.present.cli.screen import say, shortened, table, write
from onrecord.present.export.network.graphml import EVIDENCE, described

_NAME = 24
"""Columns of a node's name: two of them, a weight, an interval and a number fit 80."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What was asked for of a network beside its edges; None where it was not."""

    communities: tuple[int, ...] | None = None
    polarisation: Polarisation | None = None
    nested: tuple[Removed, ...] | None = None


def structure(made: Network, events: Events, arguments: Namespace) -> Structure:
    """Return what the arguments ask for of a network."""
    asked = arguments.polarisation or arguments.nested
    if asked and (arguments.window is not None or made.design.shape is Shape.TWO_MODE):
        raise SettingsError("--polarisation and --nested are for one-mode networks without a window of time")
    return Structure(
        communities(made) if arguments.communities else None,
        _polarisation(made, events) if arguments.polarisation else None,
        nested(events, made.design) if arguments.nested else None,
    )


def _polarisation(made: Network, events: Events) -> Polarisation:
    both = [
        network(events, replace(made.design, aggregation=each))
        for each in (Aggregation.CONGRUENCE, Aggregation.CONFLICT)
    ]
    return polarisation(*both)


def answer(made: Network, found: Structure, limit: int) -> None:
    """Print the heaviest edges for people, and say how the network was made."""
    ranked = made.ranked()
    edges = made.weights
    rows = []
    for place in ranked[: max(limit, 0)]:
        source, target = int(edges.source[place]), int(edges.target[place])
        bounds = (float(edges.low[place]), float(edges.high[place]))
        names = [shortened(name, 2 * _NAME) for name in (made.rows[source], made.columns[target])]
        support = str(made.support(source, target))
        rows.append((*names, _short(float(edges.weight[place])), _interval(*bounds), support))
    write(_heading(made))
    if rows:
        table(_columns(made), rows)
    _tell_structure(made, found)
    more = len(ranked) - len(rows)
    say(f"{len(ranked)} edges" + (f", {more} of them not shown (--limit, --format)" if more else ""))
    say(_account(made))


def _columns(made: Network) -> tuple[tuple[str, dict[str, Any]], ...]:
    design = made.design
    other = design.rows if design.shape is Shape.ONE_MODE else design.columns
    return (
        (shortened(design.rows, _NAME), {"width": _NAME, "overflow": "fold", "style": "bold"}),
        (shortened(other, _NAME), {"width": _NAME, "overflow": "fold"}),
        ("weight", {"justify": "right", "no_wrap": True}),
        ("90 %", {"justify": "right", "no_wrap": True}),
        ("from", {"justify": "right", "no_wrap": True}),
    )


def _heading(made: Network) -> str:
    about = described(made)
    size = f"{len(made.rows)} {about['rows']}"
    if made.design.shape is Shape.TWO_MODE:
        size += f" × {len(made.columns)} {about['columns']}"
    else:
        size += f" by shared {about['columns']}"
    at = f"{made.at.isoformat(sep=' ')}: " if made.at else ""
    return f"{at}{size}; {about['aggregation']}, normalised: {about['normalization']}, {about['mode']} mode"


def _account(made: Network) -> str:
    """Return how many statements count, and why the others do not: the choice of duplicates is told with it."""
    rule = made.design.counting.value
    out = "; ".join(f"{number} {reason}" for reason, number in made.left_out.items())
    return f"{made.counted} statements count, equal ones once for: {rule}" + (f". Left out: {out}" if out else "")


def _short(number: float) -> str:
    if isnan(number):
        return "–"
    return str(int(number)) if number == int(number) else f"{number:.4g}"


def _interval(low: float, high: float) -> str:
    return "–" if isnan(low) or isnan(high) or low == high else f"{low:.3g}…{high:.3g}"


def _tell_structure(made: Network, found: Structure) -> None:
    if found.communities is not None:
        for number in range(max(found.communities, default=-1) + 1):
            own = [name for name, group in zip(made.rows, found.communities, strict=True) if group == number]
            write(f"community {number + 1}: {shortened(', '.join(own), 400)}")
    if found.polarisation is not None:
        seen = found.polarisation
        index = "–" if seen.external_internal is None else f"{seen.external_internal:.3f}"
        write(f"camps: balance {seen.balance:.3f}, modularity {seen.modularity:.3f}, E-I index {index}")
        for number in range(max(seen.camps, default=-1) + 1):
            own = [name for name, camp in zip(made.rows, seen.camps, strict=True) if camp == number]
            write(f"camp {number + 1}: {shortened(', '.join(own), 400)}")
    for step in found.nested or ():
        write(f"without {shortened(step.column, 48)}: loss {step.loss:.4f}, of all left out {step.redundant_loss:.4f}")


def plain(made: Network, found: Structure) -> dict[str, Any]:
    """Return a network as plain data: choices, nodes, edges, and what was asked for beside.

    Edges have the number of their statements (`support`) and the ids of the first EVIDENCE of them.
    """
    numbers = dict(zip(made.rows, made.row_numbers, strict=True))
    nodes = [{"name": name, "variable": made.design.rows, "statements": number} for name, number in numbers.items()]
    if made.design.shape is Shape.TWO_MODE:
        pairs = zip(made.columns, made.column_numbers, strict=True)
        nodes += [{"name": name, "variable": made.design.columns, "statements": number} for name, number in pairs]
    return {
        **described(made),
        "counted": made.counted,
        "left_out": dict(made.left_out),
        "nodes": nodes,
        "edges": [
            {
                "source": edge.source,
                "target": edge.target,
                "weight": _number(edge.weight),
                "expected": edge.expected,
                "low": edge.low,
                "high": edge.high,
                "support": edge.support,
                "statements": list(edge.statements),
            }
            for edge in (made.edge(place, EVIDENCE) for place in range(len(made)))
        ],
        **_asked(made, found),
    }


def _number(weight: float) -> float | int | None:
    if isnan(weight):
        return None
    return int(weight) if weight == int(weight) else weight


def _asked(made: Network, found: Structure) -> Mapping[str, Any]:
    answers: dict[str, Any] = {}
    if found.communities is not None:
        answers["communities"] = dict(zip(made.rows, found.communities, strict=True))
    if found.polarisation is not None:
        seen = found.polarisation
        answers["polarisation"] = {
            "balance": seen.balance,
            "modularity": seen.modularity,
            "external_internal": seen.external_internal,
            "camps": dict(zip(made.rows, seen.camps, strict=True)),
        }
    if found.nested is not None:
        answers["nested"] = [
            {"column": step.column, "loss": step.loss, "redundant_loss": step.redundant_loss} for step in found.nested
        ]
    return answers
