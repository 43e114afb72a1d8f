"""The library that draws, if it is installed."""

from __future__ import annotations

import importlib
from typing import Any

from onrecord.errors import SettingsError


def library(name: str = "altair") -> Any:  # noqa: ANN401 (a module without types)
    """Return a module of the extra. Raises SettingsError, with what to do, where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise SettingsError(
            f"pictures need {name}, which is not installed: pip install 'onrecord[pictures]'"
        ) from error
