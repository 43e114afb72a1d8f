"""The conditions of a search, from its address and back into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any
from urllib.parse import urlencode

from onrecord.errors import SettingsError
from onrecord.query import Filter
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Status

_ENUMS = {"form": Form, "act": Act, "setting": SettingKind, "flag": AnomalyKind, "status": Status}
_NUMBERS = ("min_confidence", "below_confidence")
NAMES = tuple(field.name for field in fields(Filter) if field.name != "limit")
"""The parameters of the address: the fields of :class:`onrecord.query.Filter`, by their names."""

LONGEST = 500
"""Characters of a condition at most."""


def asked(given: Mapping[str, str]) -> Filter:
    """Return the conditions that an address tells; empty fields of a form ask nothing.

    Raises SettingsError for a value that is none.
    """
    told = {name: given[name].strip() for name in NAMES if given.get(name, "").strip()}
    for name, value in told.items():
        if len(value) > LONGEST:
            raise SettingsError(f"{name} has {len(value)} characters; give {LONGEST} at most")
    return Filter(**{name: _value(name, value) for name, value in told.items()})


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
    return value.casefold() in ("true", "1", "on", "yes") if name == "everything" else value


def parameters(wanted: Filter, **changes: Any) -> str:  # noqa: ANN401 (fields of Filter)
    """Return conditions as the query of an address, some of them changed; None takes one away."""
    changed = replace(wanted, **changes)
    pairs = [(name, getattr(changed, name)) for name in NAMES]
    told = [(name, "true" if value is True else str(value)) for name, value in pairs if value not in (None, False)]
    return urlencode(told, errors="replace")


def address(wanted: Filter, **changes: Any) -> str:  # noqa: ANN401 (fields of Filter)
    """Return the address of the search for conditions, some of them changed."""
    return f"/search?{parameters(wanted, **changes)}".rstrip("?")
