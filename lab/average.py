"""Average checkpoints of one shape, weight by weight: ``python -m lab.average NAME ONE OTHER… [--weights …]``.

Checkpoints of which one was trained on from the other lie in one basin: their mean is as good as either or
better (Wortsman et al., "Model soups", ICML 2022).
"""

from __future__ import annotations

import argparse
import json

import torch

from lab.train import WORK


def main() -> None:
    """Write the mean of the checkpoints, and beside it what it is the mean of."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("parts", nargs="+", help="checkpoints in lab/work; the last is the one trained longest")
    parser.add_argument("--weights", type=float, nargs="+", help="how much each counts; all the same by default")
    args = parser.parse_args()
    weights = args.weights or [1.0] * len(args.parts)
    if len(weights) != len(args.parts):
        raise SystemExit(f"{len(weights)} weights for {len(args.parts)} checkpoints")
    kept = [torch.load(WORK / f"{part}.pt", weights_only=True) for part in args.parts]
    if any(one["shape"] != kept[0]["shape"] for one in kept):
        raise SystemExit(f"{', '.join(args.parts)} differ in shape")
    shares = [weight / sum(weights) for weight in weights]
    mean = {
        name: sum(share * one["state"][name].float() for share, one in zip(shares, kept, strict=True))
        for name in kept[0]["state"]
    }
    torch.save({"shape": kept[0]["shape"], "state": mean}, WORK / f"{args.name}.pt")
    facts = {"name": args.name, "mean_of": dict(zip(args.parts, shares, strict=True)), "origin": args.parts[-1]}
    (WORK / f"{args.name}.json").write_text(json.dumps(facts, indent=1))


if __name__ == "__main__":
    main()
