"""What a capability brings to the reading room: its pages, its part of the API, its place in the navigation."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter


@dataclass(frozen=True, slots=True)
class Feature:
    """One capability of the reading room.

    `name` is its folder under ``web/features`` and the first part of its templates' names. `title` and `path`
    make its entry in the navigation, in the order of `rank`; without a path it has none. `pages` serves HTML,
    `api` what lies under ``/v1``.
    """

    name: str
    title: str
    rank: int
    path: str | None = None
    pages: APIRouter | None = None
    api: APIRouter | None = None


def features() -> tuple[Feature, ...]:
    """Return all features in order: whoever has a folder under ``web/features`` with a ``FEATURE`` is one."""
    return tuple(sorted(_found(), key=lambda feature: (feature.rank, feature.name)))


def _found() -> Iterator[Feature]:
    from onrecord.present.web import features as package

    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}").FEATURE
