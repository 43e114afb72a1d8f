"""What tests of every stage share: the folder of corpora and cases beside the checkout."""

from __future__ import annotations

import gc
from collections.abc import Generator
from itertools import count
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Corpora and cases that are not part of the project: tests marked "shared" need them."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder beside the checkout that holds corpora and cases."""
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests that need the folder where it is absent."""
    if SHARED.is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=f"{SHARED} is not there"))


_CALLS = count()
_COLLECTED = 250
"""Tests after which the suite's own garbage is collected, between two tests."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, None, None]:
    """Let the collector walk only what the test itself makes: the suite's growing heap must slow no timing."""
    if next(_CALLS) % _COLLECTED == 0:
        gc.collect()
    gc.freeze()
    try:
        return (yield)
    finally:
        gc.unfreeze()
