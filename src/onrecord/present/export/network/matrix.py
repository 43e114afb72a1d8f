"""Networks as CSV: matrices, and edge lists with the statements that each edge rests on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from math import isfinite
from typing import Any

from onrecord.networks import Mode, Network
from onrecord.present.export.formats import safe
from onrecord.present.export.network.nodes import told


def matrix_csv(network: Network, escape: Callable[[str], str] = safe) -> Iterator[str]:
    """Yield the matrix with names of rows and columns; in DNA mode as DNA writes it, semicolons and all.

    `escape` is what becomes of names: by default none begins a spreadsheet's formula; `str` leaves them.
    """
    matrix = network.matrix().tolist()
    if network.design.mode is Mode.DNA:
        yield ";".join(['""', *map(_as_dna, network.columns)])
        for name, row in zip(network.rows, matrix, strict=True):
            yield ";".join([_as_dna(name), *(cell(network, weight) for weight in row)])
        return
    yield line(["", *map(escape, network.columns)])
    for name, row in zip(network.rows, matrix, strict=True):
        yield line([escape(name), *map(told, row)])


def cell(network: Network, weight: float) -> str:
    """Return a weight as DNA writes it, whole or with six decimals; as it is where DNA is not followed."""
    if network.design.mode is not Mode.DNA:
        return told(weight)
    if network.whole and isfinite(weight):
        return str(int(weight))
    return f"{weight:.6f}" if isfinite(weight) else "NaN"


def edges_csv(network: Network, escape: Callable[[str], str] = safe) -> Iterator[str]:
    """Yield a row for each edge: its ends, weight, interval, and the ids of all statements it rests on."""
    yield line(["source", "target", "weight", "expected", "low", "high", "evidence", "statements"])
    for edge in network.edges():
        numbers = [told(each) if each is not None else "" for each in (edge.weight, edge.expected, edge.low, edge.high)]
        names = [escape(edge.source), escape(edge.target)]
        yield line([*names, *numbers, edge.support, " ".join(edge.statements)])


def _as_dna(name: str) -> str:
    return '"' + name.replace('"', "'") + '"'


def line(cells: Iterable[Any]) -> str:
    """Return cells as one line of CSV, without its end."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(list(cells))
    return buffer.getvalue()
