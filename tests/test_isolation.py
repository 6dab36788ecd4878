"""Whatever a file does to the process that reads it, the program goes on and says why."""

import os
import pickle
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT

from ingest import Options, UnreadableFile, Workshop, parse, parse_apart
from ingest.isolation import worker
from ingest.isolation.answers import Done, read_answer
from ingest.isolation.limits import Limits
from ingest.isolation.memory import peak_of, resident_of_group

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


PROGRAM = "[bytearray(200 << 20), __import__('time').sleep(30)]"


@pytest.mark.parametrize("nested", [1, 2])
def test_a_child_is_stopped_with_the_programs_it_starts_past_the_limit_for_both(
    nested: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each stays within its own limit; together, and with what they start, they do not."""
    started = f"subprocess.Popen([sys.executable, '-c', {PROGRAM!r}]);" if nested == 2 else ""
    program = f"import subprocess, sys; {started} {PROGRAM}"
    does = (
        f"import subprocess; kept = bytearray(({nested} == 1) * 200 << 20);"
        f" subprocess.run([sys.executable, '-c', {program!r}])"
    )
    limits = Limits(seconds=8, patience=25, whole=25, together=400 << 20)
    with _child_that(does, monkeypatch, tmp_path) as workshop:
        began = time.monotonic()
        with pytest.raises(UnreadableFile, match="nhiều bộ nhớ hơn mức cho phép"):
            workshop._workers[0].run("parse", (PLAN, Options()), limits)
        assert time.monotonic() - began < 15
        assert workshop.children == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_that_swells_in_libreoffice_stays_within_half_a_gigabyte(tmp_path: Path) -> None:
    """Before the limit for both it took 550 MB, and the reason told was another."""
    row = b"{\\trowd\\cellx1000\\cellx2000\\cellx3000 a\\cell b\\cell c\\cell\\row}\n"
    path = tmp_path / "bang.rtf"
    path.write_bytes(b"{\\rtf1\\ansi " + row * 100_000 + b"}")
    most = 0
    with Workshop(children=1) as workshop:
        job = workshop.begin(path, Options())
        while not job.parsed.done():
            most = max([most, *map(resident_of_group, workshop.children)])
            time.sleep(0.02)
        with pytest.raises(UnreadableFile, match="nhiều bộ nhớ hơn mức cho phép"):
            job.result()
    assert 200 << 20 < most < 512 << 20


def test_what_earlier_files_left_in_a_child_is_no_reason_against_the_next(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    does = (
        "left = globals().setdefault('LEFT', []); left.append(bytearray(250 << 20));"
        " return child.parse(path, options)"
    )
    with _child_that(does, monkeypatch, tmp_path) as workshop:
        first = workshop.begin(PLAN, Options()).result()
        children = workshop.children
        assert workshop.begin(PLAN, Options()).result() == first
        assert workshop.children != children


def test_the_memory_of_a_group_counts_what_was_started() -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", "kept = bytearray(100 << 20); print(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    with started:
        assert started.stdout is not None
        started.stdout.readline()
        assert 100 << 20 < resident_of_group(started.pid) < 130 << 20
        assert peak_of(started.pid) >= 100 << 20
        started.communicate(b"\n")
    assert (resident_of_group(started.pid), peak_of(started.pid)) == (0, 0)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.txt")
    with pytest.raises(UnreadableFile, match="không phải một tệp thường"):
        parse_apart(tmp_path / "ong.txt")
