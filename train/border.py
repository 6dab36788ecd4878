"""Where the border of «Kho không có văn bản nào nói rõ» lies: fitted on labelled questions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from index import KnowledgeBase

from .questions import near_questions, read_rows, short_queries

MOST_LOST = 0.07
"""Share of the answerable questions that the border may lose, of those it is chosen on. Most of
them are shorter, or nearer to what nothing answers, than what people ask: of that it loses less."""
EACH = 250.0  # questions that each part of a source counts as, however many it has
FIRMNESS = 1e3  # inverse of the weights' penalty: next to none, five weights cannot overfit


def fit_border(labelled: Path, store: KnowledgeBase) -> dict[str, Any]:
    """Fit the constants of `index.answerability` on four sources of questions, answered or not.

    They are a folder's even ids, mixed as people ask, those in everyday speech, `train/near.jsonl`,
    as near as can be to what is answered or not, and `train/short.jsonl`, a few words each. Each
    source counts alike, for the weights and for the border.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    answered, nowhere = near_questions()
    sources = [
        (_labelled(labelled, "", every=2), _labelled(labelled, "un", every=2)),
        (_labelled(labelled, "", "_everyday"), _labelled(labelled, "un", "_everyday")),
        ([question.text for question in answered], nowhere),
        short_queries(),
    ]
    seen = [[_features(asked, store) for asked in pair] for pair in sources]
    parts = [(part, label) for pair in seen for part, label in zip(pair, (1, 0), strict=True)]
    fitted = LogisticRegression(C=FIRMNESS, max_iter=3000).fit(
        np.concatenate([part for part, _ in parts]),
        np.concatenate([np.full(len(part), label) for part, label in parts]),
        np.concatenate([np.full(len(part), EACH / len(part)) for part, _ in parts]),
    )
    heights = [fitted.decision_function(above) for above, _ in seen]
    asked_of = [len(above) for above, _ in sources]  # those that name a document are never lost

    def lost(border: float) -> float:
        shares = [(part < border).sum() / of for part, of in zip(heights, asked_of, strict=True)]
        return float(np.mean(shares))

    steps = np.sort(np.concatenate(heights))
    last = max(n for n, height in enumerate(steps) if lost(height) <= MOST_LOST)
    return {
        "WEIGHTS": [round(float(weight), 2) for weight in fitted.coef_[0]],
        "CONSTANT": round(float(fitted.intercept_[0]), 2),
        "BORDER": round(float((steps[max(last - 1, 0)] + steps[last]) / 2), 2),
    }


def _labelled(folder: Path, kind: str, suffix: str = "", every: int = 1) -> list[str]:
    """Labelled questions of a kind, `un` for unanswerable ones; with every 2 the even ids alone."""
    rows = read_rows(folder / f"{kind}answerable{suffix}.jsonl")
    return [row["text"] for row in rows if int(row["id"][1:]) % every == 0]


def _features(queries: Iterable[str], store: KnowledgeBase) -> list[tuple[float, ...]]:
    """How near each query is to its first hit; what names a document needs no border."""
    found = []
    for query in queries:
        results = store.search(query)
        understood = results.understood
        if results.hits and not (understood.named or understood.not_held):
            topic = store.topic_of(understood)
            scores = store.scores(topic)
            if nearness := store.nearness(topic, results.hits[0], scores):
                found.append(nearness.features)
    return found
