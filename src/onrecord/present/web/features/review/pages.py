"""The review's pages: one statement at a time, and what is decided of it."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.errors import ConflictError, InputError, SettingsError
from onrecord.present.web.access import Role, needs, role_in
from onrecord.present.web.features.review import fields
from onrecord.present.web.features.review.forms import Given, Sent, decision
from onrecord.present.web.features.review.queues import Asked, after, asked, before, walked
from onrecord.present.web.features.review.tokens import paragraphs
from onrecord.present.web.pages import page
from onrecord.present.web.reviewer import judge_of, keep, name_of
from onrecord.present.web.room import Opened, Room
from onrecord.query import show
from onrecord.query.issues import issue_page
from onrecord.query.judged import Judged, judged, unplaced
from onrecord.query.who import offered
from onrecord.run import judging, reviewing

pages = APIRouter()
reviewer = [Depends(needs(Role.REVIEWER))]


@pages.get("/review")
def begin(request: Request, room: Opened) -> Response:
    """Lead to the first statement of the queue, or tell that none is left."""
    of = asked(str(request.url.query))
    first = after(room, of, None)
    if first is None:
        return page(request, "review/done.html", query=of.query, unplaced=len(unplaced(room.store)))
    return _to(first, of)


@pages.get("/review/{statement_id}")
def one(request: Request, room: Opened, statement_id: str, done: str = "", moved: str = "") -> HTMLResponse:
    """Show a statement to judge; `done` is the one judged before it, `moved` the numbers of judgements of actors."""
    return _page(request, room, statement_id, asked(str(request.url.query)), done=done, moved=moved)


@pages.post("/review/name", dependencies=reviewer)
def name(request: Request, name: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "") -> Response:
    """Keep the name under which a browser judges."""
    answer = RedirectResponse(f"/review/{back}" if back.isalnum() else "/review", 303)
    keep(answer, name, secure=request.url.scheme == "https")
    return answer


@pages.post("/review/{statement_id}", dependencies=reviewer)
def decide(request: Request, room: Opened, statement_id: str, given: Sent) -> Response:
    """Judge a statement; lead on. What somebody else judged meanwhile is shown beside it, and nothing is written."""
    of, by = asked(given.queue), judge_of(request, room, given.reason)
    try:
        if given.do == "undo":
            reviewing.undo(room.store, statement_id, by, seen=given.seen, number=given.number)
        else:
            made = decision(room, judged(room.store, statement_id), given)
            reviewing.judge(room.store, statement_id, [made], by, seen=given.seen)
    except ConflictError:
        return _page(request, room, statement_id, of, status=412, conflict=given)
    except (InputError, SettingsError) as error:
        return _page(request, room, statement_id, of, status=422, wrong=str(error))
    if given.do in ("accept", "reject"):
        following = after(room, of, statement_id)
        return _to(following or statement_id, of, done=statement_id)
    return _to(statement_id, of)


@pages.post("/review/{statement_id}/actors", dependencies=reviewer)
def regroup(
    request: Request, room: Opened, statement_id: str, given: Sent, other: Annotated[str, Form()] = ""
) -> Response:
    """Merge the speaker with somebody, split this one off, or withdraw that; lead back to the statement."""
    of, by = asked(given.queue), judge_of(request, room, given.reason)
    told: dict[str, Any] = {"author": by.author, "made_at": by.made_at, "reason": by.reason}
    try:
        if given.do == "withdraw" and given.number is not None:
            judging.withdraw(room.store, given.number, **told)
            return _to(statement_id, of)
        found = judged(room.store, statement_id).reported
        speaker = found.statement.speaker
        known = found.known.get(speaker.id) if speaker else None
        if speaker is None or known is None:
            raise InputError("nobody is known to speak here; correct the speaker first")
        if given.do == "merge":
            numbers: tuple[int, ...] = (judging.merge(room.store, [known.id, other.strip()], **told),)
        elif given.do == "split":
            numbers = judging.split(room.store, known.id, [speaker.id], **told)
        else:
            raise InputError(f"{given.do!r} is nothing that can be decided of actors")
    except (InputError, SettingsError) as error:
        return _page(request, room, statement_id, of, status=422, wrong=str(error))
    return _to(statement_id, of, moved="-".join(map(str, numbers)))


def _to(statement_id: str, of: Asked, **told: str) -> Response:
    query = "&".join(filter(None, [of.query, urlencode(told)]))
    return RedirectResponse(f"/review/{statement_id}{f'?{query}' if query else ''}", 303)


def _page(
    request: Request,
    room: Room,
    statement_id: str,
    of: Asked,
    *,
    status: int = 200,
    conflict: Given | None = None,
    wrong: str = "",
    done: str = "",
    moved: str = "",
) -> HTMLResponse:
    it = judged(room.store, statement_id)
    shown = show(room.store, it.id)
    text = shown.document.text
    queue = walked(room, of)
    place = next((at for at, each in enumerate(queue, 1) if each.id == it.id), None)
    return page(
        request,
        "review/review.html",
        status,
        it=it,
        heading=it.reported.heading,
        rows=fields.rows(it, text),
        paragraphs=paragraphs(shown.document, dict(fields.roles(it))),
        history=fields.history(it, text),
        issues=issue_page(room.store, size=200).issues,
        offered=offered(room.store, it.reported.heading.document_id),
        place=place,
        length=len(queue),
        reasons=queue[place - 1].reasons if place else (),
        following=after(room, of, it.id),
        previous=before(room, of, it.id),
        of=of,
        by=name_of(request, room),
        may=(role_in(request) or Role.READER) >= Role.REVIEWER,
        done=_done(room, done),
        moved=[int(each) for each in moved.split("-") if each.isdigit() and len(each) < 10],
        conflict=_conflict(room, it, conflict, text) if conflict else None,
        wrong=wrong,
        group=it.reported.known.get(it.reported.statement.speaker.id) if it.reported.statement.speaker else None,
    )


def _done(room: Room, statement_id: str) -> Judged | None:
    if not statement_id:
        return None
    try:
        return judged(room.store, statement_id)
    except SettingsError:
        return None  # an address with an id that is none


def _conflict(room: Room, it: Judged, given: Given, text: str) -> dict[str, Any]:
    """Return what was to be judged and what was judged meanwhile, both in words."""
    mine = given.do
    if given.do == "correct" and given.field is not None:
        mine = f"{given.field.value}: {_in_words(room, it, given, text)}"
    theirs = [line for line in fields.history(it, text) if line.number in {n for n, _ in it.log[given.seen :]}]
    sent = {key: value for key, value in given.model_dump(mode="json").items() if value is not None and key != "seen"}
    return {"mine": mine, "theirs": theirs, "sent": sent}


def _in_words(room: Room, it: Judged, given: Given, text: str) -> str:
    made = decision(room, it, given)
    value = float(made.value) if isinstance(made.value, bool) else made.value
    return fields.in_words(given.field, value, text) if given.field is not None else ""
