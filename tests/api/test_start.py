"""What using a record from Python or by a command loads before it is asked for anything heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

MODULES = [
    "onrecord.api",
    "onrecord.present.cli.anomalies_command",
    "onrecord.present.cli.compare_command",
    "onrecord.present.cli.positions_command",
    "onrecord.present.cli.read_command",
    "onrecord.present.cli.statements_command",
    "onrecord.present.cli.utterances_command",
    "onrecord.present.cli.verify_command",
]


@pytest.mark.parametrize("module", MODULES)
def test_importing_it_loads_no_numpy(module: str) -> None:
    """Numpy takes 0.1 s to import: only who asks for what needs it pays."""
    told = f"import sys, {module}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
