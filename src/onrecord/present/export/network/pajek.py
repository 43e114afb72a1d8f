"""Networks as Pajek .net files."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.networks import Network, Shape
from onrecord.present.export.network.nodes import Attributes, distinct, nodes, one_line, target_of, told


def pajek(network: Network, attributes: Attributes) -> Iterator[str]:
    r"""Yield the lines of a Pajek file; two-mode networks name the number of rows behind that of all vertices.

    Labels stand in quotation marks, which the format cannot hold within them: ``"`` becomes ``'``, and ``\``, which
    readers take for an escape, ``/``.
    """
    listed = nodes(network, attributes)
    labels = distinct(one_line(node.name).replace('"', "'").replace("\\", "/") for node in listed)
    two = f" {len(network.rows)}" if network.design.shape is Shape.TWO_MODE else ""
    yield f"*Vertices {len(listed)}{two}"
    yield from (f'{at} "{label}"' for at, label in enumerate(labels, 1))
    yield "*Edges"
    edges = network.weights
    for source, target, weight in zip(edges.source.tolist(), edges.target.tolist(), edges.weight.tolist(), strict=True):
        yield f"{source + 1} {target_of(network, target) + 1} {told(weight)}"
