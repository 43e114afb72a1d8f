"""What a statement's alignment depends on has one digest, in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from onrecord.record import Form, Told
from onrecord.run.neighbourhood import digest

TOLD = Told(
    "s1",
    "d1",
    None,
    None,
    None,
    Form.INDIRECT,
    (),
    "said",
    stands_for=frozenset({"lorn", "verek", "tolmark"}),
    about=frozenset({"dam", "sluice", "treaty"}),
)
_CODE = "from tests.run.test_neighbourhood import TOLD, digest; print(digest(TOLD))"


def test_the_digest_is_the_same_in_every_process() -> None:
    """The order in which a process keeps sets does not count."""
    found = {
        subprocess.run(
            [sys.executable, "-c", _CODE],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {digest(TOLD) + "\n"}


def test_the_digest_tells_what_the_statement_is_about() -> None:
    """Another stem is another digest."""
    assert digest(TOLD) != digest(replace(TOLD, about=frozenset({"dam"})))
