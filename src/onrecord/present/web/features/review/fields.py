"""The fields of a statement as the review shows them: in words, with what they were, and how they are changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.present.web.features.review.forms import written
from onrecord.present.web.words import days, percent
from onrecord.query.judged import Judged, JudgedField
from onrecord.record import (
    PLACE_FIELDS,
    YES_OR_NO,
    Act,
    ActorKind,
    Field,
    Form,
    Judgement,
    JudgementKind,
    SettingKind,
    Stance,
    StatementType,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A field as a row: its name, the key that opens it, its value and the machine's in words.

    `by` tells who corrected it. `editor` is how it is changed: words of the text, somebody, a day, an occasion, or
    one of `choices`. `spans` are its places as a form holds them, `value` what the form begins with.
    """

    field: Field
    title: str
    key: str
    present: str
    machine: str | None
    by: str
    editor: str
    value: Mapping[str, Any]
    spans: str | None
    choices: Sequence[str]
    unfit: str | None


_TITLES: Sequence[tuple[Field, str, str]] = (
    (Field.SPEAKER, "speaker", "s"),
    (Field.CONTENT, "content", "3"),
    (Field.SOURCE, "source", "1"),
    (Field.CUE, "cue", "2"),
    (Field.SAID, "said on", "d"),
    (Field.ADDRESSEE, "to whom", "w"),
    (Field.SETTING, "occasion", "o"),
    (Field.RELAY, "relayed by", "y"),
    (Field.VIA, "relay's words", "4"),
    (Field.FORM, "form", "f"),
    (Field.ACT, "act", "t"),
    (Field.STATED, "public statement", "x"),
    (Field.TYPE, "type", "e"),
    (Field.CONDITION, "condition", "5"),
    (Field.ISSUE, "issue", "i"),
    (Field.STANCE, "stance", "c"),
    (Field.NEGATED, "told as not said", "z"),
    (Field.HYPOTHETICAL, "only supposed", "h"),
)
_CHOICES: Mapping[Field, Sequence[str]] = {
    Field.FORM: tuple(Form),
    Field.ACT: tuple(Act),
    **dict.fromkeys(YES_OR_NO, ("yes", "no")),
    Field.TYPE: tuple(StatementType),
    Field.STANCE: tuple(Stance),
    Field.SETTING: tuple(SettingKind),
    **dict.fromkeys((Field.SPEAKER, Field.RELAY, Field.ADDRESSEE), tuple(ActorKind)),
}
_EDITORS = {
    **dict.fromkeys(PLACE_FIELDS, "words"),
    **dict.fromkeys((Field.SPEAKER, Field.RELAY, Field.ADDRESSEE), "somebody"),
    Field.SAID: "day",
    Field.ISSUE: "issue",
    Field.SETTING: "occasion",
}
NONE = "none told"


def rows(judged: Judged, text: str) -> tuple[Row, ...]:
    """Return the rows of a statement whose document's text is `text`."""
    return tuple(_row(judged, judged[field], text, title, key) for field, title, key in _TITLES)


def _row(judged: Judged, field: JudgedField, text: str, title: str, key: str) -> Row:
    log = dict(judged.log)
    return Row(
        field.field,
        title,
        key,
        _present(judged, field, text),
        in_words(field.field, field.machine, text) if field.corrected else None,
        log[field.number].author if field.number is not None else "",
        _EDITORS.get(field.field, "choice"),
        field.present if isinstance(field.present, dict) else {"word": _word(field)},
        _places(field),
        [str(choice) for choice in _CHOICES.get(field.field, ())],
        field.unfit,
    )


def _present(judged: Judged, field: JudgedField, text: str) -> str:
    """Return the present value in words; of somebody, the name across documents."""
    if field.field in (Field.SPEAKER, Field.RELAY, Field.ADDRESSEE):
        actor = getattr(judged.reported.statement, field.field.value)
        name = judged.reported.name_of(actor)
        if name is None:
            return NONE
        met = f', here "{actor.name}"' if actor.name != name else ""
        return f"{name} ({actor.kind.value}{met})"
    return in_words(field.field, field.present, text)


