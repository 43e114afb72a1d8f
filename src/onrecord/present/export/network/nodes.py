"""The nodes of a network as graph formats want them, and names that every format can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

from onrecord.networks import Network, Shape

Attributes = Mapping[tuple[str, str], Mapping[str, str]]
"""What is known of nodes beside their names: (variable, name) → attribute → value. ``color`` is ``#RRGGBB``."""

COLOUR = "color"

# What XML 1.0 has no way to hold (production 2): control characters, half surrogate pairs, U+FFFE and U+FFFF.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_LARGER = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_MARKUP = re.compile("[" + "".join(_LARGER) + "]")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `number` from 0 on over all nodes, its name and variable, and how many statements count for it."""

    number: int
    name: str
    variable: str
    statements: int
    attributes: Mapping[str, str] = field(default_factory=dict)


def nodes(network: Network, attributes: Attributes) -> list[Node]:
    """Return the nodes: the rows, then in two-mode networks the columns."""
    design, named = network.design, zip(network.rows, network.row_numbers, strict=True)
    listed = [(design.rows, name, number) for name, number in named]
    if design.shape is Shape.TWO_MODE:
        named = zip(network.columns, network.column_numbers, strict=True)
        listed += [(design.columns, name, number) for name, number in named]
    return [
        Node(at, name, variable, number, attributes.get((variable, name), {}))
        for at, (variable, name, number) in enumerate(listed)
    ]


def target_of(network: Network, target: int) -> int:
    """Return the number of the node that an edge's target is."""
    return target + (len(network.rows) if network.design.shape is Shape.TWO_MODE else 0)


def attribute_names(listed: Sequence[Node]) -> list[str]:
    """Return the names of all attributes but the colour, sorted."""
    return sorted({name for node in listed for name in node.attributes if name != COLOUR})


def xml(text: str) -> str:
    """Return `text` for an element or attribute of XML; what XML cannot hold is written as ``<U+…>``."""
    held = _NO_XML.sub(_visible, text)
    return _MARKUP.sub(lambda match: _LARGER[match[0]], held)


def one_line(text: str) -> str:
    """Return `text` on one line: what breaks or hides one is written as ``<U+…>``, white space as a space."""
    return _LINES.sub(lambda match: " " if match[0] in "\t\n\r\x85\u2028\u2029" else _visible(match), text)


def _visible(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"


def distinct(names: Iterable[str]) -> list[str]:
    """Return the names, with a number behind those that another before them has too."""
    seen: set[str] = set()
    found = []
    for name in names:
        number, told = 1, name
        while told in seen:
            number += 1
            told = f"{name} ({number})"
        seen.add(told)
        found.append(told)
    return found


def told(number: float) -> str:
    """Return a number in as few digits as give it back; whole ones without a point."""
    whole = isfinite(number) and number == int(number) and abs(number) < 2**53
    return str(int(number)) if whole else repr(number)
