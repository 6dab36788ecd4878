"""How far a passage has what is like the pieces of a query, where it lacks the words themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

WORST = 1 / 3
"""Share of a query's pieces that are looked at: those the passage has least. What nothing answers
is told by the word that is missing («mẫu», «lương»), not by the many that are there."""


def likeness(query: np.ndarray, passage: np.ndarray) -> float:
    """The mean, over the query's worst third, of each piece's cosine with its like: −1 to 1.

    Both are `piece_vectors`; the best match of each piece is that of Khattab and Zaharia, 2020
    (ColBERT), here of pieces outside any sentence, which costs no run of the model.
    """
    import numpy as np

    if not len(query) or not len(passage):
        return 0.0
    found = np.sort((query @ passage.T).max(axis=1))
    return float(found[: max(1, round(len(found) * WORST))].mean())


def rows_of_length_one(rows: np.ndarray) -> np.ndarray:
    """Each row divided by its length; one of zeros stays."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: np.ndarray = rows / np.maximum(lengths, 1e-9)
    return scaled
