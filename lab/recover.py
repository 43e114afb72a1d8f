"""A checkpoint from the weights that a package shipped: ``python -m lab.recover TAGGER.onnx NAME``.

Reads onrecord-attribution-en-1 (the file of the first commit that shipped one:
``git show acb7681:src/onrecord/extract/model/tagger.onnx``, or a later commit's with float heads). Its int8
weights are multiplied out; they differ from the trained ones by rounding.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from lab.evaluate import WORK
from lab.model import Shape, Tagger, folded, save

Arrays = dict[str, np.ndarray]


def weights(path: Path) -> tuple[Arrays, list[np.ndarray]]:
    """Return the named tables of an exported model, and the weights of its products in the graph's order."""
    graph = onnx.load(str(path)).graph
    kept = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    tables: Arrays = {name: value for name, value in kept.items() if value.dtype == np.float32}
    for name in kept:
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            zero = kept[f"{base}_zero_point"].astype(np.float32)
            tables[base] = (kept[name].astype(np.float32) - zero) * kept[f"{base}_scale"]
    products = [
        node.input[1].removesuffix("_quantized")
        for node in graph.node
        if node.op_type in {"MatMul", "MatMulInteger"} and "norm" not in node.name and node.input[1] != "column"
    ]
    return tables, [tables[name] for name in products if name in tables]


def recover(path: Path) -> Tagger:
    """Return the tagger of full shape whose weights `path` holds."""
    tables, products = weights(path)
    tagger = Tagger(Shape())
    old = "tagger.encoder.embeddings."
    state: Arrays = {
        "words.weight": tables[f"{old}word_embeddings.weight"],
        "position": tables["position"],
        "norm.weight": tables[f"{old}LayerNorm.weight"],
        "norm.bias": tables[f"{old}LayerNorm.bias"],
        "links.bias": tables["links.bias"],
        "tags.bias": tables["tagger.tags.bias"],
        "links.weight": products[24].T,
        "tags.weight": products[25].T,
    }
    state |= {f"{name}.weight": tables[f"tagger.{name}.weight"] for name in ("case", "quote", "gap")}
    for number in range(6):
        layer, new = f"tagger.encoder.encoder.layer.{number}.", f"layers.{number}."
        for at, part in enumerate(("qkv", "out", "up", "down")):
            state[f"{new}{part}.weight"] = products[4 * number + at].T
        state[f"{new}qkv.bias"] = tables[f"projections.{number}.bias"]
        state[f"{new}out.bias"] = tables[f"{layer}attention.output.dense.bias"]
        state[f"{new}up.bias"] = tables[f"{layer}intermediate.dense.bias"]
        state[f"{new}down.bias"] = tables[f"{layer}output.dense.bias"]
        for kind in ("weight", "bias"):
            state[f"{new}norms.0.{kind}"] = tables[f"{layer}attention.output.LayerNorm.{kind}"]
            state[f"{new}norms.1.{kind}"] = tables[f"{layer}output.LayerNorm.{kind}"]
    tensors = {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}
    tagger.load_state_dict(folded(tensors, len(tagger.layers)))
    return tagger


def main() -> None:
    """Write the checkpoint ``lab/work/NAME.pt``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("name")
    args = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    save(recover(args.model), WORK / f"{args.name}.pt")


if __name__ == "__main__":
    main()
