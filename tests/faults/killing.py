"""Kills a reading at random moments, lets the next one finish, and compares the records.

Law: whatever the moment of a kill -9, the file is a valid record, and reading the same inputs again
leaves the record of an undisturbed reading.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import StoreError
from onrecord.store import Store, record_digest, sqlite

ROOT = Path(__file__).parents[2]
FAKE = (sys.executable, "-m", "tests.faults.driver")
REAL = (sys.executable, "-c", "from onrecord.present.cli.main import run; run()")


@dataclass
class Tally:
    """What the kills did: how many struck a running process, how often one had ended before, and what came out."""

    kills: int = 0
    missed: int = 0
    records: int = 0
    damaged: list[str] = field(default_factory=list)
    unequal: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether every record was valid after every kill, and equal at the end."""
        return not self.damaged and not self.unequal


def corpus(folder: Path, number: int = 120) -> Path:
    """Leave `number` small articles in `folder`, some twice, one of them empty."""
    folder.mkdir()
    for n in range(number):
        said = f"“We counted {n % (number - 10)} boats,” said Ada Mott. “Never {n % 7} again,” warned Bo Lund.\n"
        said += f"Tern News reported that “{n % 9} are left” said Ada Mott of the “fleet”.\n"
        (folder / f"{n:03}.txt").write_text(f"Headline {n % (number - 10)}\n\n{said}" if n != 5 else "")
    return folder


def start(program: Sequence[str], *words: str) -> subprocess.Popen[bytes]:
    """Return a running command in a process group of its own."""
    return subprocess.Popen(
        [*program, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def finish(program: Sequence[str], *words: str) -> tuple[int, str]:
    """Return the exit code and the standard error of a command, run to its end."""
    process = start(program, *words)
    _, err = process.communicate(timeout=600)
    return process.returncode, err.decode()


def digest(record: Path) -> str:
    """Return the digest of the record at `record`."""
    with Store.open(record) as store:
        return record_digest(store)


def damage(record: Path) -> list[str]:
    """Return what is wrong with the file as a kill left it: it must be missing, empty or a valid record."""
    if not record.exists():
        return []
    try:
        with Store.open(record, create=True) as store, store.reading() as connection:
            return sqlite.damage(connection)
    except StoreError as error:
        return [str(error)]


def kill_often(
    folder: Path, inputs: Sequence[str], program: Sequence[str], kills: int, chance: random.Random, each: int = 4
) -> Tally:
    """Return the tally of `kills`, `each` of them on one record before it is finished and compared."""
    whole, tally = folder / "whole.onrecord", Tally()
    begun = time.monotonic()
    finish(program, "read", *inputs, "--record", str(whole))
    length, expected = time.monotonic() - begun, digest(whole)
    while tally.kills < kills:
        record = folder / f"killed{tally.records}.onrecord"
        for number in range(min(each, kills - tally.kills)):
            took = _kill(record, inputs, program, chance.uniform(0, length), chance, tally)
            if took is not None:
                length = length if number else took  # a new record alone tells how long a reading takes
                break
        finish(program, "read", *inputs, "--record", str(record))
        tally.records += 1
        if digest(record) != expected:
            tally.unequal.append(record.name)
    return tally


def _kill(
    record: Path, inputs: Sequence[str], program: Sequence[str], moment: float, chance: random.Random, tally: Tally
) -> float | None:
    """Kill one reading after `moment` seconds; return None, or the seconds it took if it ended before."""
    begun = time.monotonic()
    process = start(program, "read", *inputs, "--record", str(record))
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        tally.kills += 1
        if chance.random() < 0.5:
            process.kill()  # the workers find their pipe closed
        else:
            os.killpg(process.pid, signal.SIGKILL)
        took = None
    else:
        tally.missed += 1
        took = time.monotonic() - begun
    process.communicate()
    tally.damaged += [f"{record.name} after kill {tally.kills}: {wrong}" for wrong in damage(record)]
    return took
