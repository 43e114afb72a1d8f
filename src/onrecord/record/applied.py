"""A statement with people's corrections in place of the machine's values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import InputError, InternalError
from onrecord.record.actor import Actor, ActorKind
from onrecord.record.attribution import Act, Form
from onrecord.record.edtf import interval_of
from onrecord.record.field import ABOUT_FIELDS, SPAN_FIELDS, YES_OR_NO, Field
from onrecord.record.occasion import Setting, SettingKind
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.statement_type import StatementType
from onrecord.record.timex import Said, SaidBasis

Cited = Callable[[str], Actor | None]
"""Returns the actor of this id if it is one of the statement's document."""
JUDGED = "judged"
"""The basis of a speaker, and the reason of a day, that a person gave."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A statement with corrections; `unfit` says of each field whose correction fits no longer, why."""

    statement: Statement
    unfit: Mapping[Field, str]


def corrected(statement: Statement, text: str, corrections: Mapping[Field, Any], cited: Cited) -> Applied:
    """Return the statement with the values of `corrections` (as JSON) in place of the machine's.

    `text` is the document's. A value that does not fit the text or the statement is left out, and told.
    """
    unfit: dict[Field, str] = {}
    for field in Field:
        if field in corrections:
            try:
                statement = _with(statement, text, field, corrections[field], cited)
            except (InputError, InternalError) as error:
                unfit[field] = str(error)
            except (KeyError, TypeError, ValueError):
                unfit[field] = f"{corrections[field]!r} is no value of the field {field.value}"
    return Applied(statement, unfit)


def _with(statement: Statement, text: str, field: Field, value: Any, cited: Cited) -> Statement:  # noqa: ANN401
    a, document_id = statement.attribution, statement.attribution.document_id
    if field in SPAN_FIELDS:
        roles: dict[str, Any] = {field.value: _spans(text, value)}
        return replace(statement, attribution=replace(a, **roles))
    if field is Field.FORM:
        return replace(statement, attribution=replace(a, form=Form(value)))
    if field is Field.ACT:
        return replace(statement, attribution=replace(a, act=Act(value)))
    if field is Field.STATED:
        return replace(statement, stated=float(value))
    if field in ABOUT_FIELDS:
        return statement
    if field is Field.TYPE:
        return replace(statement, type=StatementType(value), type_chance=1.0)
    if field is Field.CONDITION:
        return replace(statement, condition=_spans(text, value))
    if field in YES_OR_NO:
        told: dict[str, Any] = {field.value: bool(value)}
        return replace(statement, **told)
    if field is Field.SAID:
        return replace(statement, said=_said(text, value))
    if field is Field.SETTING:
        return replace(statement, setting=_setting(document_id, text, value))
    return _named(statement, text, field, value, cited)


def _spans(text: str, places: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple(Span.of(text, start, end) for start, end in places)


def _said(text: str, value: Mapping[str, Any] | None) -> Said | None:
    if value is None:
        return None
    span = next(iter(_spans(text, value["spans"])), None)
    basis = SaidBasis.STATED if span else SaidBasis.INFERRED
    return Said(interval_of(value["edtf"]), value["edtf"], basis, JUDGED, span)


def _setting(document_id: str, text: str, value: Mapping[str, Any] | None) -> Setting | None:
    if value is None:
        return None
    counterpart, place = (Span.of(text, *value[key]) if value[key] else None for key in ("counterpart", "place"))
    kind, spans = SettingKind(value["kind"]), _spans(text, value["spans"])
    return Setting(document_id, kind, spans, counterpart, place, value["medium"])


def _named(
    statement: Statement,
    text: str,
    field: Field,
    value: Mapping[str, Any] | None,
    cited: Cited,
) -> Statement:
    actor = None
    if value is not None:
        known = cited(value["actor"]) if value["actor"] else None
        actor = known or Actor(statement.attribution.document_id, ActorKind(value["kind"]), value["name"])
    if field is Field.SPEAKER:
        return replace(statement, speaker=actor, basis=JUDGED)
    if field is Field.RELAY:
        return replace(statement, relay=actor)
    told = _spans(text, value["spans"]) if value else ()
    to = told[0] if told else statement.to if actor else None
    if actor is not None and to is None:
        raise InputError("an addressee rests on words of the text: mark those that tell to whom it was said")
    return replace(statement, addressee=actor, to=to)
