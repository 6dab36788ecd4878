"""The recipe of viendan-e5: what is kept back stays back, what is packed is what was trained."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from conftest import SHARED, needs_shared

from index import open_store
from index.embedded_model import FOLDER, QUERY, EmbeddedEncoder
from train.averaging import average
from train.carrying import WHOLE, restore, shrink
from train.fine_tuning import LENGTHS, Recipe, _border_loss, batches, typed
from train.packing import pack
from train.pairs import Pair, read_pairs, write_pairs
from train.questions import (
    OWN,
    SETS,
    NearDuplicates,
    Question,
    everyday_questions,
    labelled_questions,
    near_questions,
    read_questions,
    short_queries,
    unanswered_questions,
    write_dev_sets,
)
from train.unpacking import unpack
from train.vocabulary import choose, vietnamese_characters


def test_near_duplicates_are_found_whatever_the_diacritics() -> None:
    known = NearDuplicates(["Thời hạn giải quyết tố cáo là bao lâu?"])
    assert "thoi han giai quyet to cao la bao lau" in known
    assert "Thời hạn giải quyết tố cáo lần hai là bao lâu?" in known
    assert "Thời hạn giải quyết khiếu nại kỷ luật đảng" not in known
    assert "" not in known


def test_the_split_is_the_same_in_every_run() -> None:
    kept = [n for n in range(600) if Question("alqac2022", str(n), "", ()).is_dev]
    assert len(kept) == 207
    assert kept[:5] == [1, 2, 4, 5, 6]


@needs_shared
def test_no_kept_back_question_is_learned_from(tmp_path: Path) -> None:
    counts = write_dev_sets(SHARED / "retrieval", tmp_path)
    assert counts == {"zalo2021_recon": 316, "alqac2022": 171, "alqac2025_recon": 194}
    for name in SETS:
        every = read_questions(SHARED / "retrieval", name)
        dev = {question.id for question in every if question.is_dev}
        lines = (tmp_path / name / "qrels.tsv").read_text(encoding="utf-8").splitlines()
        assert {line.split("\t")[0] for line in lines} == dev


def test_the_vocabulary_keeps_what_is_used_and_every_letter() -> None:
    pieces = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0]]
    pieces += [["▁đảng", -5.0], ["ữ", -9.0], ["▁the", -4.0], ["▁слово", -3.0], ["▁viên", -6.0]]
    kept = choose(pieces, Counter({"▁đảng": 7}), count=7)
    assert [pieces[n][0] for n in kept] == ["<s>", "<pad>", "</s>", "<unk>", "▁đảng", "ữ", "▁the"]
    assert {"ẵ", "Ự", "đ", "Đ", "7", "§"} <= vietnamese_characters()


def pair(n: int, kind: str) -> Pair:
    return Pair(f"hỏi {n}", f"đáp {n}", (f"khác {n}",), (f"d{n}",), kind)


def test_a_run_meets_each_question_as_often_as_the_recipe_says() -> None:
    titles = [pair(n, "title") for n in range(40)]
    questions = [pair(n, "question") for n in range(8)]
    recipe = Recipe(titles=16, rounds=3, titles_among=0.5, batch=4)
    run = batches(titles, questions, recipe)
    met = Counter(p.query for batch, _ in run for p in batch if p.kind == "question")
    assert met == {f"hỏi {n}": 3 for n in range(8)}
    assert [batch[0].kind for batch, _ in run[:4]] == ["title"] * 4
    assert sum(batch[0].kind == "title" for batch, _ in run[4:]) == 3
    assert {length for _, length in run} == set(LENGTHS)
    assert run == batches(titles, questions, recipe)


def test_a_smaller_budget_takes_batches_from_the_whole_run() -> None:
    titles = [pair(n, "title") for n in range(40)]
    questions = [pair(n, "question") for n in range(8)]
    recipe = Recipe(titles=16, rounds=3, titles_among=0.5, batch=4)
    whole = [batch for batch, _ in batches(titles, questions, recipe)]
    fewer = batches(titles, questions, recipe, most=5)
    assert [whole.index(batch) for batch, _ in fewer] == [0, 2, 5, 7, 10]
    assert [length for _, length in fewer] == [*LENGTHS, *LENGTHS[:2]]
    assert batches(titles, questions, recipe, most=99) == batches(titles, questions, recipe)


def test_queries_are_also_learned_bare_and_with_slips() -> None:
    draw = random.Random(1)
    seen = Counter(typed("kê khai tài sản", draw) for _ in range(1000))
    assert 150 < seen["ke khai tai san"] < 260
    assert 650 < seen["kê khai tài sản"] < 760


def test_pairs_are_kept_as_they_are(tmp_path: Path) -> None:
    pairs = [pair(1, "title"), pair(2, "question")]
    write_pairs(tmp_path / "pairs.jsonl.gz", pairs)
    assert read_pairs(tmp_path / "pairs.jsonl.gz") == pairs


def test_packed_weights_come_back_within_half_a_step() -> None:
    np = pytest.importorskip("numpy")
    from train.packing import RANGE, _quantised

    values = np.random.default_rng(1).normal(size=(5, 8)).astype("float32")
    integers, scales = _quantised(values, axis=1)
    assert np.abs(integers).max() == RANGE
    assert np.abs(integers * scales - values).max() <= scales.max() / 2 + 1e-6


def test_everyday_questions_stand_beside_provisions_that_the_corpus_has(corpus_kb: Path) -> None:
    store = open_store(corpus_kb, None)
    own = [*everyday_questions(), *near_questions()[0]]
    asked = [question for question in own if question.set == OWN]
    held = {
        (question.relevant[0], passage.label)
        for question in asked
        for passage, _, _ in store.passages(store.passages_of({"document": question.relevant}))
    }
    assert [q.text for q in asked if (q.relevant[0], q.label) not in held] == []
    assert len(asked) > 300


def test_no_everyday_question_comes_near_a_labelled_one() -> None:
    labelled = NearDuplicates(labelled_questions(Path(__file__).parent / "labelled"))
    own = [*everyday_questions(), *near_questions()[0]]
    assert [q.text for q in own if q.text in labelled] == []
    assert "Chiến lược kiểm tra giám sát của Đảng đến năm 2030" in labelled


def test_an_article_is_kept_back_with_all_its_everyday_questions() -> None:
    fates: dict[str, set[bool]] = {}
    for question in everyday_questions():
        fates.setdefault(question.id, set()).add(question.is_dev)
    assert all(len(each) == 1 for each in fates.values())


def test_weights_carried_in_eight_bits_come_back_within_half_a_step(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load_file, save_file

    draw = torch.Generator().manual_seed(1)
    weights = {"a": torch.randn(40, 16, generator=draw), "b": torch.randn(16, generator=draw)}
    save_file(weights, tmp_path / WHOLE)
    whole = (tmp_path / WHOLE).stat().st_size
    assert shrink(tmp_path) < whole / 2
    (tmp_path / WHOLE).unlink()
    restore(tmp_path)
    back = load_file(tmp_path / WHOLE)
    assert torch.equal(back["b"], weights["b"])
    half = weights["a"].abs().amax(dim=1, keepdim=True) / 254
    assert bool(((back["a"] - weights["a"]).abs() <= half + 1e-6).all())


def test_a_packed_model_unpacks_to_what_packs_to_the_same(tmp_path: Path) -> None:
    found = unpack(FOLDER, tmp_path / "model")
    assert found == {"weights": 29_171_712, "layers": 12}
    pack(tmp_path / "model", FOLDER / "tokenizer.json", tmp_path / "packed")
    packed, again = (
        json.loads((folder / "about.json").read_text(encoding="utf-8"))["fingerprint"]
        for folder in (FOLDER, tmp_path / "packed")
    )
    assert packed == again


def test_an_unpacked_model_means_the_same_by_sentence_transformers(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    unpack(FOLDER, tmp_path)
    texts = ["kê khai tài sản không trung thực", "đảng viên đánh bạc"]
    whole = SentenceTransformer(str(tmp_path), device="cpu").encode(
        [QUERY + text for text in texts], normalize_embeddings=True
    )
    packed = EmbeddedEncoder().encode_queries(texts)
    assert ((whole * packed).sum(axis=1) > 0.97).all()  # its inputs are not in 8 bits
    assert whole[0] @ whole[1] < 0.8


def test_a_batch_of_questions_that_nothing_answers_can_be_learned_from() -> None:
    torch = pytest.importorskip("torch")
    cosines = torch.tensor([[0.7, 0.1], [0.2, 0.1]], requires_grad=True)
    loss = _border_loss(cosines, torch.arange(0))
    loss.backward()
    assert loss.item() > 2  # .7 is above the border by five widths, of the two questions one
    assert cosines.grad[0, 0] > 0.1 > cosines.grad[1, 0] > 0


def test_the_mean_of_models_is_that_of_their_weights(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from safetensors.torch import load_file, save_file

    for name, value in (("one", 1.0), ("other", 5.0)):
        (tmp_path / name).mkdir()
        save_file({"a": torch.full((2, 2), value)}, tmp_path / name / WHOLE)
    average({tmp_path / "one": 0.75, tmp_path / "other": 0.25}, tmp_path / "mean")
    assert torch.equal(load_file(tmp_path / "mean" / WHOLE)["a"], torch.full((2, 2), 2.0))


def test_the_loss_of_a_query_that_nothing_answers_is_only_what_comes_above_the_border() -> None:
    torch = pytest.importorskip("torch")
    answered = torch.tensor([[0.9, 0.1], [0.1, 0.9]])
    far, near = (torch.tensor([[cosine, 0.1]]) for cosine in (0.2, 0.9))
    target = torch.arange(2)
    base, harmless, wrong = (
        _border_loss(torch.cat((answered, *more)), target).item() for more in ((), (far,), (near,))
    )
    assert base < 0.01
    assert harmless < 0.01
    assert wrong > 3


def test_questions_that_nothing_answers_come_near_no_labelled_one() -> None:
    labelled = NearDuplicates(labelled_questions(Path(__file__).parent / "labelled"))
    answered, near = near_questions()
    short, missing = short_queries()
    asked = unanswered_questions() + near + missing
    assert len(asked) > 1100 and min(len(short), len(missing)) > 100
    assert [text for text in (*asked, *short) if text in labelled] == []
    assert not {text.lower() for text in asked} & {
        q.text.lower() for q in (*everyday_questions(), *answered)
    }
