"""Networks as GraphML."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.networks import Edge, Network
from onrecord.present.export.network.nodes import (
    COLOUR,
    Attributes,
    Node,
    attribute_names,
    nodes,
    target_of,
    told,
    xml,
)

EVIDENCE = 100
"""Ids of statements that an edge names at most: the edge list has all, and their number is always there."""

_EDGE = {"weight": "double", "expected": "double", "low": "double", "high": "double", "evidence": "int"}
_EDGE |= {"statements": "string"}
_NODE = {"label": "string", "variable": "string", "statements": "int", COLOUR: "string"}


def graphml(network: Network, attributes: Attributes) -> Iterator[str]:
    """Yield the lines of a GraphML file: undirected edges with weight, interval and the statements they rest on."""
    listed = nodes(network, attributes)
    own = attribute_names(listed)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation='
        '"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
    )
    for name, kind in _NODE.items():
        yield _key(f"n_{name}", "node", name, kind)
    for at, name in enumerate(own):
        yield _key(f"a{at}", "node", name, "string")
    for name, kind in _EDGE.items():
        yield _key(f"e_{name}", "edge", name, kind)
    for name in described(network):
        yield _key(f"g_{name}", "graph", name, "string")
    yield '<graph id="network" edgedefault="undirected">'
    yield from (_data(f"g_{name}", value) for name, value in described(network).items())
    yield from (_node(node, own) for node in listed)
    for place in range(len(network)):
        yield _edge(network, place)
    yield "</graph>"
    yield "</graphml>"


def described(network: Network) -> dict[str, str]:
    """Return the choices that made a network, by name, as text."""
    design = network.design
    choices = {
        "rows": design.rows,
        "columns": design.columns,
        "qualifier": design.qualifier or "",
        "type": design.shape.value,
        "aggregation": design.aggregation.value,
        "normalization": design.normalization.value,
        "duplicates": design.counting.value,
        "mode": design.mode.value,
        "counted": str(network.counted),
    }
    times = {"start": network.start, "at": network.at, "stop": network.stop}
    return choices | {name: moment.isoformat() for name, moment in times.items() if moment is not None}


def _key(key: str, of: str, name: str, kind: str) -> str:
    return f'<key id="{key}" for="{of}" attr.name="{xml(name)}" attr.type="{kind}"/>'


def _data(key: str, value: str) -> str:
    return f'<data key="{key}">{xml(value)}</data>'


def _node(node: Node, own: list[str]) -> str:
    values = {"label": node.name, "variable": node.variable, "statements": str(node.statements)}
    if COLOUR in node.attributes:
        values[COLOUR] = node.attributes[COLOUR]
    data = [_data(f"n_{name}", value) for name, value in values.items()]
    data += [_data(f"a{at}", node.attributes[name]) for at, name in enumerate(own) if name in node.attributes]
    return f'<node id="n{node.number}">{"".join(data)}</node>'


def _edge(network: Network, place: int) -> str:
    source, target = int(network.weights.source[place]), int(network.weights.target[place])
    data = "".join(_data(f"e_{name}", value) for name, value in edge_values(network.edge(place, EVIDENCE)).items())
    return f'<edge source="n{source}" target="n{target_of(network, target)}">{data}</edge>'


def edge_values(edge: Edge) -> dict[str, str]:
    """Return what graph formats tell of an edge, as text; the interval where there is one."""
    numbers = {"weight": edge.weight, "expected": edge.expected, "low": edge.low, "high": edge.high}
    values = {name: told(number) for name, number in numbers.items() if number is not None}
    return values | {"evidence": str(edge.support), "statements": " ".join(edge.statements)}
