"""Networks as GEXF 1.3, with the days on which nodes and edges have statements."""

from __future__ import annotations

from collections.abc import Iterator

import onrecord
from onrecord.networks import Network
from onrecord.present.export.network.graphml import EVIDENCE, described, edge_values
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

NAMESPACES = {
    "gexf": ("http://www.gexf.net/1.2draft", "http://www.gexf.net/1.2draft/viz"),
    "gexf-1.3": ("http://gexf.net/1.3", "http://gexf.net/1.3/viz"),
}
"""Format → the namespaces of GEXF and its colours. What is written is GEXF 1.3 either way; its own
namespace networkx (3.6) does not know. Gephi goes by the version, networkx by the namespace of 1.2."""

_EDGE = {"expected": "double", "low": "double", "high": "double", "evidence": "integer", "statements": "string"}


def gexf(network: Network, attributes: Attributes, form: str = "gexf") -> Iterator[str]:
    """Yield the lines of a GEXF file. Spells are the days of first and last statement; none where none is dated."""
    listed = nodes(network, attributes)
    own = ["variable", "statements", *attribute_names(listed)]
    space, viz = NAMESPACES[form]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<gexf xmlns="{space}" xmlns:viz="{viz}" version="1.3">'
    about = "; ".join(f"{name}: {value}" for name, value in described(network).items())
    yield f"<meta><creator>onrecord {onrecord.__version__}</creator><description>{xml(about)}</description></meta>"
    yield '<graph mode="dynamic" defaultedgetype="undirected" timeformat="date" timerepresentation="interval">'
    yield from _declared("node", {name: "integer" if name == "statements" else "string" for name in own})
    yield from _declared("edge", _EDGE)
    yield "<nodes>"
    yield from (_node(network, node, own) for node in listed)
    yield "</nodes>"
    yield "<edges>"
    yield from (_edge(network, place) for place in range(len(network)))
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _declared(of: str, names: dict[str, str]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">'
    yield from (f'<attribute id="{at}" title="{xml(n)}" type="{kind}"/>' for at, (n, kind) in enumerate(names.items()))
    yield "</attributes>"


def _values(values: list[str | None]) -> str:
    told_of = "".join(f'<attvalue for="{at}" value="{xml(v)}"/>' for at, v in enumerate(values) if v is not None)
    return f"<attvalues>{told_of}</attvalues>"


def _spells(days: tuple[str, str] | None) -> str:
    return f'<spells><spell start="{days[0]}" end="{days[1]}"/></spells>' if days else ""


def _node(network: Network, node: Node, own: list[str]) -> str:
    known = {"variable": node.variable, "statements": str(node.statements)} | dict(node.attributes)
    row = node.number < len(network.rows)
    days = network.days_of_row(node.number) if row else network.days_of_column(node.number - len(network.rows))
    content = _values([known.get(name) for name in own]) + _spells(days) + _colour(node.attributes.get(COLOUR))
    return f'<node id="n{node.number}" label="{xml(node.name)}">{content}</node>'


def _colour(colour: str | None) -> str:
    if colour is None:
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _edge(network: Network, place: int) -> str:
    edge = network.edge(place, EVIDENCE)
    source, target = int(network.weights.source[place]), int(network.weights.target[place])
    values = edge_values(edge)
    content = _values([values.get(name) for name in _EDGE]) + _spells(network.days(source, target))
    ends = f'source="n{source}" target="n{target_of(network, target)}"'
    return f'<edge id="e{place}" {ends} weight="{told(edge.weight)}">{content}</edge>'
