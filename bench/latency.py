"""Milliseconds a search at 1,000, 10,000 and 80,000 passages, with and without vectors."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from index import KnowledgeBase, Settings, open_encoder, open_store

from . import made_up

SIZES = (1_000, 10_000, 80_000)
QUERIES = (
    "đảng viên kê khai tài sản, thu nhập không trung thực",
    "dinh chi sinh hoat dang toi da bao nhieu ngay",
    "chi bộ có quyền cảnh cáo đảng viên không",
    "điều 8 quy định 22",
    "miễn nhiệm, từ chức đối với cán bộ hai năm liền không hoàn thành nhiệm vụ",
    "thủ tục giải quyết tố cáo, khiếu nại kỷ luật đảng",
    "thoi han va tham quyen thi hanh ky luat",
    "tổ chức hội nghị kiểm điểm tự phê bình và phê bình cuối năm",
)
ROUNDS = 25
WARM_UP = 2


def measure() -> dict[str, Any]:
    """p50 and p95 of whole searches, warm; articles and vectors are made up, which changes time
    little and relevance altogether, so nothing here speaks of quality."""
    encoder = open_encoder(Settings())
    assert encoder is not None
    rows = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            made_up.build(Path(folder), size, encoder)
            for dense in (False, True):
                start = time.perf_counter()
                store = open_store(Path(folder), encoder if dense else None)
                opened = time.perf_counter() - start
                rows.append(
                    {"passages": size, "dense": dense, "open_s": round(opened, 2), **_time(store)}
                )
                print(rows[-1], flush=True)
    return {"texts": "made up", "vectors": "made up", "rows": rows}


def _time(store: KnowledgeBase) -> dict[str, float]:
    times = []
    for round in range(ROUNDS + WARM_UP):
        for query in QUERIES:
            start = time.perf_counter()
            store.search(query)
            if round >= WARM_UP:
                times.append(1000 * (time.perf_counter() - start))
    times.sort()
    return {
        "p50_ms": round_to(statistics.median(times)),
        "p95_ms": round_to(times[int(len(times) * 0.95)]),
    }


def round_to(value: float) -> float:
    return float(f"{value:.1f}")
