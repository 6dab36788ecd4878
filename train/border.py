"""Where the border of «Kho không có văn bản nào nói rõ» lies: fitted on labelled questions."""

from __future__ import annotations

from pathlib import Path

from index import KnowledgeBase
from index.answerability import coverage
from index.passages import embedded_text

from .questions import read_rows

MOST_LOST = 0.05
"""Share of the answerable questions that the border may lose, of those it is chosen on."""
FIRMNESS = 1e3  # inverse of the weights' penalty: next to none, two weights cannot overfit


def fit_border(labelled: Path, store: KnowledgeBase) -> dict[str, float]:
    """Fit the constants of `index.answerability` on the even-numbered questions of a folder."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    seen, answered = [], []
    answerable = 0
    for name in ("answerable", "unanswerable"):
        for row in read_rows(labelled / f"{name}.jsonl"):
            if int(row["id"][1:]) % 2:
                continue
            found = _nearness(row["text"], store)
            answerable += name == "answerable"
            if found:  # what names a document is clear without a border
                seen.append(found)
                answered.append(name == "answerable")
    fitted = LogisticRegression(C=FIRMNESS).fit(seen, answered)
    heights = np.sort(fitted.decision_function(seen)[np.array(answered)])
    (cosine, covered), constant = fitted.coef_[0], fitted.intercept_[0]
    first_kept = max(1, int(MOST_LOST * answerable))
    border = (heights[first_kept - 1] + heights[first_kept]) / 2  # as far from both as can be
    return {
        "COSINE": round(float(cosine), 2),
        "COVERAGE": round(float(covered), 2),
        "CONSTANT": round(float(constant), 2),
        "BORDER": round(float(border), 2),
    }


def _nearness(query: str, store: KnowledgeBase) -> tuple[float, float] | None:
    """The first hit's cosine and coverage; None where the query names a document."""
    results = store.search(query)
    wording = results.understood.wording
    if results.understood.named:
        return None
    if not results.hits:
        return 0.0, 0.0
    first = results.hits[0]
    cosine = store.scores(wording).dense.get(first.passage.id, 0.0)
    found = embedded_text(first.passage.context, first.text)
    return cosine, coverage(wording, found, store.language)
