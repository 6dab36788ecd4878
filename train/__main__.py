"""`python -m train COMMAND`: from multilingual-e5-small and judged sets to index/viendan_e5."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from typing import Annotated

import typer

import index
from index.embedded_model import EmbeddedEncoder
from ingest import MissingPart

from .averaging import average
from .base_model import base_model
from .border import fit_border
from .carrying import restore, shrink
from .fine_tuning import STAGES, batches, best_device, fine_tune
from .language import write_counts
from .packing import pack
from .pairs import (
    everyday_pairs,
    question_pairs,
    read_pairs,
    title_pairs,
    unanswered_pairs,
    write_pairs,
)
from .questions import (
    OWN,
    SETS,
    NearDuplicates,
    everyday_questions,
    labelled_questions,
    near_questions,
    read_questions,
    read_rows,
    unanswered_questions,
    write_dev_sets,
)
from .unpacking import unpack
from .vocabulary import prune

ROOT = Path(__file__).resolve().parents[1]
EVERY_NTH = 4  # articles of the largest set whose pieces are counted: more show no new ones
LAST = len(STAGES)
SHARES = {4: 0.25, 5: 0.5, 6: 0.25}
"""Shares of stages in the shipped mean: 5 tells best what nothing answers, 4 and 6 rank better."""
QUESTIONS_COUNT = 50  # times a question's words count in the language, against an article's once
EVERYDAY_COUNT = 30  # the same of a question of our own, which holds words that no law does
TITLES_KEPT = 20_000
TITLES, UNANSWERED = "titles.jsonl.gz", "unanswered.jsonl.gz"
"""The pairs that `prepare` and `mine` write last."""
SPOKEN = Path(__file__).with_name("spoken.txt")
"""Words of daily talk that neither law nor our questions have, so that they are no slips."""

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


def _holds_sets(data: Path) -> Path:
    missing = [name for name in SETS if not (data / name / "queries.jsonl").exists()]
    if missing:
        raise typer.BadParameter(f"{data} has no judged set {', '.join(missing)}")
    return data


def _made(path: Path, command: str) -> Path:
    """A path that another command makes; where it has not, its name is the cure."""
    if not path.exists():
        raise typer.BadParameter(f"{path} is missing; `python -m train {command}` makes it")
    return path


Data = Annotated[
    Path, typer.Argument(help="Folder that holds the judged sets", callback=_holds_sets)
]
Work = Annotated[Path, typer.Option(help="Folder for what is made on the way; can be gone on with")]
Stage = Annotated[int, typer.Option(help="Stage of the training", min=1, max=LAST)]
PackedStage = Annotated[
    int | None, typer.Option(help="Stage; left out, the mean of 4 to 6", min=1, max=LAST)
]
Device = Annotated[str, typer.Option(help="cpu or cuda; left out, a GPU where there is one")]
Steps = Annotated[int, typer.Option(help="Most steps a stage takes; 0, all of them", min=0)]


@app.command()
def recipe(
    data: Data, work: Work = Path("train-work"), device: Device = "", steps: Steps = 0
) -> None:
    """All that follows, in turn: from the judged sets to index/viendan_e5 and its border.

    What is done already is left out, so it goes on where it was stopped.
    """
    if not (work / TITLES).exists():
        prepare(data, work)
    for stage in range(1, LAST + 1):
        if not (work / f"tuned{stage}").exists():
            tune(work, stage, device, steps)
        if stage == 1 and not (work / UNANSWERED).exists():
            pack_model(work, stage)
            mine(data, work)
    pack_model(work)
    border(work)


@app.command()
def prepare(data: Data, work: Work = Path("train-work")) -> None:
    """Split the questions, prune the vocabulary, write the pairs.

    A machine with a GPU needs the `.jsonl.gz` files and `pruned/` without `model.safetensors`.
    """
    work.mkdir(parents=True, exist_ok=True)
    _say("kept back", write_dev_sets(data, work / "dev"))
    for name in SETS:
        index.evaluate(data / name, work / "stores" / name, None, index.DenseUse.OFF)
    if not (work / "pruned" / "tokenizer.json").exists():
        base = base_model(_models())
        _say("vocabulary", prune(base, _texts(data, EVERY_NTH), work / "pruned"))
    _say("to carry", {"bytes": shrink(work / "pruned")})
    stores = {name: index.open_store(work / "stores" / name, None) for name in SETS}
    pairs, counted = question_pairs(data, stores)
    _say("questions", counted)
    write_pairs(work / "questions.jsonl.gz", pairs)
    write_pairs(work / TITLES, list(title_pairs(data, TITLES_KEPT)))


@app.command()
def language(data: Data) -> None:
    """Count the syllables and pairs that queries are corrected by."""
    counted = write_counts(_language(data), ROOT / "index/queries/official_vietnamese.tsv.gz")
    _say("language", counted)


@app.command()
def tune(
    work: Work = Path("train-work"), stage: Stage = 1, device: Device = "", steps: Steps = 0
) -> None:
    """Fine-tune on the pairs; goes on where it was stopped.

    The first stage needs `prepare`, the others `mine`, which ranks with the first stage's model.
    """
    about = replace(STAGES[stage - 1], device=device or best_device())
    titles = _made(work / TITLES, "prepare DATA")
    made_by = "prepare DATA" if stage == 1 else "mine DATA"
    files = [_made(work / f"{name}.jsonl.gz", made_by) for name in about.asked]
    run = batches(
        read_pairs(titles), [pair for file in files for pair in read_pairs(file)], about, steps
    )
    restore(work / "pruned")
    start = work / "pruned" if stage == 1 else _tuned(work, stage - 1)
    fine_tune(start, run, about, work / f"tuned{stage}")


@app.command("pack")
def pack_model(work: Work = Path("train-work"), stage: PackedStage = None) -> None:
    """Pack in 8 bits: the mean of the last stages into index/viendan_e5, one into `work`."""
    tokenizer = work / "pruned" / "tokenizer.json"
    if stage:
        source, out = _tuned(work, stage), _packed(work, stage)
    else:
        source, out = work / "mean", ROOT / "index/viendan_e5"
        average({_tuned(work, n): share for n, share in SHARES.items()}, source)
    _say("packed", pack(source, tokenizer, out))


@app.command("unpack")
def unpack_model(work: Work = Path("train-work"), stage: Stage = LAST) -> None:
    """Put the model in index/viendan_e5 in a stage's place, to learn on where none is at hand."""
    _say("unpacked", unpack(ROOT / "index/viendan_e5", work / f"tuned{stage}"))


