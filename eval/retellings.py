"""Quotations of our own as newsrooms retell them: ``python -m eval.retellings [--set N] [-v]``.

Each line of ``gold/retellings.txt`` holds two tellings, the kind of difference between them that changes the meaning
(or "harmless"), and what the second is to the first. How the lines are marked up stands at the file's head.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.measures import Measured
from onrecord.record import Difference, DifferenceKind, Form, Interval, Part, Relation, SaidBasis, Told
from onrecord.text.differences import differences, relation

GOLD = Path(__file__).resolve().parent / "gold" / "retellings.txt"
SETS = (GOLD, GOLD.with_name("retellings-again.txt"), GOLD.with_name("retellings-unseen.txt"))
"""Each was written when what the ones before it showed had been mended. Of the last only the counts were looked at."""
_CIRCUMSTANCES = re.compile(r"\{([^{}]*)\} ?")


@dataclass(frozen=True, slots=True)
class Retold:
    """A line: the fuller telling, the other, the kinds that are right (none where all is harmless), the relation."""

    line: int
    fuller: Told
    other: Told
    kinds: frozenset[DifferenceKind]
    relation: Relation


@dataclass(frozen=True, slots=True)
class Outcome:
    """A line, the differences told that change the meaning, and the relation told."""

    retold: Retold
    flagged: tuple[Difference, ...]
    relation: Relation

    @property
    def found(self) -> bool:
        """Whether an alteration is flagged at all, and what is harmless is not."""
        return bool(self.flagged) == bool(self.retold.kinds)

    @property
    def named(self) -> bool:
        """Whether exactly one right kind is flagged, or rightly none."""
        told = {d.kind for d in self.flagged}
        return self.found and (len(told) == 1 and told <= self.retold.kinds if told else True)

    @property
    def related(self) -> bool:
        """Whether the relation is right."""
        return self.relation is self.retold.relation


def read(path: Path = GOLD) -> Iterator[Retold]:
    """Yield the lines that hold pairs, in order."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            kinds, held, fuller, other = (part.strip() for part in line.split(" | "))
            right = () if kinds == "harmless" else map(DifferenceKind, kinds.split(" or "))
            yield Retold(
                number,
                _told(fuller, "a", Form.DIRECT),
                _told(other, "b", Form.INDIRECT),
                frozenset(right),
                Relation(held),
            )


def _told(line: str, statement_id: str, unmarked: Form) -> Told:
    """Return the telling of `line`, which is of the form `unmarked` where no marks stand in it."""
    known = _CIRCUMSTANCES.match(line)
    parts = tuple(map(_part, line[known.end() if known else 0 :].split(" || ")))
    fields = dict(field.split(": ", 1) for field in known[1].split("; ")) if known else {}
    form = unmarked
    if any(part.quoted for part in parts):
        form = Form.DIRECT if all(part.words.startswith("“") for part in parts) else Form.MIXED
    day, name = fields.get("on", fields.get("about")), fields.get("speaker")
    return Told(
        statement_id,
        f"d-{statement_id}",
        name,
        name,
        None,
        form,
        parts,
        "said",
        said=Interval(day, day) if day else None,
        said_basis=SaidBasis.STATED if "on" in fields else SaidBasis.INFERRED,
        addressee=fields.get("to"),
        stands_for=frozenset(filter(None, [fields.get("stands for")])),
    )


def _part(words: str) -> Part:
    starts = [at + 1 for at, letter in enumerate(words) if letter == "“"]
    ends = [at for at, letter in enumerate(words) if letter == "”"]
    return Part(words, tuple(zip(starts, ends, strict=True)))


def outcomes(path: Path = GOLD) -> tuple[Outcome, ...]:
    """Return how each pair is told."""
    return tuple(
        Outcome(
            pair,
            tuple(d for d in differences(pair.fuller, pair.other) if d.changes_meaning),
            relation(pair.fuller, pair.other),
        )
        for pair in read(path)
    )


def retellings() -> Measured:
    """Return the shares found, named, not blamed and rightly related, of the first two sets and of the unseen one."""
    known = scores([one for path in SETS[:2] for one in outcomes(path)])
    unseen = scores(outcomes(SETS[2]))
    return Measured(known | {f"unseen_{name}": score for name, score in unseen.items()}, {})


def scores(found: Sequence[Outcome]) -> dict[str, float]:
    """Return the shares: alterations found and named, harmless pairs not blamed, relations told right."""
    altered = [o for o in found if o.retold.kinds]
    harmless = [o for o in found if not o.retold.kinds]
    return {
        "found": _share(altered, lambda o: o.found),
        "named": _share([o for o in altered if o.found], lambda o: o.named),
        "not_blamed": _share(harmless, lambda o: o.found),
        "relation": _share(found, lambda o: o.related),
    }


def _share(of: Sequence[Outcome], right: Callable[[Outcome], bool]) -> float:
    return sum(map(right, of)) / len(of)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="show what is told wrong")
    parser.add_argument("--set", type=int, choices=(1, 2, 3), default=1, help="the set; keep the pairs of 3 unseen")
    args = parser.parse_args()
    found = outcomes(SETS[args.set - 1])
    for kinds, count in sorted(Counter(_kinds(o) for o in found).items()):
        right = sum(o.named for o in found if _kinds(o) == kinds)
        print(f"{kinds:45s} {right:3d} of {count:3d} right")
    for name, score in scores(found).items():
        print(f"{name:11s} {score:.4f}")
    for one in found if args.verbose else ():
        if not (one.named and one.related):
            _show(one)


def _kinds(outcome: Outcome) -> str:
    return " or ".join(sorted(outcome.retold.kinds)) or "harmless"


def _show(one: Outcome) -> None:
    label = f"{_kinds(one)}, {one.retold.relation}"
    print(f"\nline {one.retold.line}: {label} told as {one.relation}")
    print(f"  {one.retold.fuller.words}\n  {one.retold.other.words}")
    for difference in one.flagged:
        print(f"    {difference.kind}: {difference.reason}")


if __name__ == "__main__":
    main()
