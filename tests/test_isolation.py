"""Whatever a file does to the process that reads it, the program goes on and says why."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT

from ingest import Options, UnreadableFile, Workshop, parse, parse_apart
from ingest.isolation import worker
from ingest.isolation.answers import Done, read_answer
from ingest.isolation.limits import Limits

PLAN = next(CORPUS.glob("kh-66*.md"))


def test_a_child_understands_what_the_program_would() -> None:
    assert parse_apart(PLAN) == parse(PLAN)


def test_only_plain_values_of_ours_are_taken_from_a_child() -> None:
    assert read_answer(pickle.dumps(Done(3))) == Done(3)
    for foreign in (Done(Path("x")), subprocess.Popen, 3):
        with pytest.raises(pickle.UnpicklingError):
            read_answer(pickle.dumps(foreign))


def _child_that(does: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Workshop:
    """A workshop whose children carry out these lines in place of parsing."""
    script = tmp_path / "child.py"
    script.write_text(
        "import os, signal, sys, time\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from multiprocessing.connection import Connection\n"
        "from ingest.isolation import child\n"
        f"def parse(ticking, path, options):\n    {does}\n"
        "child.TASKS['parse'] = (parse, child.READING)\n"
        "child.serve(Connection(int(sys.argv[1])))\n"
    )
    real = subprocess.Popen

    def start(command: list[str], **rest: object) -> "subprocess.Popen[bytes]":
        return real([sys.executable, str(script), command[-1]], **rest)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(worker.subprocess, "Popen", start)
    return Workshop(children=1)


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV"),
        ("os._exit(3)", "mã 3"),
        ("return bytearray(600 * 1024 * 1024)", "nhiều bộ nhớ hơn mức cho phép"),
        ("raise RuntimeError('x')", "RuntimeError: x"),
        ("return os", "Chương trình đọc bị tệp này làm hỏng|không lường trước"),
    ],
)
def test_what_ends_a_child_is_told_and_the_next_file_is_read(
    does: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with _child_that(does, monkeypatch, tmp_path) as workshop:
        with pytest.raises(UnreadableFile, match=said):
            workshop.begin(PLAN, Options()).result()
        monkeypatch.undo()
        workshop._workers[0].stop()  # the lines above are not to be carried out again
        assert workshop._workers[0].run("parse", (PLAN, Options()), Limits(8, 60, 60)) == parse(
            PLAN
        )


def test_endless_computing_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    does = "child.grant_seconds(1)\n    while True: pass"
    with (
        _child_that(does, monkeypatch, tmp_path) as workshop,
        pytest.raises(UnreadableFile, match="quá nhiều thời gian tính"),
    ):
        workshop.begin(PLAN, Options()).result()


def test_silence_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (
        _child_that("time.sleep(60)", monkeypatch, tmp_path) as workshop,
        pytest.raises(UnreadableFile, match="quá nhiều thời gian tính"),
    ):
        workshop._workers[0].run("parse", (PLAN, Options()), Limits(8, 0.5, 60))


def test_a_task_of_endless_small_steps_is_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    does = "while True: ticking(0, 0); time.sleep(0.05)"
    with (
        _child_that(does, monkeypatch, tmp_path) as workshop,
        pytest.raises(UnreadableFile, match="quá nhiều thời gian tính"),
    ):
        workshop._workers[0].run("parse", (PLAN, Options()), Limits(8, 60, 1))


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.txt")
    with pytest.raises(UnreadableFile, match="không phải một tệp thường"):
        parse_apart(tmp_path / "ong.txt")