@app.command()
def mine(data: Data, work: Work = Path("train-work")) -> None:
    """Pair questions with what the first stage's model, packed, wrongly takes for answers.

    It embeds every article: an hour on two cores.
    """
    encoder = EmbeddedEncoder(_made(_packed(work, 1), "pack --stage 1"))
    for name in SETS:
        index.evaluate(work / "dev" / name, work / "stores" / name, encoder, index.DenseUse.FULL)
    index.ingest([ROOT / "corpus"], work / "stores" / OWN, encoder)
    stores = {name: index.open_store(work / "stores" / name, encoder) for name in (*SETS, OWN)}
    pairs, counted = question_pairs(data, stores)
    _say("questions", counted)
    write_pairs(work / "harder.jsonl.gz", pairs)
    every = [question for name in SETS for question in read_questions(data, name)]
    dev = [question.text for question in every if question.is_dev]
    kept_back = NearDuplicates([*dev, *labelled_questions(ROOT / "tests/labelled")])
    pairs = everyday_pairs(stores, kept_back)
    _say("everyday questions", {"pairs": len(pairs)})
    write_pairs(work / "everyday.jsonl.gz", pairs)
    pairs = unanswered_pairs(stores[OWN], kept_back)
    _say("unanswered questions", {"pairs": len(pairs)})
    write_pairs(work / UNANSWERED, pairs)


@app.command()
def border(work: Work = Path("train-work")) -> None:
    """Fit the constants of index/answerability.py to the model in index/viendan_e5."""
    encoder = EmbeddedEncoder()
    index.ingest([ROOT / "corpus"], work / "stores" / OWN, encoder)
    names = ROOT / "corpus/cach-goi.toml"
    store = index.open_store(work / "stores" / OWN, encoder, expansions=names)
    print(json.dumps(fit_border(ROOT / "tests/labelled", store)), flush=True)


def _texts(data: Path, every_nth: int) -> Iterator[str]:
    """Articles and questions of every set, and the repository's own corpus."""
    for name in SETS:
        step = every_nth if name == "zalo2021_recon" else 1
        for n, row in enumerate(read_rows(next((data / name).glob("corpus.jsonl*")))):
            if n % step == 0:
                yield f"{row['title']}\n{row['text']}"
        yield from (question.text for question in read_questions(data, name))
    for path in sorted((ROOT / "corpus").glob("*.md")):
        yield path.read_text(encoding="utf-8")


def _language(data: Path) -> Iterator[str]:
    """Every article; the questions that are not kept back, ours too, and daily talk, many times."""
    for name in SETS:
        for row in read_rows(next((data / name).glob("corpus.jsonl*"))):
            yield f"{row['title']}\n{row['text']}"
    every = [question for name in SETS for question in read_questions(data, name)]
    dev = NearDuplicates(question.text for question in every if question.is_dev)
    for question in every:
        if not question.is_dev and question.text not in dev:
            yield from repeat(question.text, QUESTIONS_COUNT)
    answered, unanswered = near_questions()
    own = [q.text for q in (*everyday_questions(), *answered) if not q.is_dev]
    spoken = SPOKEN.read_text(encoding="utf-8").splitlines()
    for text in own + unanswered + unanswered_questions() + spoken:
        if text not in dev:
            yield from repeat(text, EVERYDAY_COUNT)


def _tuned(work: Path, stage: int) -> Path:
    return _made(work / f"tuned{stage}", f"tune --stage {stage}")


def _packed(work: Path, stage: int) -> Path:
    return work / f"packed{stage}"


def _models() -> Path:
    try:
        from platformdirs import user_cache_path
    except ImportError as missing:
        raise MissingPart(
            'Thiếu thư viện để huấn luyện; hãy chạy: pip install -c constraints.txt -e ".[train]"'
        ) from missing
    return Path(user_cache_path("viendan")) / "models"


def _say(what: str, counted: dict[str, int]) -> None:
    print(json.dumps({what: counted}), flush=True)


app()
