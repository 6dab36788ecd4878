"""Small real parts for tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from ingest import tokenize

DIMENSIONS = 64


class WordEncoder:
    """A real encoder small enough for tests: texts that share words are near each other."""

    fingerprint = "word-encoder"

    def __init__(self) -> None:
        self.encoded = 0
        """How many passages were ever asked for."""

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([_bag_of_words(text) for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += len(texts)
        return self.encode_queries(texts)

    def piece_vectors(self, text: str) -> np.ndarray:
        pieces = list(dict.fromkeys(tokenize(text)))
        return np.stack([_bag_of_words(piece) for piece in pieces or [""]])


class OtherEncoder(WordEncoder):
    """The same vectors under another name, as after a change of model."""

    fingerprint = "another-encoder"


class PowerCut(Exception):
    """Ends an encoder's work half-way."""


class FailingEncoder(WordEncoder):
    """Works for one batch, then the power is cut."""

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        if self.encoded:
            raise PowerCut
        return super().encode_passages(texts)


def _bag_of_words(text: str) -> np.ndarray:
    vector = np.zeros(DIMENSIONS, dtype="float32")
    for token in tokenize(text):
        digest = hashlib.blake2b(token.encode(), digest_size=4).digest()
        vector[int.from_bytes(digest, "little") % DIMENSIONS] += 1
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
