"""Bad inputs fail with a reason; the others are done."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.faults.killing import FAKE, finish

from onrecord.record import Entry, Outcome
from onrecord.store import Store, journal

NEWS = "Harbour to wait\n\n“We will reopen the harbour,” said Ada Mott.\n"


def entries(record: Path) -> dict[str, Entry]:
    """Return the entries of the last run by the names of their files."""
    with Store.open(record) as store, store.reading() as connection:
        found = journal.entries_of(connection, journal.all_runs(connection)[0].id)
    return {Path(entry.locator).name: entry for entry in found}


@pytest.mark.slow
def test_bad_inputs_fail_alone(tmp_path: Path) -> None:
    """Empty, binary, crashing, endless and greedy inputs are left out with a reason; the good ones are stored."""
    texts = {
        "crash": NEWS + "CRASH",
        "endless": NEWS + "SLEEP",
        "greedy": NEWS + "MEMORY",
        "raising": NEWS + "RAISE",
        "empty": "",
        "binary": "\x00\x01\x02" * 99,
    }
    folder, record = tmp_path / "news", tmp_path / "r.onrecord"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    for n in range(8):
        (folder / f"good{n}.txt").write_text(NEWS.replace("reopen", f"reopen {n} of"))
    code, err = finish(FAKE, "read", str(folder), "--record", str(record), "--deadline", "8")
    found = entries(record)
    assert code == 1, err
    assert {name for name, entry in found.items() if entry.outcome is Outcome.STORED} == {
        f"good{n}.txt" for n in range(8)
    }
    assert "SIGSEGV" in (found["crash.txt"].reason or "")
    assert "took longer than 8 s" in (found["endless.txt"].reason or "")
    assert "more memory" in (found["greedy.txt"].reason or "")
    assert "ZeroDivisionError" in (found["raising.txt"].reason or "")
    assert all(found[f"{name}.txt"].reason for name in texts)
    assert "14 inputs: 8 stored, 0 duplicate, 1 skipped, 5 failed; 8 new statements" in err


@pytest.mark.slow
def test_a_huge_line_does_not_stop_the_others(tmp_path: Path) -> None:
    """A row of 50 MB ends in some way with a reason or as a document, and the row after it is stored."""
    rows = [{"id": "huge", "text": "x " * 25_000_000}, {"id": "small", "text": NEWS}]
    path, record = tmp_path / "rows.jsonl", tmp_path / "r.onrecord"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    code, err = finish(FAKE, "read", str(path), "--record", str(record), "--deadline", "60")
    assert code in (0, 1), err
    found = entries(record)
    assert found["rows.jsonl#2"].outcome is Outcome.STORED
    assert found["rows.jsonl#1"].outcome is Outcome.STORED or found["rows.jsonl#1"].reason


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_folder_is_told(tmp_path: Path) -> None:
    """A folder without permission is an input that failed, with its reason."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    code, err = finish(FAKE, "read", str(folder), "--record", str(tmp_path / "r.onrecord"))
    assert code == 1
    assert "closed" in err


@pytest.mark.slow
def test_a_missing_input_is_told(tmp_path: Path) -> None:
    """A path that does not exist is an input that failed, and the others are read."""
    (tmp_path / "a.txt").write_text(NEWS)
    paths = [str(tmp_path / name) for name in ("no.txt", "a.txt")]
    code, err = finish(FAKE, "read", *paths, "--record", str(tmp_path / "r.onrecord"))
    assert code in (1, 3), err
    assert "no.txt" in err
