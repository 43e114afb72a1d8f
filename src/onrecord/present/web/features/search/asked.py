"""The conditions of a search, from its address and back into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from onrecord.errors import SettingsError
from onrecord.query import Filter
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Stance, StatementType, Status

_ENUMS = {
    "form": Form,
    "act": Act,
    "setting": SettingKind,
    "flag": AnomalyKind,
    "status": Status,
    "type": StatementType,
    "stance": Stance,
}
_SWITCHES = ("everything", "conditional")
_NUMBERS = ("min_confidence", "below_confidence")
NAMES = tuple(field.name for field in fields(Filter) if field.name != "limit")
"""The parameters of the address: the fields of :class:`onrecord.query.Filter`, by their names."""

LABELS = {
    "since": "Published from",
    "until": "Published until",
    "said_since": "Said from",
    "said_until": "Said until",
    "min_confidence": "Confidence from",
    "below_confidence": "Confidence below",
    "setting": "Occasion",
    "flag": "Flag of the article",
    "status": "Judged",
    "conditional": "Condition",
}
"""What the form calls those of its fields that it does not call by their name."""

LONGEST = 500
"""Characters of a condition at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search asks: the conditions `wanted`, and whether the newest come first."""

    wanted: Filter
    newest: bool = False

    @property
    def parameters(self) -> str:
        """The conditions as the query of an address, as the API takes them too."""
        return parameters(self.wanted)

    def address(self, *, newest: bool | None = None, **changes: Any) -> str:  # noqa: ANN401 (fields of Filter)
        """Return the address of this search with some conditions changed; None takes one away."""
        query = parameters(replace(self.wanted, **changes))
        first = "order=newest" if (self.newest if newest is None else newest) else ""
        return "?".join(filter(None, ["/search", "&".join(filter(None, [query, first]))]))

    def after(self, cursor: str) -> str:
        """Return the address of the page behind a cursor."""
        own = self.address()
        return f"{own}{'&' if '?' in own else '?'}after={cursor}"


def asked(given: Mapping[str, str]) -> Asked:
    """Return what an address asks; empty fields of a form ask nothing.

    Raises SettingsError for a value that is none.
    """
    told = {name: given[name].strip() for name in NAMES if given.get(name, "").strip()}
    for name, value in told.items():
        if len(value) > LONGEST:
            raise SettingsError(f"{name} has {len(value)} characters; give {LONGEST} at most")
    order = given.get("order", "")
    if order not in ("", "oldest", "newest"):
        raise SettingsError(f"order is {order!r}; give oldest or newest")
    return Asked(Filter(**{name: _value(name, value) for name, value in told.items()}), order == "newest")


def labelled(message: str) -> str:
    """Return what is wrong with a field, the field called as the form calls it."""
    name, _, rest = message.partition(" ")
    return f"{LABELS.get(name, name.capitalize())} {rest}" if name in NAMES else message


def _value(name: str, value: str) -> Any:  # noqa: ANN401 (a field of Filter)
    if name in _ENUMS:
        if value not in list(_ENUMS[name]):
            raise SettingsError(f"{name} is {value!r}; give one of: {', '.join(_ENUMS[name])}")
        return _ENUMS[name](value)
    if name in _NUMBERS:
        try:
            return float(value)
        except ValueError:
            raise SettingsError(f"{name} is {value!r}; give a probability from 0 to 1") from None
    if name in _SWITCHES:
        return value.casefold() in ("true", "1", "on", "yes")
    return value


def parameters(wanted: Filter) -> str:
    """Return conditions as the query of an address."""
    pairs = [(name, getattr(wanted, name)) for name in NAMES]
    told = [
        (name, str(value).lower() if isinstance(value, bool) else str(value))
        for name, value in pairs
        if value is not None and (value is not False or name == "conditional")
    ]
    return urlencode(told, errors="replace")
