"""How far coders agree, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import select

from onrecord.query.alpha import alpha, interval, nominal, overlap, pairable, unitizing_alpha
from onrecord.query.coding import MACHINE, Coding, codings
from onrecord.record import ACTOR_FIELDS, PLACE_FIELDS, Field, Status, interval_of
from onrecord.store import Store
from onrecord.store.schema import documents, members


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha of one field on one scale. None where nothing can be said: too few values, or values that never differ.

    `field` is "status" for whether it is a statement at all, "conditional" for whether it has a condition.
    `scale` is nominal, interval (days), overlap (1 less what two markings share of all they mark) or unitizing (ranges
    in the paragraphs that the statements stand in, of the two coders with most in common).
    `statements` are those with values of two coders or more, `same` those of them on which all agree.
    """

    field: str
    scale: str
    alpha: float | None
    statements: int
    same: int


@dataclass(frozen=True, slots=True)
class Study:
    """Who coded how much, and the agreement of each field."""

    coders: dict[str, int]
    fields: tuple[Agreement, ...]


def agreement(store: Store, *, with_machine: bool = False) -> Study:
    """Return how far coders agree; `with_machine` counts what the machine found as one more coder's values."""
    found = list(codings(store))
    known, texts = _identities(store), _texts(store, found)
    coders: dict[str, int] = {}
    for coding in found:
        for name in coding.coders:
            coders[name] = coders.get(name, 0) + 1
    told = [_status(found)]
    for field in Field:
        named = [_values(coding, field, with_machine) for coding in found]
        units = [list(each.values()) for each in named]
        if field in PLACE_FIELDS:
            told += [_overlap(field, units), _unitizing(field, named, found, texts)]
        else:
            told.append(_measured(field.value, "nominal", [[_plain(field, v, known) for v in u] for u in units]))
        if field is Field.CONDITION:
            told.append(_measured("conditional", "nominal", [[bool(v) for v in u] for u in units]))
        if field is Field.SAID:
            days = [[day for v in u if (day := _day(v)) is not None] for u in units]
            told.append(_measured(field.value, "interval", days, interval))
    return Study(dict(sorted(coders.items())) | ({MACHINE: len(found)} if with_machine else {}), tuple(told))


def _values(coding: Coding, field: Field, with_machine: bool) -> dict[str, Any]:
    """Return by coder the value that each gave of a field."""
    of = {name: coding.coders[name] for name in sorted(coding.coders)}
    of |= {MACHINE: coding.machine} if with_machine else {}
    return {name: coded.values[field] for name, coded in of.items() if field in coded.values}


def _status(found: Sequence[Coding]) -> Agreement:
    units = [[coded.status is not Status.REJECTED for coded in coding.coders.values()] for coding in found]
    return _measured("status", "nominal", units)


def _measured(
    name: str, scale: str, units: Sequence[Sequence[Any]], distance: Callable[[Any, Any], float] = nominal
) -> Agreement:
    compared = pairable(units)
    same = sum(len(set(values)) == 1 for values in compared)
    return Agreement(name, scale, alpha(units, distance), len(compared), same)


def _overlap(field: Field, units: Sequence[Sequence[Any]]) -> Agreement:
    """Return the agreement on a role's places by what the markings share."""
    sets = [[frozenset(at for start, end in v for at in range(start, end)) for v in values] for values in units]
    return _measured(field.value, "overlap", sets, overlap)


def _unitizing(
    field: Field, named: Sequence[dict[str, Any]], found: Sequence[Coding], texts: dict[str, str]
) -> Agreement:
    """Return the agreement on a role's places as ranges, between the two coders with most statements in common.

    Their statements' paragraphs, one after another, are the text that is parted.
    """
    pairs = Counter(pair for values in named for pair in combinations(sorted(values), 2))
    if not pairs:
        return Agreement(field.value, "unitizing", None, 0, 0)
    [(pair, number)] = pairs.most_common(1)
    length, same, coders = 0, 0, tuple[list[tuple[int, int]], ...](([], []))
    for coding, values in zip(found, named, strict=True):
        if not all(coder in values for coder in pair):
            continue
        both = [values[coder] for coder in pair]
        same += both[0] == both[1]
        first, last = _window(texts[coding.statement.attribution.document_id], coding, [*both[0], *both[1]])
        for units, value in zip(coders, both, strict=True):
            units += [(length + start - first, length + end - first) for start, end in value]
        length += last - first
    return Agreement(field.value, "unitizing", unitizing_alpha(length, coders), number, same)


def _window(text: str, coding: Coding, marked: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Return where the paragraphs of a statement and of all that was marked for it begin and end."""
    spans = coding.statement.attribution.spans
    first = min([spans[0].start, *(start for start, _ in marked)])
    last = max([*(span.end for span in spans), *(end for _, end in marked)])
    end = text.find("\n", last)
    return text.rfind("\n", 0, first) + 1, len(text) if end < 0 else end


def _plain(field: Field, value: Any, known: dict[str, str]) -> Any:  # noqa: ANN401 (JSON in, something comparable out)
    if value is None:
        return None
    if field in ACTOR_FIELDS:
        return known.get(value["actor"] or "", value["name"].casefold())
    if field is Field.SAID:
        return value["edtf"]
    if field is Field.ISSUE:
        return value["id"]
    return value["kind"] if field is Field.SETTING else value


def _day(value: Any) -> float | None:  # noqa: ANN401
    """Return the middle of the days that a value covers, as a number of days."""
    if value is None:
        return None
    days = interval_of(value["edtf"])
    return (date.fromisoformat(days.start).toordinal() + date.fromisoformat(days.end).toordinal()) / 2


def _identities(store: Store) -> dict[str, str]:
    """Return by actor of a document who it is across documents: that is what coders are compared by."""
    with store.reading() as connection:
        rows = connection.execute(select(members.c.actor_id, members.c.identity_id))
        return {row.actor_id: row.identity_id for row in rows}


def _texts(store: Store, found: Sequence[Coding]) -> dict[str, str]:
    ids = sorted({coding.statement.attribution.document_id for coding in found})
    texts: dict[str, str] = {}
    for at in range(0, len(ids), 200):
        with store.reading() as connection:
            query = select(documents.c.id, documents.c.text).where(documents.c.id.in_(ids[at : at + 200]))
            texts |= {row.id: row.text for row in connection.execute(query)}
    return texts
