"""The command line with stand-ins for the stages, as a process of its own (``python -m tests.faults.driver``)."""

from __future__ import annotations

import sys

import pytest
from tests import fakes

from onrecord.present.cli.main import main

if __name__ == "__main__":
    fakes.put_in(pytest.MonkeyPatch())
    sys.exit(main(sys.argv[1:]))
