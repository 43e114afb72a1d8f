"""The conditions that hold, in words, each with the address of the search without it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.present.web.features.search.asked import NAMES, Asked
from onrecord.present.web.words import day, percent
from onrecord.query.actors import called
from onrecord.query.issues import issue_name
from onrecord.store import Store

_WORDS = {
    "speaker": "speaker: {}",
    "outlet": "outlet: {}",
    "outlet_name": "outlet: {}",
    "words": "words: {}",
    "since": "published from {}",
    "until": "published until {}",
    "form": "{}",
    "act": "{}",
    "relay": "relayed by: {}",
    "min_confidence": "at least {} sure",
    "below_confidence": "below {} sure",
    "addressee": "to: {}",
    "said_since": "said from {}",
    "said_until": "said until {}",
    "setting": "occasion: {}",
    "actor": "speaker: {}",
    "flag": "flag: {}",
    "status": "{}",
    "type": "{}",
    "conditional": "{}",
    "issue": "issue: {}",
    "stance": "stance: {}",
    "everything": "with what is likely no public statement",
}
_DAYS = frozenset({"since", "until", "said_since", "said_until"})
_SHARES = frozenset({"min_confidence", "below_confidence"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in words, and the address that leaves it out."""

    words: str
    link: str


def chosen(store: Store, asked: Asked) -> tuple[Condition, ...]:
    """Return the conditions that are asked."""
    held = ((name, getattr(asked.wanted, name)) for name in NAMES)
    return tuple(
        Condition(_words(store, name, value), asked.address(**{name: False if name == "everything" else None}))
        for name, value in held
        if value is not None and (value is not False or name == "conditional")
    )


def _words(store: Store, name: str, value: object) -> str:
    return _WORDS[name].format(_value(store, name, value))


def _value(store: Store, name: str, value: object) -> str:
    if name in _DAYS:
        return day(str(value))
    if name in _SHARES:
        return percent(float(str(value)))
    if name == "actor":
        return called(store, str(value)) or f"{value} (nobody of this record)"
    if name == "issue":
        return issue_name(store, str(value)) or f"{value} (none of this record)"
    if name == "conditional":
        return "under a condition" if value else "without a condition"
    return str(value)
