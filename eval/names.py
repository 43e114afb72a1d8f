"""Hard pairs of names of our own: ``python -m eval.names [-v]`` prints the share right by kind.

Each line of ``gold/names.jsonl`` holds two actors as two documents show them (name, roles, outlet, day,
company) and the answer: same, different, or doubt, where a careful reader would not decide. Ours is
"same" if both are members of one identity, "doubt" if one is a candidate of the other, else "different".
Names of persons, places and outlets are invented; real office holders occur where the authority decides.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.measures import rows
from onrecord.record import ActorKind
from onrecord.record.identity import Appearance
from onrecord.resolve.identity import identities

GOLD = Path(__file__).resolve().parent / "gold" / "names.jsonl"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of two documents, the kind of difficulty, the right answer and the line it is from."""

    line: int
    kind: str
    one: Appearance
    other: Appearance
    answer: str


def read(path: Path = GOLD) -> Iterator[Pair]:
    """Yield the pairs, in order."""
    for line, row in enumerate(rows(path), 1):
        one, other = _appearance("one", row["one"]), _appearance("other", row["other"])
        yield Pair(line, row["kind"], one, other, row["answer"])


def _appearance(side: str, row: dict[str, Any]) -> Appearance:
    """Return one side of a pair; a name's acronym in brackets is another form of it."""
    name, _, acronym = row["name"].partition(" (")
    acronym = acronym.rstrip(")") if acronym.rstrip(")").isupper() else ""
    return Appearance(
        actor_id=side,
        document_id=f"document {side}",
        kind=ActorKind(row["kind"]),
        name=name if acronym else row["name"],
        names=(acronym,) if acronym else (),
        roles=tuple(row.get("roles", ())),
        outlet=row.get("outlet"),
        day=row.get("day"),
        language="en",
        company=frozenset(row.get("company", ())),
    )


def answer(pair: Pair) -> str:
    """Return what the machine says of a pair: same, different or doubt."""
    found = {member: one for one in identities([pair.one, pair.other]) for member in one.members}
    one, other = found["one"], found["other"]
    if one.id == other.id:
        return "same"
    known = {one.id, other.id, one.authority, other.authority}
    return "doubt" if any(c.id in known for c in (*one.candidates, *other.candidates)) else "different"


def share_right() -> dict[str, float]:
    """Return the share of right answers by kind, and of all as "right"."""
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for pair in read():
        for name in (pair.kind, "right"):
            count[name] += 1
            right[name] += answer(pair) == pair.answer
    return {name: right[name] / count[name] for name in count}


def main() -> None:
    """Print the share right by kind, and with ``-v`` the wrong answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong answers")
    verbose = parser.parse_args().verbose
    pairs = list(read())
    if verbose:
        for pair in pairs:
            if (given := answer(pair)) != pair.answer:
                sys.stdout.write(
                    f"line {pair.line} {pair.kind}: {given}, should be {pair.answer}: {pair.one} | {pair.other}\n"
                )
    count = Counter(pair.kind for pair in pairs)
    for name, share in sorted(share_right().items()):
        print(f"{name:16s} {share:.4f}  of {count.get(name, len(pairs))}")


if __name__ == "__main__":
    main()
