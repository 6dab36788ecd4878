"""Texts become vectors: the seam to sentence-transformers."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ingest import MissingPart

from .embedded_model import EmbeddedEncoder
from .likeness import rows_of_length_one
from .settings import Settings

if TYPE_CHECKING:
    import numpy as np

NO_MODEL = "-"


class Encoder(Protocol):
    """Anything that turns texts into unit vectors."""

    @property
    def fingerprint(self) -> str:
        """A name that changes whenever the same text would get another vector."""

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of what people type: float32, shape (texts, dimensions), each of length 1."""

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors of what is searched, same shape and type."""

    def piece_vectors(self, text: str) -> np.ndarray:
        """What the model knows of a text's pieces one by one, whatever stands beside them.

        float32, shape (different pieces, dimensions), each of length 1.
        """


class SentenceEncoder:
    """A sentence-transformers model; its weights are loaded at the first text."""

    def __init__(self, folder_or_name: str, fingerprint: str, device: str = "") -> None:
        self._name, self._device = folder_or_name, device
        self.fingerprint = fingerprint
        self._model: Any = None
        self._loading = threading.Lock()

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        return self._encode(texts, "query")

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        return self._encode(texts, "document")

    def piece_vectors(self, text: str) -> np.ndarray:
        model = self._load()
        pieces = model.tokenizer.encode(text, add_special_tokens=False, truncation=True)
        words = model[0].auto_model.get_input_embeddings().weight
        return rows_of_length_one(words[list(dict.fromkeys(pieces))].detach().float().cpu().numpy())

    def _encode(self, texts: Sequence[str], purpose: str) -> np.ndarray:
        model = self._load()
        prompt = model.prompts.get(purpose) or model.prompts.get("passage", "")
        vectors: np.ndarray = model.encode(
            list(texts),
            prompt=prompt or None,
            batch_size=16,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return vectors.astype("float32", copy=False)

    def _load(self) -> Any:
        with self._loading:
            if self._model is None:
                os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
                os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
                self._model = _sentence_transformer(self._name, self._device)
            return self._model


def _sentence_transformer(name: str, device: str) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging
    except ImportError as missing:
        raise MissingPart(f"Thiếu thư viện {missing.name}; hãy chạy: make app") from missing
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        return SentenceTransformer(name, device=device or None)
    except (OSError, ValueError) as failure:
        raise MissingPart(
            f"Không nạp được mô hình «{name}»: {failure}. Hãy kiểm tra thiết lập model, "
            "hoặc bỏ trống để dùng mô hình đi kèm."
        ) from failure


def open_encoder(settings: Settings) -> Encoder | None:
    """Return the encoder the settings name, or None where they ask for words only.

    Raises MissingPart when the model cannot be had.
    """
    if settings.model == NO_MODEL:
        return None
    return _cached_encoder(settings.model, settings.device)


@lru_cache(maxsize=2)
def _cached_encoder(model: str, device: str) -> Encoder:
    if model:
        return SentenceEncoder(model, _fingerprint(model), device)
    return EmbeddedEncoder()


def _fingerprint(model: str) -> str:
    """The name of a hub model; for a folder also its weights' size and time."""
    folder = Path(model)
    if not folder.is_dir():
        return model
    weights = sorted(folder.rglob("*.safetensors")) + sorted(folder.rglob("*.bin"))
    seen = [(w.name, w.stat().st_size, w.stat().st_mtime_ns) for w in weights]
    return f"{folder.name}-{hashlib.sha256(repr(seen).encode()).hexdigest()[:12]}"
