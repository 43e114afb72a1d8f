"""A network as it is drawn: the heaviest edges, and where their nodes stand."""

from __future__ import annotations

from math import isnan
from typing import Any

import numpy as np

from onrecord.networks import Network, Shape, communities
from onrecord.networks.layout import layout
from onrecord.present.export.network.graphml import described
from onrecord.query.network import Drawn, drawn


def plain(made: Network, most: int) -> dict[str, Any]:
    """Return the `most` heaviest edges of a network with their nodes, each with its place, as plain data."""
    of = drawn(made, most)
    one = made.design.shape is Shape.ONE_MODE
    groups = communities(made) if one else None
    nodes = [
        *(
            _node(made.rows[at], made.design.rows, made.row_numbers[at], groups[at] if groups else None)
            for at in of.rows
        ),
        *(_node(made.columns[at], made.design.columns, made.column_numbers[at], None) for at in of.columns),
    ]
    sources, targets = _places(made, of)
    weights = made.weights
    chosen = list(of.edges)
    at = layout(
        len(nodes), sources, targets, weights.weight[chosen], [groups[row] for row in of.rows] if groups else ()
    )
    for node, (x, y) in zip(nodes, at.tolist(), strict=True):
        node |= {"x": x, "y": y}
    edges = [
        {
            "source": source,
            "target": target,
            "weight": round(float(weights.weight[place]), 6),
            **{name: _number(getattr(weights, name)[place]) for name in ("expected", "low", "high")},
        }
        for place, source, target in zip(chosen, sources.tolist(), targets.tolist(), strict=True)
    ]
    return {
        "choices": described(made),
        "counted": made.counted,
        "left_out": dict(made.left_out),
        "nodes_in_all": len(made.rows) + (0 if one else len(made.columns)),
        "edges_in_all": len(made),
        "nodes": nodes,
        "edges": edges,
    }


def _node(name: str, variable: str, statements: int, community: int | None) -> dict[str, Any]:
    return {"name": name, "variable": variable, "statements": statements, "community": community}


def _places(made: Network, of: Drawn) -> tuple[Any, Any]:
    """Return the ends of the drawn edges as places among the drawn nodes."""
    rows = {row: place for place, row in enumerate(of.rows)}
    columns = {column: len(rows) + place for place, column in enumerate(of.columns)} or rows
    sources = np.array([rows[int(made.weights.source[place])] for place in of.edges], dtype=np.int64)
    targets = np.array([columns[int(made.weights.target[place])] for place in of.edges], dtype=np.int64)
    return sources, targets


def _number(value: float) -> float | None:
    return None if isnan(value) else round(float(value), 6)
