"""HTML from templates: each feature's folder holds its own, all extend ``base.html``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, select_autoescape

from onrecord.present.web.feature import features
from onrecord.present.web.words import FILTERS, finalize


@cache
def environment() -> Environment:
    """Return the templates: ``FEATURE/page.html`` of the features' folders, and ``room/base.html``."""
    package = "onrecord.present.web"
    loaders = {feature.name: PackageLoader(f"{package}.features.{feature.name}", ".") for feature in features()}
    loader = PrefixLoader({**loaders, "room": PackageLoader(package, "templates")})
    made = Environment(
        loader=loader,
        autoescape=select_autoescape(default_for_string=True, default=True),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= FILTERS
    return made


def page(request: Request, template: str, status: int = 200, **told: Any) -> HTMLResponse:  # noqa: ANN401
    """Return a page: `template` filled with `told`, and with the navigation.

    A request by htmx for a part of the page gets the same page: the browser takes the part that it asked for.
    """
    navigation = [feature for feature in features() if feature.path]
    context: Mapping[str, Any] = {"request": request, "navigation": navigation, "here": request.url.path, **told}
    return HTMLResponse(environment().get_template(template).render(context), status)
