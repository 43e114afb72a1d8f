"""Traps for conditions, negation and hypotheticals: ``python -m eval.conditions [--wrong]``, the whole pipeline.

`eval/gold/conditions.txt` has texts of our own, each marked: C holds only under a condition, which stands in
brackets; - is said without one; N the text says that it was not said; H that it may be said.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.measures import Measured, public, tagger
from onrecord import pipeline
from onrecord.record import Capture, Given, MediaType, Statement

PATH = Path(__file__).with_name("gold") / "conditions.txt"
_LINE = re.compile(r"([C\-NH]) (.+)")


@dataclass(frozen=True, slots=True)
class Trap:
    """One text, its mark, and the range of its condition in it."""

    line: int
    mark: str
    text: str
    condition: tuple[int, int] | None


def read(path: Path = PATH) -> Iterator[Trap]:
    """Yield the traps of a file; raises ValueError for a line that is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match or (match[1] == "C") != ("[" in match[2]):
            raise ValueError(f"{path}:{number}: no trap: {line}")
        start, end = match[2].find("["), match[2].find("]") - 1
        text = match[2].replace("[", "").replace("]", "")
        yield Trap(number, match[1], text, (start, end) if start >= 0 else None)


def statements_of(text: str) -> tuple[Statement, ...]:
    """Return all attributions that the pipeline finds in a text, as statements."""
    capture = Capture(text.encode(), MediaType.PLAIN, "trap", "trap", Given(charset="utf-8"))
    return pipeline.article(capture, tagger()).statements


def outcome(trap: Trap, found: tuple[Statement, ...]) -> str:
    """Return what became of a trap: right, wrong, or missed where nothing that could be wrong was found."""
    if trap.mark in "NH":
        told = [each.negated if trap.mark == "N" else each.hypothetical for each in found]
        return "missed" if not told else "right" if any(told) else "wrong"
    listed = public(found)
    if not listed:
        return "missed"
    if trap.condition is None:
        return "wrong" if any(each.condition or each.negated or each.hypothetical for each in listed) else "right"
    return "right" if any(each.condition for each in listed) else "wrong"


def overlap(trap: Trap, found: tuple[Statement, ...]) -> float:
    """Return how well the best condition found covers the trap's: common characters by those of either."""
    start, end = trap.condition or (0, 0)
    best = 0.0
    for statement in public(found):
        for span in statement.condition:
            common = max(0, min(end, span.end) - max(start, span.start))
            best = max(best, common / (max(end, span.end) - min(start, span.start)))
    return best


def conditions() -> Measured:
    """Traps of our own: shares told right, of those in which a statement was found.

    `kept` is of conditional ones, `spans` the share of their conditions cut nearly as marked (.8), `plain` of those
    without condition that have no mark, `negated` and `hypothetical` of those marked so, `found` of all traps.
    """
    traps = list(read())
    found = {trap.line: statements_of(trap.text) for trap in traps}
    became = {trap.line: outcome(trap, found[trap.line]) for trap in traps}
    names = {"C": "kept", "-": "plain", "N": "negated", "H": "hypothetical"}
    scores = {name: _share([became[t.line] for t in traps if t.mark == mark]) for mark, name in names.items()}
    cut = [overlap(trap, found[trap.line]) >= 0.8 for trap in traps if trap.mark == "C" and public(found[trap.line])]
    scores["spans"] = sum(cut) / len(cut)
    scores["found"] = sum(each != "missed" for each in became.values()) / len(became)
    return Measured(scores, {})


def _share(outcomes: list[str]) -> float:
    told = [each for each in outcomes if each != "missed"]
    return sum(each == "right" for each in told) / max(len(told), 1)


def main() -> None:
    """Print the scores, and with ``--wrong`` each trap that was told wrong, cut wrong or missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    wrong = parser.parse_args().wrong
    for name, score in conditions().scores.items():
        print(f"{name:14s} {score:.4f}")
    for trap in read() if wrong else ():
        found = statements_of(trap.text)
        became = outcome(trap, found)
        if became != "right" or (trap.condition and overlap(trap, found) < 0.8):
            told = [span.words for each in public(found) for span in each.condition]
            print(f"{trap.line}: {became} {trap.mark} {trap.text} {told}")


if __name__ == "__main__":
    main()
