"""Print how altered quotations are found: ``python -m eval.alterations [--held-out] [-v WAY]``."""

from __future__ import annotations

import argparse

from eval.alterations.measure import Pair, Result, measure
from onrecord.record import Difference


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="the half that nothing was tuned on, with other seeds")
    parser.add_argument("-v", "--verbose", metavar="WAY", help="show what is missed, misnamed or blamed of this way")
    args = parser.parse_args()
    result = measure(held_out=args.held_out)
    for way, count in result.pairs.items():
        missed, misnamed = len(result.missed[way]), len(result.misnamed[way])
        print(
            f"{way:20s} {count:4d}  found {1 - missed / count:.3f}  named {1 - misnamed / max(1, count - missed):.3f}"
        )
    print(f"{result.pairs.total()} altered, {result.reprints} reprints, {len(result.blamed)} of them blamed")
    for name, score in result.scores().items():
        print(f"{name:14s} {score:.4f}")
    if args.verbose:
        _show(result, args.verbose)


def _show(result: Result, way: str) -> None:
    shown: list[tuple[str, Pair, tuple[Difference, ...]]] = [("missed", p, ()) for p in result.missed.get(way, ())]
    shown += [("misnamed", *held) for held in result.misnamed.get(way, ())]
    shown += [("blamed", *held) for held in result.blamed if way in held[0].way.split("+")]
    for how, pair, flagged in shown:
        print(f"\n{how}: {pair.way}\n  {pair.fuller.words}\n  {pair.other.words}")
        for difference in flagged:
            print(f"    {difference.kind.value}: {difference.reason}")


if __name__ == "__main__":
    main()
