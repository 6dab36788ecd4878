"""Where the border of «Kho không có văn bản nào nói rõ» lies: fitted on labelled questions."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

from index import KnowledgeBase
from index.answerability import Nearness

from .questions import near_questions, read_rows, short_queries

MOST_LOST = 0.06
"""Share of the answerable questions that the border may lose, of those it is chosen on. Most of
them are shorter, or nearer to what nothing answers, than what people ask: of that it loses less."""
FIRMNESS = 1e3  # inverse of the weights' penalty: next to none, three weights cannot overfit


def fit_border(labelled: Path, store: KnowledgeBase) -> dict[str, float]:
    """Fit the constants of `index.answerability` on three sources of questions, answered or not.

    They are a folder's even ids, mixed as people ask, `train/near.jsonl`, as near as can be to what
    is answered or not, and `train/short.jsonl`, a few words each. For the border each counts alike.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    near, nowhere = near_questions()
    short, missing = short_queries()
    mixed, others = (_even(labelled / f"{name}.jsonl") for name in ("answerable", "unanswerable"))
    answerable = [mixed, [question.text for question in near], short]
    above = [_nearnesses(asked, store) for asked in answerable]
    below = _nearnesses([*others, *nowhere, *missing], store)
    seen = [each.features for each in (*itertools.chain(*above), *below)]
    answered = [True] * (len(seen) - len(below)) + [False] * len(below)
    fitted = LogisticRegression(C=FIRMNESS, max_iter=1000).fit(seen, answered)
    heights = [fitted.decision_function([each.features for each in part]) for part in above]
    asked_of = [len(part) for part in answerable]  # those that name a document are never lost

    def lost(border: float) -> float:
        shares = [(part < border).sum() / of for part, of in zip(heights, asked_of, strict=True)]
        return float(np.mean(shares))

    steps = np.sort(np.concatenate(heights))
    last = max(n for n, height in enumerate(steps) if lost(height) <= MOST_LOST)
    cosine, alike, length = fitted.coef_[0]
    return {
        "COSINE": round(float(cosine), 2),
        "LIKENESS": round(float(alike), 2),
        "LENGTH": round(float(length), 2),
        "CONSTANT": round(float(fitted.intercept_[0]), 2),
        "BORDER": round(float((steps[max(last - 1, 0)] + steps[last]) / 2), 2),
    }


def _even(path: Path) -> list[str]:
    return [row["text"] for row in read_rows(path) if int(row["id"][1:]) % 2 == 0]


def _nearnesses(queries: Iterable[str], store: KnowledgeBase) -> list[Nearness]:
    """How near each query is to its first hit; what names a document needs no border."""
    found = []
    for query in queries:
        results = store.search(query)
        understood = results.understood
        if results.hits and not (understood.named or understood.not_held):
            scores = store.scores(understood.wording)
            if nearness := store.nearness(understood.wording, results.hits[0], scores):
                found.append(nearness)
    return found
