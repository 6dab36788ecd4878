"""A fine-tuned model becomes the files in index/viendan_e5: an ONNX graph with 8-bit weights."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WEIGHTS_FILE = "weights-{}.bin"
LARGEST_FILE = 15_000_000  # bytes; large single files are a burden to every clone
RANGE = 63
"""Weights use 7 of 8 bits: AVX2 without VNNI adds pairs of products in 16 bits; 8 overflow."""
MICROSOFT = "com.microsoft"  # ONNX Runtime's own operators: one for a whole attention or product


@dataclass
class _Graph:
    """Nodes and weights as they are added."""

    nodes: list[Any] = field(default_factory=list)
    tensors: dict[str, Any] = field(default_factory=dict)

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **about: Any) -> str:
        """Add one operation; returns the name of its result."""
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **about))
        return output

    def keep(self, name: str, values: Any) -> str:
        """Add one weight; returns its name."""
        self.tensors[name] = values
        return name


def pack(model: Path, tokenizer: Path, out: Path) -> dict[str, int]:
    """Write the model in a sentence-transformers folder as ONNX with 8-bit weights; returns sizes.

    `tokenizer` is the pruned model's own: the copy that training saves pads and cuts by itself.

    The graph takes `pieces` and `mask` (int64, texts × pieces) and gives `vectors` (float32,
    texts × dimensions, length 1).
    """
    from safetensors.numpy import load_file

    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    weights = {
        name: values.astype("float32")
        for name, values in load_file(model / "model.safetensors").items()
    }
    graph = _Graph()
    hidden = _embeddings(graph, weights, config)
    for n in range(config["num_hidden_layers"]):
        hidden = _layer(graph, weights, config, n, hidden)
    _pooling(graph, hidden)
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("weights-*.bin"), *out.glob("model.onnx")):
        old.unlink()
    _write(graph, out)
    shutil.copy(tokenizer, out / "tokenizer.json")
    digest = hashlib.sha256()
    for path in [*sorted(out.glob("*.bin")), out / "model.onnx", out / "tokenizer.json"]:
        digest.update(path.read_bytes())
    about = {
        "fingerprint": f"viendan-e5-{digest.hexdigest()[:12]}",
        "dimensions": config["hidden_size"],
        "pieces": config["vocab_size"],
    }
    (out / "about.json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    return {path.name: path.stat().st_size for path in sorted(out.iterdir())}


def _quantised(values: Any, axis: int) -> tuple[Any, Any]:
    """8-bit integers and the scale of each row or column, `values` ≈ integers × scales."""
    import numpy as np

    scales = np.maximum(np.abs(values).max(axis=axis, keepdims=True), 1e-8) / RANGE
    return np.round(values / scales).astype("int8"), scales.astype("float32")


def _embeddings(graph: _Graph, weights: dict[str, Any], config: dict[str, Any]) -> str:
    import numpy as np

    # kept before all else: `EmbeddedEncoder.piece_vectors` reads its rows where the files begin
    integers, scales = _quantised(weights["embeddings.word_embeddings.weight"], axis=1)
    words = graph.add("Gather", [graph.keep("word", integers), "pieces"], "word_integers")
    words = graph.add("Cast", [words], "word_floats", to=1)
    scale = graph.add("Gather", [graph.keep("word_scale", scales), "pieces"], "word_scales")
    words = graph.add("Mul", [words, scale], "words")
    places = (
        weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    graph.keep("places", places.astype("float32"))
    shape = graph.add("Shape", ["pieces"], "shape")
    length = graph.add("Gather", [shape, graph.keep("one", np.array(1))], "length")
    row = graph.add(
        "Range", [graph.keep("zero", np.array(0)), length, graph.keep("step", np.array(1))], "row"
    )
    placed = graph.add("Gather", ["places", row], "placed")
    return _normed(graph, weights, config, "embeddings.LayerNorm", words, placed, "embedded")


def _normed(
    graph: _Graph,
    weights: dict[str, Any],
    config: dict[str, Any],
    name: str,
    left: str,
    right: str,
    output: str,
) -> str:
    """Layer normalisation of a sum."""
    scale = graph.keep(f"{output}.scale", weights[f"{name}.weight"])
    shift = graph.keep(f"{output}.shift", weights[f"{name}.bias"])
    total = graph.add("Add", [left, right], f"{output}.sum")
    return graph.add(
        "LayerNormalization",
        [total, scale, shift],
        output,
        axis=-1,
        epsilon=config["layer_norm_eps"],
    )


def _product(graph: _Graph, name: str, values: Any, bias: Any, source: str) -> str:
    """A linear layer: weights (inputs × outputs) in 8 bits, the input quantised as it comes."""
    import numpy as np

    integers, scales = _quantised(values, axis=0)
    inputs = [
        source,
        graph.keep(f"{name}.weight", integers),
        graph.keep(f"{name}.weight_scale", scales[0]),
        graph.keep(f"{name}.zero", np.zeros(values.shape[1], dtype="int8")),
        graph.keep(f"{name}.bias", bias),
    ]
    return graph.add("DynamicQuantizeMatMul", inputs, name, domain=MICROSOFT)


def _layer(
    graph: _Graph, weights: dict[str, Any], config: dict[str, Any], n: int, source: str
) -> str:
    import numpy as np

    at = f"encoder.layer.{n}."

    def linear(part: str) -> tuple[Any, Any]:
        return weights[f"{at}{part}.weight"].T, weights[f"{at}{part}.bias"]

    heads = config["num_attention_heads"]
    parts = [linear(f"attention.self.{part}") for part in ("query", "key", "value")]
    mixed = _product(
        graph,
        f"{n}.qkv",
        np.concatenate([part[0] for part in parts], axis=1),
        np.concatenate([part[1] for part in parts]),
        source,
    )
    query, key, value = (f"{n}.{part}" for part in ("query", "key", "value"))
    from onnx import helper

    split = helper.make_node("Split", [mixed], [query, key, value], axis=-1, num_outputs=3)
    graph.nodes.append(split)
    seen = graph.add(
        "MultiHeadAttention",
        [query, key, value, "", "mask_32"],
        f"{n}.attention",
        domain=MICROSOFT,
        num_heads=heads,
    )
    seen = _product(graph, f"{n}.attended", *linear("attention.output.dense"), seen)
    name = f"{at}attention.output.LayerNorm"
    seen = _normed(graph, weights, config, name, seen, source, f"{n}.seen")
    wide = _product(graph, f"{n}.wide", *linear("intermediate.dense"), seen)
    wide = graph.add("Gelu", [wide], f"{n}.gelu", domain=MICROSOFT)
    back = _product(graph, f"{n}.back", *linear("output.dense"), wide)
    return _normed(graph, weights, config, f"{at}output.LayerNorm", back, seen, f"{n}.out")


def _pooling(graph: _Graph, hidden: str) -> None:
    """The mean over a text's own pieces, at length 1."""
    import numpy as np

    masked = graph.add("Cast", ["mask"], "mask_float", to=1)
    columns = graph.add("Unsqueeze", [masked, graph.keep("last", np.array([2]))], "mask_column")
    total = graph.add(
        "ReduceSum",
        [graph.add("Mul", [hidden, columns], "kept"), graph.keep("pieces_axis", np.array([1]))],
        "total",
        keepdims=0,
    )
    # the length of the vector is made 1, so its mean need not be divided out
    graph.add("LpNormalization", [total], "vectors", axis=-1, p=2)


