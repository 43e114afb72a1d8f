"""``onrecord doctor``: versions, the model, and where the settings come from."""

from __future__ import annotations

import platform
import sqlite3
from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import onrecord
from onrecord import pipeline
from onrecord.errors import ModelError, StoreError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, visible, write, write_data
from onrecord.settings import Settings
from onrecord.store import Store, sqlite

_PACKAGES = ("onnxruntime", "tokenizers", "sqlalchemy", "alembic", "lxml", "trafilatura")


def run(arguments: Namespace, settings: Settings) -> int:
    """Print what a report of a defect needs; return 5 when the model does not fit, 6 when the record does not."""
    model, code = _model(settings)
    record, record_code = _record(settings)
    found = {
        "onrecord": onrecord.__version__,
        "python": f"{platform.python_version()} ({platform.platform()})",
        **{package: _version(package) for package in _PACKAGES},
        "sqlite": f"{sqlite3.sqlite_version}, journal mode for records here: {sqlite.journal_mode()}",
        "model": model,
        "record": record,
    }
    origins = [{"setting": o.name, "value": o.value, "origin": o.origin} for o in arguments.origins]
    if arguments.json:
        write_data([dumped({**found, "settings": origins})])
        return code or record_code
    for name, value in found.items():
        write(f"{name:<13} {visible(value)}")
    write("settings")
    for origin in origins:
        write(f"  {origin['setting']:<13} {visible(str(origin['value'])) or '–':<18} {origin['origin']}")
    return code or record_code


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _model(settings: Settings) -> tuple[str, Exit]:
    try:
        tagger = pipeline.load_tagger(settings.model)
    except ModelError as error:
        return f"does not fit: {error}", Exit.MODEL
    return f"{tagger.name}, SHA-256 {tagger.digest}, ok", Exit.OK


def _record(settings: Settings) -> tuple[str, Exit]:
    if "://" not in settings.record and not Path(settings.record).exists():
        return f"{settings.record} (not made yet)", Exit.OK
    try:
        with Store.open(settings.record, busy_timeout=settings.busy_timeout):
            return f"{settings.record}, ok", Exit.OK
    except StoreError as error:
        return str(error), Exit.STORE
