"""The application: all features' pages and APIs, behind the same doors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import onrecord
from onrecord.errors import OnrecordError
from onrecord.present.rest.problems import of_error, of_http, problem
from onrecord.present.web.access import Role, needs
from onrecord.present.web.feature import features
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
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        dependencies=[],
    )
    app.state.room = room
    app.add_middleware(Safety, hosts=hosts)
    for feature in features():
        if (FEATURES / feature.name / "static").is_dir():
            app.mount(f"/static/{feature.name}", StaticFiles(directory=FEATURES / feature.name / "static"))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    reader = [Depends(needs(Role.READER))]
    for feature in features():
        if feature.pages is not None:
            app.include_router(feature.pages, dependencies=reader, include_in_schema=False)
        if feature.api is not None:
            app.include_router(feature.api, prefix="/v1", dependencies=reader)
    app.add_exception_handler(OnrecordError, _onrecord_error)
    app.add_exception_handler(HTTPException, _http_error)
    first = next(feature.path for feature in features() if feature.path)

    @app.get("/", include_in_schema=False)
    def home() -> RedirectResponse:
        """Lead to the first page."""
        return RedirectResponse(first or "/")

    return app


def _wants_html(request: Request) -> bool:
    return not request.url.path.startswith("/v1") and "text/html" in request.headers.get("accept", "text/html")


def _onrecord_error(request: Request, error: Exception) -> Response:
    status, title, detail = of_error(error)
    return _error_page(request, status, title, detail) if _wants_html(request) else problem(status, title, detail)


def _http_error(request: Request, error: Exception) -> Response:
    status, title, detail, headers = of_http(error)
    if _wants_html(request):
        return _error_page(request, status, title, detail)
    return problem(status, title, detail, headers)


def _error_page(request: Request, status: int, title: str, detail: str) -> HTMLResponse:
    return page(request, "room/error.html", status, title=title, detail=detail)
