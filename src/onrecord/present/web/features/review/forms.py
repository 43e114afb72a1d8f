"""What the forms of the review send, as decisions."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import Form
from pydantic import BaseModel, ConfigDict, Field

from onrecord.errors import InputError, MissingError
from onrecord.present.web.room import Room
from onrecord.query.issues import issue
from onrecord.query.judged import Judged
from onrecord.query.who import named
from onrecord.record import ACTOR_FIELDS, PLACE_FIELDS, YES_OR_NO
from onrecord.record import Field as Judgeable
from onrecord.run.reviewing import ACCEPT, REJECT, Decision, correct

_PART = re.compile(r"(\d{1,9})-(\d{1,9})")


class Given(BaseModel):
    """A form of the review. `do` is accept, reject, undo or correct; `seen` the version that was shown.

    The others belong to `field`: `spans` are places as ``12-40 55-60``; `name` and `kind` tell somebody, or a
    setting's kind; `edtf` a day; `medium` a setting's; `word` a form, act, or yes and no.
    """

    model_config = ConfigDict(extra="ignore", str_max_length=5000)

    do: str = "correct"
    seen: int = Field(0, ge=0, lt=1 << 62)
    field: Judgeable | None = None
    spans: str = ""
    name: str = ""
    kind: str = ""
    edtf: str = ""
    medium: str = ""
    word: str = ""
    reason: str = ""
    author: str = ""
    queue: str = ""
    number: int | None = Field(None, ge=0, lt=1 << 62)


Sent = Annotated[Given, Form()]
"""A parameter of a route that is given the form."""


def decision(room: Room, judged: Judged, given: Given) -> Decision:
    """Return what a form decides of a statement. Raises InputError for one that decides nothing."""
    if given.do == "accept":
        return ACCEPT
    if given.do == "reject":
        return REJECT
    if given.do != "correct" or given.field is None:
        raise InputError(f"{given.do!r} is nothing that can be decided of a field")
    return correct(given.field, _value(room, judged, given, given.field))


def _value(room: Room, judged: Judged, given: Given, field: Judgeable) -> Any:  # noqa: ANN401 (JSON)
    if field in PLACE_FIELDS:
        return places(given.spans)
    if field in ACTOR_FIELDS:
        return _somebody(room, judged, given, field)
    if field is Judgeable.SAID:
        return {"edtf": given.edtf.strip(), "spans": places(given.spans)} if given.edtf.strip() else None
    if field is Judgeable.ISSUE:
        return _issue(room, given.name.strip())
    if field is Judgeable.SETTING:
        return _setting(judged, given)
    if field in YES_OR_NO:
        if given.word not in ("yes", "no"):
            raise InputError("say yes or no")
        return given.word == "yes"
    return given.word


def _issue(room: Room, name: str) -> dict[str, Any] | None:
    """Return the issue of a name or id, None for none. Raises InputError where there is none such."""
    if not name:
        return None
    try:
        found = issue(room.store, name).listed
    except MissingError as error:
        raise InputError(str(error)) from error
    return {"id": found.id, "name": found.name}


def _somebody(room: Room, judged: Judged, given: Given, field: Judgeable) -> dict[str, Any] | None:
    name = given.name.strip()
    if not name:
        return None
    found = named(room.store, judged.reported.heading.document_id, name)
    kind = found.kind.value if found else given.kind or "person"
    told: dict[str, Any] = {"actor": found.id if found else None, "name": name, "kind": kind}
    return told | ({"spans": places(given.spans)} if field is Judgeable.ADDRESSEE else {})


def _setting(judged: Judged, given: Given) -> dict[str, Any] | None:
    if not given.kind:
        return None
    spans = places(given.spans)
    before = judged[Judgeable.SETTING].present or {}
    kept = {
        key: before.get(key)
        for key in ("counterpart", "place")
        if before.get(key) and any(a <= before[key][0] and before[key][1] <= b for a, b in spans)
    }
    return {"kind": given.kind, "spans": spans, "medium": given.medium.strip() or None, **kept}


def places(told: str) -> list[list[int]]:
    """Return the places that ``12-40 55-60`` tells. Raises InputError for anything else."""
    found = []
    for part in told.replace(",", " ").split():
        match = _PART.fullmatch(part)
        if match is None:
            raise InputError(f"{part!r} is no place; mark the words in the text, or give places as 12-40")
        found.append([int(match[1]), int(match[2])])
    return found


def written(parts: Any) -> str:  # noqa: ANN401 (JSON)
    """Return places as a form holds them."""
    return " ".join(f"{start}-{end}" for start, end in parts or ())
