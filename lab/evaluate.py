"""Score a torch checkpoint or the shipped model on PolNeAR dev: ``python -m lab.evaluate NAME``."""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from pathlib import Path

import torch
from eval.measures import scorer

from lab.corpus import POLNEAR, ROLES, read_rows
from lab.encoder import word_pieces
from lab.model import load
from onrecord.extract.decode import Draft, decode
from onrecord.extract.encoding import Encoding, Ints, encode
from onrecord.extract.scores import Floats, Run, score

WORK = Path(__file__).parent / "work"


def torch_run(name: str) -> Run:
    """Return the checkpoint ``lab/work/NAME.pt`` as a model of one window."""
    model = load(WORK / f"{name}.pt")

    def run(arrays: dict[str, Ints]) -> tuple[Floats, Floats, Floats]:
        with torch.inference_mode():
            out = model(**{key: torch.from_numpy(value) for key, value in arrays.items()})
        return tuple(o.numpy() for o in out)

    return run


def onnx_run(path: Path) -> Run:
    """Return an ONNX file as a model of one window, on one core."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return lambda arrays: tuple(session.run(None, arrays))


def as_spans(draft: Draft, encoding: Encoding) -> dict[str, list[list[int]]]:
    """Return a draft as the scorer's offsets."""
    parts = {"source": [draft.source] if draft.source else [], "cue": [draft.cue], "content": draft.content}
    return {r: [[int(encoding.starts[s.start]), int(encoding.ends[s.end - 1])] for s in parts[r]] for r in ROLES}


def evaluate(run: Run, limit: int = 0) -> tuple[dict[str, dict[str, float]], float]:
    """Return the scores of `run` on PolNeAR dev, or its first `limit` articles, and its words per CPU second."""
    pieces = word_pieces()
    tally, words, seconds = scorer("attribution").Tally(), 0, 0.0
    rows = read_rows(POLNEAR / "dev.jsonl.gz")
    for row in itertools.islice(rows, limit or None):
        began = time.process_time()
        encoding = encode(row["text"], pieces)
        predicted = [as_spans(draft, encoding) for draft in decode(score(encoding, run), encoding.begins)]
        seconds += time.process_time() - began
        words += len(row["text"].split())
        tally.add(row["text"], row["annotations"][sorted(row["annotations"])[0]], predicted)
    return tally.result(), words / seconds


def main() -> None:
    """Score and print, with the speed of one thread."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="a checkpoint in lab/work, or a path that ends in .onnx")
    parser.add_argument("--limit", type=int, default=0, help="score only the first N articles")
    args = parser.parse_args()
    torch.set_num_threads(1)
    run = onnx_run(Path(args.name)) if args.name.endswith(".onnx") else torch_run(args.name)
    result, speed = evaluate(run, args.limit)
    for key, value in result.items():
        print(f"{key:15s} P {value['p']:.4f}  R {value['r']:.4f}  F1 {value['f1']:.4f}")
    print(f"{speed:.0f} words/s of CPU time, one thread", file=sys.stderr)


if __name__ == "__main__":
    main()
