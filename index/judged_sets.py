"""A judged set on disk: corpus.jsonl or corpus.jsonl.gz, queries.jsonl, qrels.tsv.

The names are those of BEIR (Thakur and others, 2021), whose `_id` and head line are taken too.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ingest import Document, Edition, Metadata, Provision, UnreadableFile, segment

_ARTICLE_TITLE = re.compile(r"(?P<unit>Điều\s+\w+)?\s*[.:]?\s*(?P<heading>.*)", re.DOTALL)
NAMES_OF_GRADES = ("score", "grade", "relevance")
_NEEDED = (
    "«{folder}» không có {name}; bộ câu hỏi cần corpus.jsonl (hoặc .jsonl.gz), queries.jsonl và "
    "qrels.tsv."
)


@dataclass(frozen=True, slots=True)
class Judgements:
    """A judged set: questions and the documents that answer them."""

    queries: dict[str, str]
    relevant: dict[str, dict[str, int]]


def read_judgements(folder: Path) -> Judgements:
    """The questions that somebody judged, and their grades; raises UnreadableFile."""
    queries = {_field(row, "id"): _field(row, "text") for row in _lines(folder / "queries.jsonl")}
    relevant: dict[str, dict[str, int]] = {}
    for number, line in enumerate(_text_of(folder / "qrels.tsv").splitlines(), 1):
        parts = line.split("\t")
        if number == 1 and parts[-1].strip().lower() in NAMES_OF_GRADES:
            continue  # the columns' names
        if len(parts) != 3 or not parts[2].strip().isdigit():
            raise UnreadableFile(
                f"qrels.tsv, dòng {number}: cần ba cột (câu hỏi, văn bản, mức) cách nhau bằng Tab, "
                "mức là số."
            )
        relevant.setdefault(parts[0], {})[parts[1]] = int(parts[2])
    return Judgements({id: text for id, text in queries.items() if id in relevant}, relevant)


def corpus_file(folder: Path) -> Path:
    """The file that holds the corpus of a judged set; raises UnreadableFile."""
    for name in ("corpus.jsonl", "corpus.jsonl.gz"):
        if (folder / name).exists():
            return folder / name
    raise UnreadableFile(_NEEDED.format(folder=folder, name="corpus.jsonl"))


def read_corpus(path: Path) -> Iterator[Document]:
    """Each row of a corpus as a document; raises UnreadableFile."""
    return map(_article, _lines(path))


def _field(row: dict[str, Any], name: str) -> str:
    value = row.get(name, row.get(f"_{name}"))
    if value is None:
        said = json.dumps(row, ensure_ascii=False)[:80]
        raise UnreadableFile(
            f'Bộ câu hỏi có dòng thiếu «{name}»: {said}; mỗi dòng cần {{"id": …, "text": …}}.'
        )
    return str(value)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UnreadableFile(_NEEDED.format(folder=path.parent, name=path.name)) from None
    except (OSError, ValueError) as failure:
        raise UnreadableFile(f"Không đọc được «{path}» ({failure}); hãy sửa tệp.") from failure


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    row = json.loads(line)
                    if not isinstance(row, dict):
                        raise ValueError(
                            f"mỗi dòng cần là một đối tượng JSON, không phải {line[:40]!r}"
                        )
                    yield row
    except FileNotFoundError:
        raise UnreadableFile(_NEEDED.format(folder=path.parent, name=path.name)) from None
    except (OSError, ValueError) as failure:
        raise UnreadableFile(f"Không đọc được «{path}» ({failure}); hãy sửa tệp.") from failure


def _article(row: dict[str, Any]) -> Document:
    """One row of the corpus as a document that is one điều, with the provisions inside it."""
    text = _field(row, "text").replace("\r\n", "\n").strip() or " "
    title = _ARTICLE_TITLE.match(str(row.get("title") or ""))
    assert title is not None  # every part of the pattern may be empty
    unit = title["unit"] or f"Điều {row.get('article_id') or ''}".strip()
    article = Provision((unit,), "dieu", title["heading"].strip(), 0, len(text))
    inside = [replace(each, path=(unit, *each.path)) for each in segment(text)]
    law = str(row.get("law_id") or "")
    about = Metadata(id=_field(row, "id"), title=law, edition=Edition.FULL)
    return Document(about, text, (article, *inside))
