"""Evaluation: the product's own ranking on judged sets, and floors under its quality."""

import json
from pathlib import Path

import pytest
from conftest import ROOT, SHARED, needs_shared
from fakes import WordEncoder

import index
from ingest import UnreadableFile
from train.questions import write_dev_sets

ARTICLES = {
    "a": ("Kê khai tài sản", "Đảng viên kê khai tài sản, thu nhập trung thực."),
    "b": ("Sinh hoạt chi bộ", "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần."),
    "c": ("Tố cáo", "Thời hạn giải quyết tố cáo là 90 ngày."),
}
QUESTIONS = {"1": ("ke khai tai san", "a"), "2": ("sinh hoạt chi bộ", "b"), "3": ("zzz", "c")}


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    folder = tmp_path / "bo-cau-hoi"
    folder.mkdir()
    corpus = [
        {"id": id, "title": title, "text": text, "law_id": "x"}
        for id, (title, text) in ARTICLES.items()
    ]
    queries = [{"id": id, "text": text} for id, (text, _) in QUESTIONS.items()]
    for name, rows in (("corpus", corpus), ("queries", queries)):
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    qrels = "\n".join(f"{id}\t{doc}\t1" for id, (_, doc) in QUESTIONS.items())
    (folder / "qrels.tsv").write_text(qrels + "\n", encoding="utf-8")
    return folder


def test_two_of_three_questions_are_two_thirds(judged: Path, tmp_path: Path) -> None:
    result = index.evaluate(judged, tmp_path / "kb", None, index.DenseUse.OFF)
    assert {name: figure.value for name, figure in result.figures.items()} == {
        "nDCG@10": 0.6667,
        "Acc@1": 0.6667,
        "Recall@10": 0.6667,
        "Recall@100": 0.6667,
        "MRR@10": 0.6667,
    }
    figure = result.figures["Acc@1"]
    assert 0 <= figure.low < figure.value < figure.high <= 1
    assert result.setting["questions"] == 3


@pytest.mark.parametrize("dense", [index.DenseUse.FULL, index.DenseUse.CANDIDATES])
def test_vectors_are_used_and_kept_for_the_next_time(
    judged: Path, tmp_path: Path, dense: index.DenseUse
) -> None:
    encoder = WordEncoder()
    first = index.evaluate(judged, tmp_path / "kb", encoder, dense)
    encoded = encoder.encoded
    assert encoded > 0
    again = index.evaluate(judged, tmp_path / "kb", encoder, dense)
    assert encoder.encoded == encoded
    assert again.figures == first.figures
    assert first.setting["model"] == "word-encoder"


def test_a_missing_or_broken_set_is_named(judged: Path, tmp_path: Path) -> None:
    (judged / "qrels.tsv").write_text("1 a 1\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"qrels.tsv, dòng 1"):
        index.evaluate(judged, tmp_path / "kb", None, index.DenseUse.OFF)
    with pytest.raises(UnreadableFile, match=r"corpus\.jsonl|queries\.jsonl"):
        index.evaluate(tmp_path, tmp_path / "kb", None, index.DenseUse.OFF)


def test_a_set_in_the_format_of_beir_is_read_alike(judged: Path, tmp_path: Path) -> None:
    plain = index.evaluate(judged, tmp_path / "kb", None, index.DenseUse.OFF)
    for name in ("corpus", "queries"):
        path = judged / f"{name}.jsonl"
        path.write_text(path.read_text(encoding="utf-8").replace('"id"', '"_id"'), encoding="utf-8")
    qrels = (judged / "qrels.tsv").read_text(encoding="utf-8")
    head = "query-id\tcorpus-id\tscore\n"
    (judged / "qrels.tsv").write_text(head + qrels, encoding="utf-8")
    again = index.evaluate(judged, tmp_path / "kb 2", None, index.DenseUse.OFF)
    assert again.figures == plain.figures


@pytest.mark.parametrize("line", ['{"text": "không có tên"}', '["a"]', '"a"'])
def test_a_line_without_its_fields_is_named(judged: Path, tmp_path: Path, line: str) -> None:
    (judged / "queries.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"thiếu «id»|đối tượng JSON"):
        index.evaluate(judged, tmp_path / "kb", None, index.DenseUse.OFF)


QUALITY = json.loads((ROOT / "tests" / "quality.json").read_text(encoding="utf-8"))
FLOORS = {name: floors for name, floors in QUALITY.items() if "documents" in floors}


@needs_shared
@pytest.mark.parametrize("name", FLOORS)
def test_quality_does_not_fall_below_its_floor(name: str, tmp_path: Path) -> None:
    result = index.evaluate(SHARED / "retrieval" / name, tmp_path / "kb", None, index.DenseUse.OFF)
    assert result.setting["documents"] == FLOORS[name]["documents"]
    for measure, floor in FLOORS[name]["words only"].items():
        assert result.figures[measure].value >= floor, measure


@needs_shared
def test_quality_with_vectors_however_it_is_typed(tmp_path: Path) -> None:
    """Only questions the model was not trained on."""
    write_dev_sets(SHARED / "retrieval", tmp_path)
    encoder = index.open_encoder(index.Settings())
    floors = FLOORS["alqac2022"]["with vectors, kept-back questions"]
    for typed, floor in floors.items():
        how = index.Typed(typed)
        full = index.DenseUse.FULL
        result = index.evaluate(tmp_path / "alqac2022", tmp_path / "kb", encoder, full, typed=how)
        assert result.setting["questions"] == 171
        assert result.figures["nDCG@10"].value >= floor, typed
