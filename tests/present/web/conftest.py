"""Clients of a room, open or with tokens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.present.retold import hostile_retold_record, retold_record
from tests.present.rooms import TOKENS, app_on, plain_record

from onrecord.store import Store


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of four articles that no test changes."""
    path: Path = tmp_path_factory.mktemp("room") / "plain.onrecord"
    with plain_record(path) as store:
        yield store


@pytest.fixture
def client(plain: Store) -> TestClient:
    """Give a client of a room that needs no token."""
    return TestClient(app_on(plain), base_url="http://localhost:8427", follow_redirects=False)


@pytest.fixture
def guarded(plain: Store) -> TestClient:
    """Give a client of a room that needs a token."""
    return TestClient(app_on(plain, TOKENS), base_url="http://localhost:8427", follow_redirects=False)


@pytest.fixture(scope="session")
def retold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give an aligned record of articles that tell the same, which no test changes."""
    with retold_record(tmp_path_factory.mktemp("retold") / "retold.onrecord") as store:
        yield store


@pytest.fixture
def teller(retold: Store) -> TestClient:
    """Give a client of a room on articles that tell the same."""
    return TestClient(app_on(retold), base_url="http://localhost:8427", follow_redirects=False)


@pytest.fixture(scope="session")
def hostile_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give an aligned record whose every text asks for trouble, which no test changes."""
    with hostile_retold_record(tmp_path_factory.mktemp("hostile") / "hostile.onrecord") as store:
        yield store
