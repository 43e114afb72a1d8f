"""Facets as the page shows them: each value with the address that adds it to the search, or takes it away."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import Any

from onrecord.present.web.features.search.asked import Asked
from onrecord.query import Facet

TITLES = {
    "speaker": "Speaker",
    "outlet": "Outlet",
    "issue": "Issue",
    "stance": "Stance",
    "type": "Type",
    "conditional": "Condition",
    "form": "Form",
    "act": "Act",
    "setting": "Occasion",
    "published": "Published",
    "said": "Said",
    "confidence": "Confidence",
    "status": "Judged",
    "flag": "Flags of the article",
}
"""The facets in the order in which they are shown."""

SHOWN = 8
"""Values shown at once; the others open on demand."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: what it is called, how many statements have it, where it leads, and whether it is asked."""

    label: str
    number: int
    link: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A facet with its values; `open` where it is shown opened."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    open: bool


def listings(found: dict[str, tuple[Facet, ...]], asked: Asked) -> tuple[Listing, ...]:
    """Return the facets that tell something, in order."""
    made = []
    for name, title in TITLES.items():
        values = found.get(name, ())
        if name in ("published", "said"):
            values = values[::-1]
        choices = tuple(_choice(name, value, asked) for value in values)
        if choices:
            chosen = any(choice.chosen for choice in choices)
            made.append(Listing(name, title, choices, chosen or name in ("speaker", "outlet", "issue", "type")))
    return tuple(made)


def _choice(name: str, facet: Facet, asked: Asked) -> Choice:
    conditions = _conditions(name, facet.value)
    chosen = all(getattr(asked.wanted, key) == value for key, value in conditions.items())
    link = asked.address(**(dict.fromkeys(conditions) if chosen else conditions))
    return Choice(_label(name, facet), facet.number, link, chosen)


def _conditions(name: str, value: str) -> dict[str, Any]:
    match name:
        case "speaker":
            return {"actor": value}
        case "outlet":
            return {"outlet_name": value}
        case "conditional":
            return {"conditional": value == "true"}
        case "published":
            return {"since": value, "until": value}
        case "said":
            return {"said_since": value, "said_until": value}
        case "confidence":
            low, _, high = value.partition("-")
            return {"min_confidence": float(low) or None, "below_confidence": float(high) if high else None}
        case _:
            return {name: value}


def _label(name: str, facet: Facet) -> str:
    if name in ("published", "said") and len(facet.value) > len("2031"):
        return f"{calendar.month_name[int(facet.value[5:7])]} {facet.value[:4]}"
    if name == "confidence":
        low, _, high = facet.value.partition("-")
        if not float(low):
            return f"under {float(high):.0%}"
        return f"{float(low):.0%} to {float(high):.0%}" if high else f"{float(low):.0%} and more"
    return facet.label
