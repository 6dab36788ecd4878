"""A sentence-transformers model by path in place of the embedded one."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from index import Settings, open_encoder
from index.embedded_model import FOLDER


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real model of one layer with random weights, in the layout sentence-transformers reads."""
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("mo-hinh")
    sizes = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    config = BertConfig(vocab_size=20_000, intermediate_size=64, pad_token_id=1, **sizes)
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    shutil.copy(FOLDER / "tokenizer.json", folder)
    modules = [
        {"idx": n, "name": str(n), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for n, (path, kind) in enumerate(
            [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
        )
    ]
    files = {
        "modules.json": modules,
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
        },
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "}
        },
        "1_Pooling/config.json": {"word_embedding_dimension": 32, "pooling_mode_mean_tokens": True},
    }
    (folder / "1_Pooling").mkdir()
    (folder / "2_Normalize").mkdir()
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
def test_a_model_by_path_is_used_with_its_own_prompts(model_folder: Path) -> None:
    encoder = open_encoder(Settings(model=str(model_folder), device="cpu"))
    assert encoder is not None
    assert encoder.fingerprint.startswith(f"{model_folder.name}-")
    query, passage = encoder.encode_queries(["a"]), encoder.encode_passages(["a", "b"])
    assert (query.shape, passage.shape, query.dtype) == ((1, 32), (2, 32), np.float32)
    assert np.linalg.norm(passage, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)
    assert float(query[0] @ passage[0]) < 0.999, "one text, two prompts, two vectors"
