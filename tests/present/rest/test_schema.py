"""Requests made up by schemathesis from the API's own description: no 500, and answers as described."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.specs.openapi import checks
from tests.present.positioned import code
from tests.present.retold import broad_record, hostile_retold_record
from tests.present.rooms import app_on

from onrecord.query import find
from onrecord.store import Store

MADE_UP = settings(
    max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)
"""Examples for each operation, record and mode: all take less than a minute on two slow cores."""

CHECKS: list[CheckFunction] = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
REFUSED: list[CheckFunction] = [*CHECKS, checks.negative_data_rejection]

# The description is the same whatever the record is, and needs none.
DESCRIBED = app_on(cast(Store, None)).openapi()
OPERATIONS = [(path, method) for path, operations in DESCRIBED["paths"].items() for method in operations]


@dataclass(frozen=True)
class Described:
    """The API's description, led to a room; and ids that its record has, by the name of their parameter."""

    schema: schemathesis.BaseSchema
    known: dict[str, list[str]]


@pytest.fixture(scope="session", params=["plain", "hostile"])
def described(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Described]:
    """Give rooms on a plain record, and on one that asks for trouble; both are judged as examples have it."""
    make = {"plain": broad_record, "hostile": hostile_retold_record}[request.param]
    with make(tmp_path_factory.mktemp("schema") / "room.onrecord") as store:
        code(store, [each.id for each in find(store)])
        client = TestClient(app_on(store), base_url="http://localhost")

        def ids(path: str, name: str) -> list[str]:
            return [str(each[name]) for each in client.get(path).json()["items"]]

        known = {
            "statement_id": ids("/v1/statements", "id"),
            "document_id": ids("/v1/documents", "document"),
            "actor_id": ids("/v1/actors", "id"),
            "number": ids("/v1/judgements", "number"),
            "run": ids("/v1/runs", "id"),
            "utterance_id": ids("/v1/utterances", "id"),
            "occasion_id": ids("/v1/utterances", "occasion"),
            "issue_id": ids("/v1/issues", "id"),
            "other_id": ids("/v1/documents", "document"),
        }
        yield Described(schemathesis.openapi.from_asgi("/v1/openapi.json", app_on(store)), known)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_keeps_to_its_description(described: Described, path: str, method: str, mode: GenerationMode) -> None:
    """Whatever is asked is answered as described, and what does not fit the description is refused."""
    told = DESCRIBED["paths"][path][method]
    fixed = "requestBody" not in told and all(each["in"] == "header" for each in told.get("parameters", ()))
    if fixed and mode is GenerationMode.NEGATIVE:
        pytest.skip("it has no parameters that could be wrong")

    @MADE_UP
    @given(st.data(), described.schema[path][method].as_strategy(generation_mode=mode))
    def ask(data: st.DataObject, case: schemathesis.Case) -> None:
        known = {name: described.known[name] for name in case.path_parameters or {} if described.known.get(name)}
        if known and mode is GenerationMode.POSITIVE and data.draw(st.booleans()):
            case.path_parameters |= {name: data.draw(st.sampled_from(ids)) for name, ids in known.items()}
        if "If-Match" in (case.headers or {}) and data.draw(st.booleans()):
            case.headers["If-Match"] = "*"
        case.call_and_validate(checks=CHECKS if mode is GenerationMode.POSITIVE else REFUSED)

    ask()
