"""What a list of utterances is asked for, from its address and back into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from onrecord.errors import SettingsError
from onrecord.query import Filter
from onrecord.query.utterances import Order
from onrecord.record import Relation

NAMES = ("words", "speaker", "outlet", "since", "until", "said_since", "said_until", "actor", "outlet_name")
"""The conditions that a telling must meet: fields of :class:`onrecord.query.Filter`, by their names."""

FORM = (*NAMES, "relation", "order")
LONGEST = 500
"""Characters of a condition at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the conditions `wanted`, the `relation` that a telling must have, and in which `order`."""

    given: Mapping[str, str]
    wanted: Filter
    relation: Relation | None
    order: Order

    @property
    def parameters(self) -> str:
        """All that is asked as the query of an address."""
        return urlencode([(name, value) for name, value in self.given.items() if value], errors="replace")

    def address(self, **changes: str) -> str:
        """Return the address of the list with some of what is asked changed; "" takes it away."""
        told = [(name, value) for name, value in {**self.given, **changes}.items() if value]
        return "?".join(filter(None, ["/utterances", urlencode(told, errors="replace")]))


def form(given: Mapping[str, str]) -> dict[str, str]:
    """Return what a form of the list holds, field by field."""
    return {name: given.get(name, "").strip() for name in FORM}


def asked(given: Mapping[str, str]) -> Asked:
    """Return what an address asks; empty fields ask nothing. Raises SettingsError for a value that is none."""
    told = form(given)
    for name, value in told.items():
        if len(value) > LONGEST:
            raise SettingsError(f"{name} has {len(value)} characters; give {LONGEST} at most")
    relation, order = told["relation"], told["order"] or Order.NEWEST.value
    if relation and relation not in list(Relation):
        raise SettingsError(f"relation is {relation!r}; give one of: {', '.join(Relation)}")
    if order not in list(Order):
        raise SettingsError(f"order is {order!r}; give one of: {', '.join(Order)}")
    conditions: dict[str, Any] = {name: told[name] for name in NAMES if told[name]}
    wanted = Filter(**conditions)
    return Asked(told, wanted, Relation(relation) if relation else None, Order(order))
