"""Networks as UCINET DL files: full matrix and edge list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.networks import Mode, Network, Shape
from onrecord.present.export.network.matrix import cell
from onrecord.present.export.network.nodes import distinct, one_line, told


def full_matrix(network: Network) -> Iterator[str]:
    """Yield the lines of a DL file with the whole matrix; in DNA mode as DNA writes it, without any quotation mark."""
    one = network.design.shape is Shape.ONE_MODE
    yield f"dl {_size(network)}, format = fullmatrix"
    yield "labels:" if one else "row labels:"
    yield from _labels(network, network.rows)
    if not one:
        yield "col labels:"
        yield from _labels(network, network.columns)
    yield "data:"
    for row in network.matrix().tolist():
        yield "".join(f" {cell(network, weight)}" for weight in row)


def edge_list(network: Network) -> Iterator[str]:
    """Yield the lines of a DL file with one edge a line, its ends by name."""
    kind = "edgelist1" if network.design.shape is Shape.ONE_MODE else "edgelist2"
    yield f"dl {_size(network)}, format = {kind}"
    yield "labels embedded" if kind == "edgelist1" else "row labels embedded"
    if kind == "edgelist2":
        yield "column labels embedded"
    yield "data:"
    rows, columns, edges = _quoted(network.rows), _quoted(network.columns), network.weights
    for source, target, weight in zip(edges.source.tolist(), edges.target.tolist(), edges.weight.tolist(), strict=True):
        yield f"{rows[source]} {columns[target]} {told(weight)}"


def _size(network: Network) -> str:
    if network.design.shape is Shape.ONE_MODE:
        return f"n = {len(network.rows)}"
    return f"nr = {len(network.rows)}, nc = {len(network.columns)}"


def _labels(network: Network, names: Sequence[str]) -> list[str]:
    if network.design.mode is Mode.DNA:
        return ['"' + name.replace('"', "'").replace("'", "") + '"' for name in names]
    return _quoted(names)


def _quoted(names: Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in distinct(one_line(each).replace('"', "'") for each in names)]
