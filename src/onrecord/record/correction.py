"""The values of a statement's fields as JSON: what a person may give, and what the machine gave.

A value that a person gave is checked twice: its form here, when it is judged, and in :mod:`onrecord.record.applied`
that it fits the text, so that a judgement that no longer fits is told and never breaks what it is applied to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.errors import InputError
from onrecord.record.actor import Actor, ActorKind
from onrecord.record.attribution import Act, Form
from onrecord.record.edtf import interval_of
from onrecord.record.field import ABOUT_FIELDS, ACTOR_FIELDS, PLACE_FIELDS, SPAN_FIELDS, YES_OR_NO, Field
from onrecord.record.issue import Stance
from onrecord.record.occasion import Setting, SettingKind
from onrecord.record.span import Span
from onrecord.record.statement import Statement
from onrecord.record.statement_type import StatementType


def canonical(field: Field, value: Any) -> str:  # noqa: ANN401 (JSON)
    """Return `value` as the JSON text that is kept: keys in order, places sorted, defaults written out.

    SOURCE, CUE, CONTENT, VIA, CONDITION: a list of ``[start, end]``, code points of the document. SPEAKER, RELAY:
    None, or ``{"actor": id or None, "name", "kind"}``; ADDRESSEE the same with ``"spans"``, the words that tell. SAID:
    None, or ``{"edtf", "spans"}``, or the EDTF text alone. SETTING: None, or ``{"kind", "spans", "counterpart",
    "place", "medium"}``. ISSUE: None, or ``{"id", "name"}``. FORM, ACT, TYPE, STANCE: a word. STATED, NEGATED,
    HYPOTHETICAL: a truth value. Raises InputError for anything else.
    """
    try:
        plain = _canonical(field, value)
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{field.value} cannot be {value!r}") from error


def _canonical(field: Field, value: Any) -> Any:  # noqa: ANN401
    if field in PLACE_FIELDS:
        return _places(value, least=1 if field is Field.CONTENT else 0)
    if field is Field.FORM:
        return Form(value).value
    if field is Field.ACT:
        return Act(value).value
    if field is Field.TYPE:
        return StatementType(value).value
    if field is Field.STANCE:
        return Stance(value).value
    if field in YES_OR_NO:
        if not isinstance(value, bool):
            raise InputError(f"{field.value} cannot be {value!r}; give true or false")
        return value
    if value is None:
        return None
    if field is Field.ISSUE:
        return {"id": _words(value["id"]), "name": _words(value["name"])}
    if field in ACTOR_FIELDS:
        return _somebody(value, field)
    return _day(value) if field is Field.SAID else _occasion(value)


def _places(value: Any, *, least: int = 0) -> list[list[int]]:  # noqa: ANN401
    places = sorted([_offset(start), _offset(end)] for start, end in value)
    if len(places) < least:
        raise InputError("a statement needs a content: mark at least one word")
    if any(start >= end for start, end in places):
        raise InputError(f"{places} hold an empty range")
    if any(places[at][1] > places[at + 1][0] for at in range(len(places) - 1)):
        raise InputError(f"{places} overlap")
    return places


def _offset(value: Any) -> int:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InputError(f"{value!r} is no place in a text")
    return value


def _place(value: Any) -> list[int] | None:  # noqa: ANN401
    return None if value is None else _places([value])[0]


def _words(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{value!r} are no words")
    return value.strip()


def _somebody(value: Mapping[str, Any], field: Field) -> dict[str, Any]:
    actor = value.get("actor")
    told = {"actor": _words(actor) if actor is not None else None, "name": _words(value["name"])}
    told["kind"] = ActorKind(value["kind"]).value
    return told | ({"spans": _places(value.get("spans", ()))[:1]} if field is Field.ADDRESSEE else {})


def _day(value: Any) -> dict[str, Any]:  # noqa: ANN401
    told = {"edtf": value} if isinstance(value, str) else value
    edtf = _words(told["edtf"])
    interval_of(edtf)
    return {"edtf": edtf, "spans": _places(told.get("spans", ()))[:1]}


def _occasion(value: Mapping[str, Any]) -> dict[str, Any]:
    medium = value.get("medium")
    places = _places(value["spans"])
    if not places:
        raise InputError("an occasion rests on words of the text: mark those that tell it")
    return {
        "kind": SettingKind(value["kind"]).value,
        "spans": places,
        "counterpart": _place(value.get("counterpart")),
        "place": _place(value.get("place")),
        "medium": _words(medium) if medium is not None else None,
    }


def value_of(statement: Statement, field: Field) -> Any:  # noqa: ANN401
    """Return what a statement has in a field, in the form that :func:`canonical` takes; of STATED the probability.

    None for ISSUE and STANCE, which it has beside it.
    """
    if field in ABOUT_FIELDS:
        return None
    a = statement.attribution
    if field in SPAN_FIELDS:
        return _pairs(getattr(a, field.value))
    if field is Field.FORM:
        return a.form.value
    if field is Field.ACT:
        return a.act.value if a.act else None
    if field is Field.TYPE:
        return statement.type.value if statement.type else None
    if field is Field.CONDITION:
        return _pairs(statement.condition)
    if field in YES_OR_NO:
        return getattr(statement, field.value)
    if field is Field.SAID:
        said = statement.said
        return said and {"edtf": said.edtf, "spans": _pairs([said.span] if said.span else [])}
    return _setting_value(statement.setting) if field is Field.SETTING else _actor_value(statement, field)


def _actor_value(statement: Statement, field: Field) -> dict[str, Any] | None:
    actor: Actor | None = getattr(statement, field.value)
    to = _pairs([statement.to] if statement.to else [])
    if actor is None:
        return None
    told = {"actor": actor.id, "name": actor.name, "kind": actor.kind.value}
    return told | ({"spans": to} if field is Field.ADDRESSEE else {})


def _setting_value(setting: Setting | None) -> dict[str, Any] | None:
    if setting is None:
        return None
    counterpart, place = ([s.start, s.end] if s else None for s in (setting.counterpart, setting.place))
    told = {"kind": setting.kind.value, "spans": _pairs(setting.spans), "medium": setting.medium}
    return {**told, "counterpart": counterpart, "place": place}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
