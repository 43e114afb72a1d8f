"""A record, and the command line run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests import fakes
from tests.store.filled import RELAYED, fill

from onrecord.present.cli.main import main
from onrecord.store import Store


@dataclass(frozen=True)
class Ended:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    """Give a way to run `onrecord` in an empty folder, with stand-ins for the stages."""
    fakes.put_in(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Ended:
        try:
            code = main(words)
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return run


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Give a record of three articles where the command line looks for it."""
    with Store.open(tmp_path / "record.onrecord", create=True) as store:
        fill(store)
    return tmp_path / "record.onrecord"


@pytest.fixture
def relayed(tmp_path: Path) -> Path:
    """Give a record of one article with a nested statement, a thought and unattributed quotations."""
    with Store.open(tmp_path / "record.onrecord", create=True) as store:
        fill(store, RELAYED)
    return tmp_path / "record.onrecord"
