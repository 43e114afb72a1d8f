"""The formats of networks by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.errors import SettingsError
from onrecord.networks import Network
from onrecord.present.export.network.gexf import gexf
from onrecord.present.export.network.graphml import graphml
from onrecord.present.export.network.matrix import edges_csv, matrix_csv
from onrecord.present.export.network.nodes import Attributes
from onrecord.present.export.network.pajek import pajek
from onrecord.present.export.network.ucinet import edge_list, full_matrix

FORMATS: dict[str, Callable[[Network, Attributes], Iterator[str]]] = {
    "matrix-csv": lambda network, _: matrix_csv(network),
    "matrix-csv-raw": lambda network, _: matrix_csv(network, str),
    "edges-csv": lambda network, _: edges_csv(network),
    "edges-csv-raw": lambda network, _: edges_csv(network, str),
    "graphml": graphml,
    "gexf": lambda network, attributes: gexf(network, attributes, "gexf"),
    "gexf-1.3": lambda network, attributes: gexf(network, attributes, "gexf-1.3"),
    "pajek": pajek,
    "dl": lambda network, _: full_matrix(network),
    "dl-edges": lambda network, _: edge_list(network),
}
"""Name → what writes a network, with the attributes of its nodes, as lines."""


def network_lines(network: Network, form: str, attributes: Attributes | None = None) -> Iterator[str]:
    """Yield the lines of a network in the format called `form`, without line ends."""
    if form not in FORMATS:
        raise SettingsError(f"there is no format {form!r} of networks; choose one of {', '.join(FORMATS)}")
    return FORMATS[form](network, attributes or {})
