"""The application: all features' pages and APIs, behind the same doors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import onrecord
from onrecord.errors import OnrecordError
from onrecord.present.rest.description import DESCRIPTION, describe
from onrecord.present.rest.parameters import known_parameters
from onrecord.present.rest.problems import problem, problem_of
from onrecord.present.web.access import Role, needs
from onrecord.present.web.entrance import asking, entrance
from onrecord.present.web.feature import features
from onrecord.present.web.middleware import Bodies, Failures, Heads
from onrecord.present.web.pages import page
from onrecord.present.web.room import Room
from onrecord.present.web.safety import Safety

STATIC = Path(__file__).parent / "static"
FEATURES = Path(__file__).parent / "features"
"""A feature's own files lie in its folder ``static`` and are served under ``/static/NAME``."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def create_app(room: Room, hosts: Sequence[str] = LOOPBACK) -> FastAPI:
    """Return the application on a room; it answers under the names `hosts` alone."""
    app = FastAPI(
        title="onrecord",
        version=onrecord.__version__,
        description=DESCRIPTION,
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry={"auto_configure": False, "tracing": False, "metrics": False, "logs": False},
    )
    app.state.room = room
    app.state.parameters = {}  # of routes, see `known_parameters`
    # The last one added is the first that a request meets.
    app.add_middleware(Bodies)
    app.add_middleware(Heads)
    app.add_middleware(Failures)
    app.add_middleware(Safety, hosts=hosts)
    for feature in features():
        if (FEATURES / feature.name / "static").is_dir():
            app.mount(f"/static/{feature.name}", StaticFiles(directory=FEATURES / feature.name / "static"))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    _add_features(app)
    for kind in (OnrecordError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _told)
    describe(app)
    return app


def _add_features(app: FastAPI) -> None:
    reader = Depends(needs(Role.READER))
    for feature in features():
        if feature.pages is not None:
            app.include_router(feature.pages, dependencies=[reader], include_in_schema=False)
        if feature.api is not None:
            app.include_router(feature.api, prefix="/v1", dependencies=[reader, Depends(known_parameters)])
    app.include_router(entrance)
    first = next(feature.path for feature in features() if feature.path)

    @app.get("/", include_in_schema=False)
    def home() -> RedirectResponse:
        """Lead to the first page."""
        return RedirectResponse(first or "/")


def _wants_html(request: Request) -> bool:
    return not request.url.path.startswith("/v1") and "text/html" in request.headers.get("accept", "text/html")


def _told(request: Request, error: Exception) -> Response:
    """Return an error as a page for people, or as a problem for programs."""
    if not _wants_html(request):
        return problem(error)
    told, headers = problem_of(error)
    if told["status"] == 401:
        return asking(request, f"{request.url.path}?{request.url.query}".rstrip("?"), status=401)
    answer = page(request, "room/error.html", told["status"], title=told["title"], detail=told["detail"])
    answer.headers.update(headers)
    return answer
