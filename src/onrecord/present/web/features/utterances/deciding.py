"""What people decide of tellings: that they tell the same, that they do not, and that this no longer holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.errors import ConflictError, InputError, MissingError, OnrecordError, SettingsError
from onrecord.present.web.access import Role, needs
from onrecord.present.web.pages import page
from onrecord.present.web.reviewer import judge_of, keep
from onrecord.present.web.room import Opened, Room
from onrecord.query import show as show_statement
from onrecord.query import utterances as query
from onrecord.query.judged import judged as judgements_of
from onrecord.run import judging, retelling

pages = APIRouter(dependencies=[Depends(needs(Role.REVIEWER))])

_ID = re.compile(r"[0-9a-f]{6,64}")


class Given(BaseModel):
    """A form. `one` is the utterance or statement that is judged, `of` a statement that leads back to it.

    `other` are those that tell the same as it, as ids or addresses; `apart` those of its tellings that do not. An
    utterance's id may be followed by ``@`` and the version that was seen.
    """

    model_config = ConfigDict(extra="ignore", str_max_length=2000)

    one: str
    of: str
    other: list[str] = Field(default_factory=list, max_length=200)
    apart: list[str] = Field(default_factory=list, max_length=200)
    number: int = Field(0, ge=0, lt=1 << 62)
    author: str = ""
    reason: str = ""


Sent = Annotated[Given, Form()]


@pages.post("/tellings/merge")
def merge(request: Request, room: Opened, given: Sent) -> Response:
    """Judge that others tell the same; lead to the utterance that they then are."""
    seen = dict(map(_seen, [given.one, *filter(str.strip, given.other)]))
    if not any(map(str.strip, given.other)):
        return _refused(request, room, given, InputError("choose what tells the same, or give its address"))

    def made(told: dict[str, Any]) -> int:
        return retelling.merge_tellings(room.store, list(seen), seen=_versions(seen), **told)

    return _judged(request, room, given, made)


@pages.post("/tellings/split")
def split(request: Request, room: Opened, given: Sent) -> Response:
    """Judge that some tellings tell something else; lead to what is left."""
    if not given.apart:
        return _refused(request, room, given, InputError("tick the tellings that tell something else"))

    one, version = _seen(given.one)

    def made(told: dict[str, Any]) -> int:
        return retelling.split_tellings(room.store, one, given.apart, seen=_versions({one: version}), **told)

    return _judged(request, room, given, made)


@pages.post("/tellings/withdraw")
def withdraw(request: Request, room: Opened, given: Sent) -> Response:
    """Judge that a judgement of tellings no longer holds."""

    def made(told: dict[str, Any]) -> int:
        judging.withdraw(room.store, given.number, **told)
        return 0

    return _judged(request, room, given, made)


def _judged(request: Request, room: Room, given: Given, make: Any) -> Response:  # noqa: ANN401 (what is judged)
    try:
        by = judge_of(request, room, given.reason, given.author)
        number = make({"author": by.author, "made_at": by.made_at, "reason": by.reason})
    except (InputError, SettingsError, MissingError) as error:
        return _refused(request, room, given, error)
    answer = RedirectResponse(_home(room, given, number), 303)
    if given.author.strip():
        keep(answer, given.author, secure=request.url.scheme == "https")
    return answer


def _home(room: Room, given: Given, number: int) -> str:
    """Return the address of the utterance that is most of what was judged; the statement's where it is none or two."""
    made = dict(judgements_of(room.store, given.of).log).get(number or given.number)
    subjects = set(made.subjects) if made else set()
    found = query.of_statement(room.store, given.of)
    common = {one.id: len(subjects & {each.reported.id for each in told}) for one, told in found}
    best = [key for key, shared in common.items() if shared == max(common.values())]
    own = f"/utterance/{best[0]}" if len(best) == 1 else f"/statement/{given.of}"
    return f"{own}?judged={number}" if number else own


def _refused(request: Request, room: Room, given: Given, error: OnrecordError) -> Response:
    """Tell why nothing was judged, and where what was to be judged stands now."""
    shown = show_statement(room.store, given.of).reported
    now = [one for one, _ in query.of_statement(room.store, shown.id)]
    judged = _seen(given.one)[0]
    gone = isinstance(error, MissingError) and all(one.id != judged for one in now) and judged != shown.id
    changed = gone or isinstance(error, ConflictError)
    status = 412 if changed else 422
    return page(request, "utterances/refused.html", status, reported=shown, now=now, changed=changed, wrong=str(error))


def _seen(told: str) -> tuple[str, str]:
    """Return the id that an address or an id tells, and the version that was seen, "" where none is told."""
    told, _, version = told.partition("@")
    return _id_in(told), version.strip()


def _versions(seen: Mapping[str, str]) -> dict[str, str]:
    return {one: version for one, version in seen.items() if version}


def _id_in(told: str) -> str:
    """Return the id that an address of this room ends with, or that was given itself."""
    found = _ID.findall(told.strip().split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1].lower())
    return found[0] if len(found) == 1 else told.strip()
