"""A thousand mixed files, one in twenty bad, killed twice on the way: nothing good is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from conftest import ROOT
from hostile_files import docx, packed, pdf, said, stream

import index
from index.truth import open_to_read

FILES = 1_000
BAD = 50
PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
import index
print("go", flush=True)
index.ingest([Path({folder!r})], Path({kb!r}), None)
"""
CONSONANTS, VOWELS = "bcdghklmnprstvx", "aeiou"


def _rare_word(n: int) -> str:
    """A word that no other file has: `zabozacozuda`."""
    chance = random.Random(n)
    return "z" + "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(6))


def _words(n: int) -> list[str]:
    number = f"{n + 1}/QD-UBND"
    return [
        "UY BAN NHAN DAN", f"So: {number}", "QUYET DINH", f"Ve viec {_rare_word(n)}",
        f"Dieu 1. Noi dung {_rare_word(n)}", "Quyet dinh nay noi ve viec da neu o tren.",
        "Can bo, cong chuc va nguoi lao dong co trach nhiem thi hanh quyet dinh nay.",
    ]  # fmt: skip


def _as_text(n: int) -> bytes:
    return "\n".join(_words(n)).encode()


def _as_markdown(n: int) -> bytes:
    head = f"---\nso_ky_hieu: {n + 1}-KH/HU\nloai: Kế hoạch\nngay: 2022-02-28\n---\n"
    return head.encode() + _as_text(n)


def _as_page(n: int) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in _words(n))
    return f"<!doctype html><html><body>{lines}</body></html>".encode()


def _as_word(n: int) -> bytes:
    return docx(b"".join(said(line) for line in _words(n)))


def _as_pdf(n: int) -> bytes:
    shown = b"".join(b"(%s) Tj 0 -20 Td " % line.encode() for line in _words(n))
    content = stream(b"BT /F1 12 Tf 50 780 Td " + shown + b"ET")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    sheet = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, sheet, content, font])


def _as_archive(n: int) -> bytes:
    return packed({"trong/van-ban.txt": _as_text(n)})


KINDS = {
    ".txt": _as_text,
    ".md": _as_markdown,
    ".html": _as_page,
    ".docx": _as_word,
    ".pdf": _as_pdf,
    ".zip": _as_archive,
}
BROKEN = {".txt": b"\xff\xfe\x00", ".docx": b"PK\x03\x04", ".pdf": b"%PDF-1.7", ".html": b""}


def _make_batch(folder: Path) -> tuple[dict[str, str], set[str]]:
    """Write the files; return the rare word of each good one, and the names of the bad."""
    folder.mkdir()
    good: dict[str, str] = {}
    for n in range(FILES - BAD):
        suffix = list(KINDS)[n % len(KINDS)]
        name = f"{n:04}{suffix}"
        (folder / name).write_bytes(KINDS[suffix](n))
        good[name] = _rare_word(n)
    bad = {f"hong-{n:02}{list(BROKEN)[n % len(BROKEN)]}" for n in range(BAD)}
    for name in bad:
        (folder / name).write_bytes(BROKEN[Path(name).suffix])
    return good, bad


def _run_and_kill(folder: Path, kb: Path, held: int) -> None:
    """Ingest in a process of its own and kill it once the store holds so many files."""
    program = PROGRAM.format(root=str(ROOT), folder=str(folder), kb=str(kb))
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        while running.poll() is None and _read_so_far(kb) < held:
            time.sleep(0.05)
        assert running.poll() is None, "the run ended before it could be killed"
        running.send_signal(signal.SIGKILL)


def _read_so_far(kb: Path) -> int:
    try:
        truth = open_to_read(kb)
    except Exception:  # no store yet, or its first commit under way
        return 0
    try:
        return truth.count("files")
    finally:
        truth.close()


def _revisions(kb: Path) -> dict[str, int]:
    """Each document with the commit that wrote it."""
    truth = open_to_read(kb)
    rows = truth.all("SELECT id, revision FROM documents")
    truth.close()
    return {row["id"]: row["revision"] for row in rows}


def test_a_thousand_files_survive_two_kills(tmp_path: Path) -> None:
    folder, kb = tmp_path / "van-ban", tmp_path / "kb"
    good, bad = _make_batch(folder)
    _run_and_kill(folder, kb, FILES // 4)
    first = _revisions(kb)
    _run_and_kill(folder, kb, FILES // 2)
    second = _revisions(kb)
    assert first.items() <= second.items()  # nothing finished was done again
    assert len(second) > len(first) > 100
    report = index.ingest([folder], kb, None)
    assert second.items() <= _revisions(kb).items()
    aside = {Path(path).name: reason for path, reason in report.set_aside}
    assert aside.keys() == bad
    assert all(len(reason) > 20 for reason in aside.values())
    assert index.verify(kb) == []
    store = index.open_store(kb, None)
    assert len(store.documents()) == len(good)
    lost = [name for name, word in good.items() if word not in _best(store, word)]
    assert lost == []


def _best(store: index.KnowledgeBase, word: str) -> str:
    hits = store.search(word, 1).hits
    return hits[0].text if hits else ""
