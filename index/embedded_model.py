"""The embedded encoder, viendan-e5: ONNX Runtime over 8-bit weights that ship with the code.

It needs neither PyTorch nor a network. How it was made is in `train/`, what it can do and what not
in `viendan_e5/README.md`.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest import MissingPart, with_one_spelling

from .likeness import rows_of_length_one

if TYPE_CHECKING:
    import numpy as np

FOLDER = Path(__file__).with_name("viendan_e5")
ABOUT = "about.json"
WORDS = "weights-1.bin"  # begins with a row of 8-bit weights for each piece
WINDOW = 512  # pieces; what is longer is cut
PIECES_AT_ONCE = 2048
"""Pieces, padding counted, that one run takes: more only leaves the processor's caches."""
QUERY, PASSAGE = "query: ", "passage: "  # the prompts the model was trained with


class EmbeddedEncoder:
    """viendan-e5; its weights are loaded at the first text."""

    def __init__(self, folder: Path = FOLDER) -> None:
        try:
            about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        except OSError as failure:
            raise MissingPart(
                f"Thiếu mô hình nhúng đi kèm trong «{folder}»; hãy tải lại viendan."
            ) from failure
        self.fingerprint: str = about["fingerprint"]
        self.dimensions: int = about["dimensions"]
        self._folder = folder
        self._pieces: int = about["pieces"]
        self._words: Any = None
        self._session: Any = None
        self._tokenizer: Any = None
        self._loading = threading.Lock()

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        return self._encode([QUERY + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        return self._encode([PASSAGE + text for text in texts])

    def piece_vectors(self, text: str) -> np.ndarray:
        self._load()
        pieces = self._tokenizer.encode(with_one_spelling(text), add_special_tokens=False).ids
        rows = self._words[list(dict.fromkeys(pieces))].astype("float32")
        return rows_of_length_one(rows)  # their scales would only lengthen them

    def _encode(self, texts: Sequence[str]) -> np.ndarray:
        import numpy as np

        self._load()
        cut = self._tokenizer.encode_batch([with_one_spelling(text) for text in texts])
        vectors = np.empty((len(texts), self.dimensions), dtype="float32")
        for batch in _batches([len(each.ids) for each in cut]):
            longest = len(cut[batch[-1]].ids)
            pieces = np.zeros((len(batch), longest), dtype="int64")
            mask = np.zeros_like(pieces)
            for row, n in enumerate(batch):
                ids = cut[n].ids
                pieces[row, : len(ids)] = ids
                mask[row, : len(ids)] = 1
            (vectors[batch],) = self._session.run(["vectors"], {"pieces": pieces, "mask": mask})
        return vectors

    def _load(self) -> None:
        with self._loading:
            if self._session is not None:
                return
            try:
                import numpy as np
                import onnxruntime
                from tokenizers import Tokenizer
            except ImportError as missing:
                raise MissingPart(f"Thiếu thư viện {missing.name}; hãy chạy: make app") from missing
            self._words = np.memmap(
                self._folder / WORDS, "int8", "r", shape=(self._pieces, self.dimensions)
            )
            self._tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
            self._tokenizer.enable_truncation(WINDOW)
            options = onnxruntime.SessionOptions()
            options.log_severity_level = 3  # errors only: it warns of processors it cannot name
            # threads that wait by spinning would hold the cores that FAISS and Tantivy need next
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            self._session = onnxruntime.InferenceSession(
                str(self._folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of texts of like length, the shortest first, as many as one run may take."""
    batch: list[int] = []
    for n in sorted(range(len(lengths)), key=lambda n: lengths[n]):
        if batch and lengths[n] * (len(batch) + 1) > PIECES_AT_ONCE:
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch
