"""Kill a reading at random moments, by default 200 times, and compare what comes out.

    python -m bench.kill [--kills 200] [--seed 1] [--fake] [PATH…]

Without PATH a corpus of 120 small articles is made. --fake uses stand-ins for the stages, which are
quicker and so put more of the kills into the writing. Ends with 1 when a record was damaged or came
out otherwise than an undisturbed run's.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.killing import FAKE, REAL, corpus, kill_often


def main() -> int:
    """Run the kills and tell what they did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fake", action="store_true")
    arguments = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs = [str(Path(p).resolve()) for p in arguments.paths] or [str(corpus(folder / "corpus"))]
        program = FAKE if arguments.fake else REAL
        tally = kill_often(folder, inputs, program, arguments.kills, random.Random(arguments.seed))
    print(f"{tally.kills} kills, {tally.missed} readings had ended before theirs; {tally.records} records finished")
    print(f"damaged after a kill: {len(tally.damaged)}; unequal at the end: {len(tally.unequal)}")
    print(f"{time.monotonic() - begun:.0f} s")
    for wrong in [*tally.damaged, *tally.unequal]:
        print(wrong)
    return 0 if tally.ok else 1


if __name__ == "__main__":
    sys.exit(main())