def _write(graph: _Graph, out: Path) -> None:
    """The graph in model.onnx, its weights beside it in files of a bounded size."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    graph.nodes.insert(0, helper.make_node("Cast", ["mask"], ["mask_32"], to=TensorProto.INT32))
    tensors, number, size = [], 1, 0
    files: dict[int, bytearray] = {1: bytearray()}
    for name, values in graph.tensors.items():
        tensor = numpy_helper.from_array(values, name)
        raw = tensor.raw_data
        if len(raw) > 1024:
            if size and size + len(raw) > LARGEST_FILE:
                number, size = number + 1, 0
                files[number] = bytearray()
            tensor.ClearField("raw_data")
            tensor.data_location = TensorProto.EXTERNAL
            about = {"location": WEIGHTS_FILE.format(number), "offset": size, "length": len(raw)}
            for key, value in about.items():
                tensor.external_data.add(key=key, value=str(value))
            files[number] += raw
            size += len(raw)
        tensors.append(tensor)
    ids = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "pieces"])
        for name in ("pieces", "mask")
    ]
    vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", "dimensions"])
    body = helper.make_graph(graph.nodes, "viendan-e5", ids, [vectors], tensors)
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(body, opset_imports=versions, ir_version=9)
    for number, data in files.items():
        (out / WEIGHTS_FILE.format(number)).write_bytes(data)
    onnx.save(model, out / "model.onnx")
