"""The embedded model: unpacked once, near in meaning where words differ."""

from pathlib import Path

import numpy as np
import pytest

from index import Settings, open_encoder
from index.embedded_model import embedded_model
from ingest import MissingPart


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings()


def test_meaning_is_nearer_than_other_topics(settings: Settings) -> None:
    encoder = open_encoder(settings)
    assert encoder is not None
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


def test_known_cosine(settings: Settings) -> None:
    """Guards the unpacking: a wrong tensor, tokenizer or prompt moves this value."""
    encoder = open_encoder(settings)
    assert encoder is not None
    query = encoder.encode_queries(["đảng viên kê khai tài sản không trung thực"])[0]
    passage = encoder.encode_passages(["Điều 9. Kê khai tài sản, thu nhập không trung thực"])[0]
    assert float(query @ passage) == pytest.approx(0.8903, abs=2e-3)


def test_an_unfinished_unpacking_is_done_again(settings: Settings, tmp_path: Path) -> None:
    half = tmp_path / "multilingual-e5-small-q4"
    half.mkdir()
    (half / "config.json").write_text("{", encoding="utf-8")
    assert (embedded_model(tmp_path) / "modules.json").exists()
    assert (half / "model.safetensors").stat().st_size > 400_000_000


def test_a_model_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    encoder = open_encoder(Settings(model=str(tmp_path / "khong-co")))
    assert encoder is not None
    with pytest.raises(MissingPart, match="khong-co"):
        encoder.encode_queries(["a"])


def test_no_model_is_a_setting(tmp_path: Path) -> None:
    assert open_encoder(Settings(model="-")) is None
