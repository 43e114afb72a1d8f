"""Clients of the API on records, one of which asks for trouble in every text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.present.retold import retold_record
from tests.present.rooms import app_on, hostile_record, plain_record

from onrecord.store import Store


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of four articles that no test changes."""
    with plain_record(tmp_path_factory.mktemp("api") / "plain.onrecord") as store:
        yield store


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record whose every text asks for trouble."""
    with hostile_record(tmp_path_factory.mktemp("api") / "hostile.onrecord") as store:
        yield store


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    """Give a record of four articles that a test may change."""
    with plain_record(tmp_path / "own.onrecord") as store:
        yield store


@pytest.fixture
def client(plain: Store) -> TestClient:
    """Give a client of the API on a plain record."""
    return TestClient(app_on(plain), base_url="http://localhost")


@pytest.fixture
def reviewer(own: Store) -> TestClient:
    """Give a client of the API on a record that may be changed."""
    return TestClient(app_on(own), base_url="http://localhost")


@pytest.fixture
def among_thorns(hostile: Store) -> TestClient:
    """Give a client of the API on the hostile record."""
    return TestClient(app_on(hostile), base_url="http://localhost")


@pytest.fixture
def own_retold(tmp_path: Path) -> Iterator[Store]:
    """Give an aligned record of articles that tell the same, which a test may change."""
    with retold_record(tmp_path / "retold.onrecord") as store:
        yield store


@pytest.fixture
def teller(own_retold: Store) -> TestClient:
    """Give a client of the API on articles that tell the same."""
    return TestClient(app_on(own_retold), base_url="http://localhost")
