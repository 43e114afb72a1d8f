"""Parameters that many parts of the API share, and the refusal of unknown ones."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, TypeAlias

from fastapi import Path, Request
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, ConfigDict, Field

from onrecord.present.rest.problems import ProblemError
from onrecord.record.ids import ID_LENGTH

Id: TypeAlias = Annotated[
    str, Path(pattern=f"^[0-9a-f]{{{ID_LENGTH}}}$", description=f"Its id: {ID_LENGTH} hexadecimal digits.")
]
"""The id of one thing, as the last part of its address."""

Words: TypeAlias = Annotated[str, Field(max_length=500)]
"""Words that are searched for."""

Day: TypeAlias = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", examples=["2025-09-30"])]
"""A day, a month or a year, ISO 8601."""


class Paged(BaseModel):
    """Which part of a list is wanted."""

    model_config = ConfigDict(extra="forbid")

    after: str | None = Field(None, max_length=2000, description="Where to go on, from the link to the next page.")
    size: int = Field(50, ge=1, le=200, description="The most items wanted on a page.")


def known_parameters(request: Request) -> None:
    """Raise a problem for query parameters that the address does not have, and for single ones given twice.

    One that is misspelt would otherwise ask for more than was meant, and nobody would see it.
    """
    given = Counter(name for name, _ in request.query_params.multi_items())
    if not given:
        return
    lists = _parameters(request)
    known = set(lists)
    wrong = {name: "there is no such parameter" for name in given if name not in known}
    wrong |= {name: "it is given more than once" for name in known if given[name] > 1 and not lists[name]}
    errors = [{"in": "query", "name": name, "detail": detail} for name, detail in wrong.items()]
    if errors:
        raise ProblemError("parameters", f"known are: {', '.join(sorted(known)) or 'none'}", errors=errors)


def _parameters(request: Request) -> dict[str, bool]:
    """Return the query parameters of the route that was asked for, each with whether it may be given several times."""
    route, method = request.scope["route"], request.method.lower()
    of = request.app.state.parameters
    if (route.path_format, method) not in of:
        # The description of this route alone: that of all takes .4 s, which whoever asks first would wait for.
        [operations] = get_openapi(title="", version="", routes=[route])["paths"].values()
        told = operations[method].get("parameters", ())
        of[route.path_format, method] = {e["name"]: "items" in e["schema"] for e in told if e["in"] == "query"}
    found: dict[str, bool] = of[route.path_format, method]
    return found
