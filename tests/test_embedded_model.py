"""The embedded model: there without a network, near in meaning where words differ."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from conftest import ROOT

from index import Encoder, Settings, open_encoder
from index.embedded_model import FOLDER, EmbeddedEncoder, _batches
from ingest import MissingPart

KNOWN = 0.685  # cosine of a query and the title that answers it, seen when the model was packed


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = open_encoder(Settings())
    assert found is not None
    return found


def test_meaning_is_nearer_than_other_topics(encoder: Encoder) -> None:
    query = encoder.encode_queries(["đảng viên khai gian tài sản"])[0]
    passages = encoder.encode_passages(
        [
            "Kê khai tài sản, thu nhập không trung thực.",
            "Thủ đô của nước ta là Hà Nội.",
            "Thời tiết hôm nay nhiều mây, có mưa.",
        ]
    )
    assert passages.shape == (3, 384)
    assert passages.dtype == np.float32
    assert np.linalg.norm(passages, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert int(np.argmax(passages @ query)) == 0


def test_known_cosine(encoder: Encoder) -> None:
    """Guards the weights, the tokenizer and the prompts: a wrong one moves this value."""
    query = encoder.encode_queries(["đảng viên kê khai tài sản không trung thực"])[0]
    passage = encoder.encode_passages(["Điều 9. Kê khai tài sản, thu nhập không trung thực"])[0]
    assert float(query @ passage) == pytest.approx(KNOWN, abs=2e-2)


def test_one_word_in_two_spellings_is_one_vector(encoder: Encoder) -> None:
    spellings = ["Huyện ủy khóa XIII", "Huyện uỷ khoá XIII", "Huye\u0323\u0302n uỷ\u00a0khóa XIII"]
    first, *others = encoder.encode_queries(spellings)
    assert [float(first @ other) for other in others] == pytest.approx([1.0, 1.0], abs=1e-3)


def test_order_and_number_of_texts_stay(encoder: Encoder) -> None:
    texts = [f"Điều {n}. " + "kiểm tra, giám sát " * (n % 7) for n in range(40)]
    together = encoder.encode_passages(texts)
    alone = np.concatenate([encoder.encode_passages([text]) for text in texts])
    assert (together * alone).sum(axis=1).min() > 0.97  # 8 bits are shared out in each run anew
    assert encoder.encode_passages([]).shape == (0, 384)


def test_batches_hold_every_text_once_and_stay_small() -> None:
    lengths = [3, 512, 40, 512, 7, 300, 9, 512]
    batches = list(_batches(lengths))
    assert sorted(n for batch in batches for n in batch) == list(range(8))
    assert all(len(b) == 1 or max(lengths[n] for n in b) * len(b) <= 2048 for b in batches)


def test_the_files_are_those_that_were_packed() -> None:
    digest = hashlib.sha256()
    names = [*sorted(path.name for path in FOLDER.glob("*.bin")), "model.onnx", "tokenizer.json"]
    for name in names:
        digest.update((FOLDER / name).read_bytes())
    about = json.loads((FOLDER / "about.json").read_text(encoding="utf-8"))
    assert about["fingerprint"] == f"viendan-e5-{digest.hexdigest()[:12]}"


def test_the_model_is_small_in_files_of_a_bounded_size() -> None:
    sizes = [path.stat().st_size for path in FOLDER.iterdir()]
    assert sum(sizes) <= 40_000_000
    assert max(sizes) < 16_000_000


def test_the_embedded_model_needs_no_pytorch() -> None:
    program = (
        "import sys; from index import Settings, open_encoder;"
        "open_encoder(Settings()).encode_queries(['a']); print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"torch", "transformers", "sentence_transformers"} & set(loaded) == set()


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="tải lại viendan"):
        EmbeddedEncoder(tmp_path)


def test_a_model_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    encoder = open_encoder(Settings(model=str(tmp_path / "khong-co")))
    assert encoder is not None
    with pytest.raises(MissingPart, match="khong-co"):
        encoder.encode_queries(["a"])


def test_no_model_is_a_setting() -> None:
    assert open_encoder(Settings(model="-")) is None
