"""The command line: data on stdout, words on stderr, one line for an error, documented exit codes."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from tests.present.conftest import Command

import onrecord
from onrecord.errors import InputError, InternalError, ModelError, OnrecordError, SettingsError, StoreError
from onrecord.present.cli.exits import MEANING, Exit, exit_for
from onrecord.present.cli.parser import build


def python(code: str) -> subprocess.CompletedProcess[str]:
    """Return what a fresh interpreter makes of `code`."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


HELP = "import sys; sys.argv = ['onrecord', '--help']; from onrecord.present.cli.main import run; run()"


def test_help_takes_little_work() -> None:
    """`onrecord --help` needs under 150 ms of processor time, the start of Python included."""
    before = os.times()
    spent = []
    for _ in range(5):
        python(HELP)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
        before = after
    assert statistics.median(spent) < 0.15


@pytest.mark.parametrize("heavy", ["sqlalchemy", "rich", "onnxruntime", "lxml", "trafilatura", "numpy", "alembic"])
def test_help_imports_nothing_heavy(heavy: str) -> None:
    """The grammar is printed before any library is loaded."""
    code = HELP.replace("run()", "\ntry:\n    run()\nexcept SystemExit:\n    print('MODULES', *sys.modules)")
    assert heavy not in python(code).stdout.split("MODULES")[1].split()


def test_importing_the_package_is_quick() -> None:
    """`import onrecord` loads none of its modules."""
    code = "import sys; import onrecord; print(*(m for m in sys.modules if m.startswith('onrecord.')))"
    assert python(code).stdout.split() == []


def test_version_is_told(command: Command) -> None:
    """`onrecord --version` names the version."""
    assert command("--version").out == f"onrecord {onrecord.__version__}\n"


@pytest.mark.parametrize("code", list(Exit))
def test_exit_codes_are_in_the_help(code: Exit) -> None:
    """Every exit code stands in the help's end, with its meaning."""
    assert f"{code.value}" in build().format_help()
    assert MEANING[code] in build().format_help()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("x"), 3),
        (SettingsError("x"), 4),
        (ModelError("x"), 5),
        (StoreError("x"), 6),
        (InternalError("x"), 70),
        (OnrecordError("x"), 70),
    ],
)
def test_errors_have_exit_codes(error: OnrecordError, code: int) -> None:
    """Who has to act decides the code."""
    assert exit_for(error) == code


def test_usage_errors_end_with_2(command: Command) -> None:
    """An unknown command is a usage error."""
    assert command("reed").code == 2


def test_a_missing_record_is_one_line(command: Command) -> None:
    """A record that is not there is told on one line, with what to do."""
    ended = command("statements")
    assert (ended.code, ended.out) == (6, "")
    assert ended.err.startswith("onrecord: record.onrecord: there is no such record; make one with: onrecord read")
    assert ended.err.count("\n") == 1


def test_an_unforeseen_error_is_one_line(command: Command, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect is told without a traceback, and how to get one."""
    monkeypatch.setattr("onrecord.query.statements.reported", lambda *_: 1 / 0)
    ended = command("statements")
    assert ended.code == 70
    assert ended.err == (
        "onrecord: internal error: ZeroDivisionError: division by zero; please report it with the output of --debug\n"
    )


def test_debug_shows_the_traceback(command: Command, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --debug the error comes through as it is."""
    monkeypatch.setattr("onrecord.query.statements.reported", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        command("statements", "--debug")


def test_control_characters_in_an_error_are_shown(command: Command) -> None:
    """A file name cannot steer the terminal through an error message."""
    assert "<U+001B>[2J" in command("statements", "--record", "\x1b[2Jx").err


def test_a_closed_pipe_is_quiet(record: Path) -> None:
    """`onrecord export | head -1` says nothing of a broken pipe."""
    code = "import sys; from onrecord.present.cli.main import run; sys.argv = ['onrecord', 'export'] ; run()"
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=record.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == Exit.PIPE_CLOSED


def test_settings_come_from_the_environment(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """ONRECORD_RECORD names the record."""
    monkeypatch.setenv("ONRECORD_RECORD", "else.onrecord")
    assert "else.onrecord: there is no such record" in command("statements").err


def test_a_wrong_setting_ends_with_4(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that is no number is told by its name."""
    monkeypatch.setenv("ONRECORD_BUSY_TIMEOUT", "soon")
    ended = command("statements")
    assert (ended.code, ended.err) == (4, "onrecord: ONRECORD_BUSY_TIMEOUT is 'soon'; give a number\n")


def test_doctor_tells_versions_and_origins(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The doctor names every setting with its value and where it comes from."""
    monkeypatch.setenv("ONRECORD_DEADLINE", "5")
    ended = command("doctor", "--json", "--processes", "2")
    found = json.loads(ended.out)
    origins = {s["setting"]: (s["value"], s["origin"]) for s in found["settings"]}
    assert ended.code == 0
    assert origins["deadline"] == (5.0, "environment, ONRECORD_DEADLINE")
    assert origins["processes"] == (2, "command line, --processes")
    assert origins["memory"] == (4096, "default")
    assert {"python", "sqlite", "onnxruntime", "tokenizers", "model", "record"} <= found.keys()


def test_doctor_tells_a_broken_model(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that does not fit its manifest ends with 5."""

    def broken(model: str) -> None:
        raise ModelError("tagger.onnx is changed. Reinstall onrecord.")

    monkeypatch.setattr("onrecord.pipeline.load_tagger", broken)
    ended = command("doctor")
    assert ended.code == 5
    assert "does not fit: tagger.onnx is changed" in ended.out


def test_doctor_tells_what_is_no_record(command: Command, tmp_path: Path) -> None:
    """A record file that is not ours ends with 6."""
    (tmp_path / "record.onrecord").write_text("notes")
    assert command("doctor").code == 6
