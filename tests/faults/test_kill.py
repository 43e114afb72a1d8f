"""kill -9 and Ctrl-C at any moment lose nothing that the next reading does not bring back."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest
from tests.faults.killing import FAKE, corpus, damage, digest, finish, kill_often, start

from onrecord.store import Store, journal


@pytest.mark.slow
def test_kills_change_nothing(tmp_path: Path) -> None:
    """Five kills at random moments: each leaves a valid file, and the finished record is that of no kill."""
    tally = kill_often(tmp_path, [str(corpus(tmp_path / "corpus", 60))], FAKE, 5, random.Random(2), each=3)
    assert (tally.damaged, tally.unequal) == ([], [])
    assert tally.kills == 5


@pytest.mark.slow
def test_an_interrupted_reading_says_so_and_goes_on(tmp_path: Path) -> None:
    """Ctrl-C midway ends with 130, what was done is in the record, and the next run does the rest."""
    folder = corpus(tmp_path / "corpus", 40)
    for path in folder.iterdir():
        path.write_text(path.read_text() + "SLOWLY\n")
    record = tmp_path / "r.onrecord"
    process = start(FAKE, "read", str(folder), "--record", str(record), "--processes", "1")
    _until_begun(record)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"interrupted; all of this is in the record, and the same command does the rest" in err
    assert damage(record) == []
    finish(FAKE, "read", str(folder), "--record", str(record))
    finish(FAKE, "read", str(folder), "--record", str(tmp_path / "whole.onrecord"))
    assert digest(record) == digest(tmp_path / "whole.onrecord")


def _until_begun(record: Path) -> None:
    """Wait until the first inputs are in the ledger."""
    for _ in range(1200):
        if record.exists() and record.stat().st_size:
            with Store.open(record, create=True) as store, store.reading() as connection:
                runs = journal.all_runs(connection)
            if runs and sum(runs[0].outcomes.values()) >= 3:
                return
        time.sleep(0.1)
    raise AssertionError("the reading never began")


@pytest.mark.slow
def test_two_readings_at_once_make_one_record(tmp_path: Path) -> None:
    """Two processes that read the same folder into one record both succeed, and leave what one leaves."""
    folder, record = corpus(tmp_path / "corpus", 40), tmp_path / "r.onrecord"
    words = ("read", str(folder), "--record", str(record), "--busy-timeout", "60")
    processes = [start(FAKE, *words) for _ in range(2)]
    errors = [process.communicate(timeout=300)[1].decode() for process in processes]
    assert [process.returncode for process in processes] == [1, 1], errors  # 1: the empty file failed
    finish(FAKE, "read", str(folder), "--record", str(tmp_path / "whole.onrecord"))
    assert digest(record) == digest(tmp_path / "whole.onrecord")
