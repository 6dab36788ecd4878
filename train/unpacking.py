"""The files in index/viendan_e5 become a model to train on: packing, the other way round."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from .base_model import Shape, write_modules
from .carrying import WHOLE

TOKEN_TYPES = 2  # of a BERT; the packed graph has the first one's row in its places


def unpack(packed: Path, out: Path) -> dict[str, int]:
    """Write the packed model as a sentence-transformers folder; returns its sizes.

    Each weight comes back as its integer times its scale, within half a step of what was packed.
    """
    from safetensors.numpy import save_file

    kept = _tensors(packed / "model.onnx")
    weights = {
        "embeddings.word_embeddings.weight": kept["word"] * kept["word_scale"],
        "embeddings.position_embeddings.weight": kept["places"],
        "embeddings.token_type_embeddings.weight": kept["places"][:TOKEN_TYPES] * 0,
        **_norm("embeddings.LayerNorm", "embedded", kept),
    }
    layers = sum(name.endswith(".qkv.weight") for name in kept)
    for n in range(layers):
        weights |= _layer(n, kept)
    shape = _shape(packed / "model.onnx", kept, layers)
    out.mkdir(parents=True, exist_ok=True)
    shutil.copy(packed / "tokenizer.json", out / "tokenizer.json")
    write_modules(out, shape)
    whole = {name: values.astype("float32").copy() for name, values in weights.items()}
    save_file(whole, out / WHOLE, metadata={"format": "pt"})
    return {"weights": sum(values.size for values in whole.values()), "layers": layers}


def _tensors(graph: Path) -> dict[str, Any]:
    import onnx
    from onnx import numpy_helper

    model = onnx.load(graph)
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}


def _shape(graph: Path, kept: dict[str, Any], layers: int) -> Shape:
    import onnx

    nodes = onnx.load(graph, load_external_data=False).graph.node
    values = {about.name: about for node in nodes for about in node.attribute}
    pieces, hidden = kept["word"].shape
    return Shape(
        hidden=hidden,
        layers=layers,
        heads=values["num_heads"].i,
        feed_forward=len(kept["0.wide.bias"]),
        vocabulary=pieces,
        positions=len(kept["places"]),
        token_types=TOKEN_TYPES,
        epsilon=values["epsilon"].f,
    )


def _layer(n: int, kept: dict[str, Any]) -> dict[str, Any]:
    import numpy as np

    at = f"encoder.layer.{n}."
    mixed, bias = _linear(f"{n}.qkv", kept)
    parts = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
    weights = dict(zip((f"{part}.weight" for part in parts), np.split(mixed, 3), strict=True))
    weights |= dict(zip((f"{part}.bias" for part in parts), np.split(bias, 3), strict=True))
    for name, ours in (
        ("attention.output.dense", "attended"),
        ("intermediate.dense", "wide"),
        ("output.dense", "back"),
    ):
        matrix, bias = _linear(f"{n}.{ours}", kept)
        weights |= {f"{at}{name}.weight": matrix, f"{at}{name}.bias": bias}
    weights |= _norm(f"{at}attention.output.LayerNorm", f"{n}.seen", kept)
    return weights | _norm(f"{at}output.LayerNorm", f"{n}.out", kept)


def _linear(name: str, kept: dict[str, Any]) -> tuple[Any, Any]:
    """A linear layer as PyTorch has it, outputs × inputs, and its bias."""
    matrix = kept[f"{name}.weight"] * kept[f"{name}.weight_scale"]
    return matrix.T, kept[f"{name}.bias"]


def _norm(name: str, ours: str, kept: dict[str, Any]) -> dict[str, Any]:
    return {f"{name}.weight": kept[f"{ours}.scale"], f"{name}.bias": kept[f"{ours}.shift"]}