def _word(field: JudgedField) -> str:
    if field.field in YES_OR_NO:
        return "yes" if field.present is None or field.present >= 0.5 else "no"
    return str(field.present)


def _places(field: JudgedField) -> str | None:
    if field.field in PLACE_FIELDS:
        return written(field.present)
    if field.field in (Field.ADDRESSEE, Field.SAID, Field.SETTING):
        return written((field.present or {}).get("spans"))
    return None


def in_words(field: Field, value: Any, text: str) -> str:  # noqa: ANN401 (JSON)
    """Return a field's value in words."""
    if field in YES_OR_NO:
        return value if isinstance(value, str) else _stated(value)
    if value is None or value == []:
        return NONE
    if field in PLACE_FIELDS:
        return " […] ".join(text[start:end] for start, end in value)
    if field is Field.SAID:
        return days(value["edtf"])
    if field is Field.SETTING:
        words = " […] ".join(text[start:end] for start, end in value["spans"])
        return f"{value['kind']}{', ' + value['medium'] if value['medium'] else ''}: “{words}”"
    if field is Field.ISSUE:
        return str(value["name"])
    return f"{value['name']} ({value['kind']})" if isinstance(value, dict) else str(value)


def _stated(value: float | bool | None) -> str:
    if value is None:
        return "not told apart by the version that read it"
    if value in (0.0, 1.0):
        return "yes" if value else "no"
    return f"{'yes' if value >= 0.5 else 'no'}, {percent(float(value))} sure"


@dataclass(frozen=True, slots=True)
class Line:
    """A judgement in the log of a statement: its number, who and when, and what in words; whether it holds."""

    number: int
    author: str
    made_at: str
    what: str
    reason: str
    holds: bool


def history(judged: Judged, text: str) -> tuple[Line, ...]:
    """Return the judgements of a statement, the latest first."""
    numbers = {judgement.id: number for number, judgement in judged.log}
    withdrawn = {s for _, j in judged.log if j.kind is JudgementKind.WITHDRAWN for s in j.subjects}
    lines = (
        Line(n, j.author, j.made_at, what(j, text, numbers), j.reason, _holds(judged, n, j, withdrawn))
        for n, j in judged.log
    )
    return tuple(reversed(list(lines)))


def _holds(judged: Judged, number: int, judgement: Judgement, withdrawn: set[str]) -> bool:
    if judgement.kind is JudgementKind.WITHDRAWN:
        return judgement.id not in withdrawn
    return number in judged.holding


def what(judgement: Judgement, text: str, numbers: Mapping[str, int]) -> str:
    """Return in words what a judgement says."""
    if judgement.kind is JudgementKind.CORRECTED and judgement.field is not None:
        return f"{judgement.field.value}: {in_words(judgement.field, _json(judgement), text)}"
    if judgement.kind is JudgementKind.WITHDRAWN:
        told = ", ".join(str(numbers[each]) for each in judgement.subjects if each in numbers)
        return f"withdrew {told}"
    if judgement.kind is JudgementKind.TOLD_SAME:
        return f"{len(judgement.subjects)} statements tell the same"
    if judgement.kind is JudgementKind.TOLD_APART:
        return f"{len(judgement.apart)} of {len(judgement.subjects)} statements tell something else"
    return judgement.kind.value


def _json(judgement: Judgement) -> Any:  # noqa: ANN401

    value = json.loads(judgement.value or "null")
    return float(value) if isinstance(value, bool) else value


def roles(judged: Judged) -> Iterator[tuple[str, list[list[int]]]]:
    """Yield the places that the text is marked with, by role."""
    for field in PLACE_FIELDS:
        yield field.value, judged[field].present
    for field in (Field.ADDRESSEE, Field.SAID, Field.SETTING):
        yield field.value, (judged[field].present or {}).get("spans", [])
