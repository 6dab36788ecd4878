"""Abbreviations and everyday words, from a file that people edit: `corpus/cach-goi.toml`."""

from __future__ import annotations

import codecs
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest import WrongSetting, fold, spell

from .language import WORD, Language
from .lattice import surprise

REPLACING, BESIDE, LEFT = "viet_tat", "thuong_ngay", "de_nguyen"
"""The file's tables: what stands for other words, what other words are put beside, and phrases that
hold a key only by chance, as `hồ sơ đề nghị` holds `số đề` where diacritics are missing."""
LONGEST = 5  # words of the longest key that is sought
FAR_FETCHED = 6.0
"""Nats from which an everyday word read into a bare query costs too much: `nhậu` into `phe binh
nhau`. Of 210 that the labelled and training questions have none is lost, of 14 mistaken ones 7."""
AROUND = 3  # words on either side by which that is told


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a key of the file stands for."""

    key: str
    """As the file writes it."""
    words: tuple[str, ...]
    """Empty for a phrase that is left as it is."""
    replaces: bool


class Expansions:
    """The expansions by their keys, folded and word by word."""

    def __init__(self, entries: dict[tuple[str, ...], list[Expansion]] | None = None) -> None:
        self._entries = entries or {}

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, words: list[str], language: Language) -> list[tuple[int, int, Expansion]]:
        """The longest keys in a row of words, from left to right: first word, after, expansion.

        An abbreviation that could be a syllable too, as `TƯ`, counts only as the file writes it; an
        everyday word without its diacritics only in a query that has none, so that `đánh nhau` is
        not `nhậu`, and only where the words around it do not tell otherwise.
        """
        folded = [fold(word) for word in words]
        is_bare = all(word.lower() == plain for word, plain in zip(words, folded, strict=True))
        found, n = [], 0
        while n < len(folded):
            for size in range(min(LONGEST, len(folded) - n), 0, -1):
                same = self._entries.get(tuple(folded[n : n + size]), [])
                fits = _is_likely if is_bare else _is_spelt
                same = [e for e in same if e.replaces or fits(e, words, n, language)]
                expansion = _meant(same, words[n : n + size], language)
                if expansion:
                    if expansion.words:
                        found.append((n, n + size, expansion))
                    n += size - 1
                    break
            n += 1
        return found


def _spelt(expansion: Expansion) -> list[str]:
    return [spell(word) for word in WORD.findall(expansion.key)]


def _is_spelt(expansion: Expansion, words: list[str], n: int, _language: Language) -> bool:
    """Whether the words from n on have the key's diacritics, wherever their tones are put."""
    key = _spelt(expansion)
    return key == [spell(word) for word in words[n : n + len(key)]]


def _is_likely(expansion: Expansion, words: list[str], n: int, language: Language) -> bool:
    """Whether a key may be meant by bare words, the words around them considered."""
    key = _spelt(expansion)
    first = max(0, n - AROUND)
    row = [word.lower() for word in words[first : n + len(key) + AROUND]]
    known = {n - first + at: form for at, form in enumerate(key)}
    return surprise(row, language, known) - surprise(row, language, {}) < FAR_FETCHED


def _meant(same: list[Expansion], words: list[str], language: Language) -> Expansion | None:
    """Of keys that look alike without diacritics, the one that was typed, else the first."""
    exact = [each for each in same if [each.key] == words]
    is_syllable = len(words) == 1 and language.is_syllable(fold(words[0]))
    likely = [each for each in same if not (each.replaces and is_syllable)]
    return next(iter(exact + likely), None)


def load_expansions(path: Path | None) -> Expansions:
    """What the file says now; where there is none, nothing is expanded. Raises WrongSetting."""
    try:
        return _read(path, path.stat().st_mtime_ns) if path else Expansions()
    except FileNotFoundError:
        return Expansions()


@lru_cache(maxsize=4)
def _read(path: Path, _written: int) -> Expansions:
    try:
        tables = tomllib.loads(_text_of(path.read_bytes()))
    except tomllib.TOMLDecodeError as failure:
        place = re.search(r"line (\d+)", str(failure))
        where = f"ở dòng {place.group(1)}" if place else "ở cuối tệp"
        raise WrongSetting(f"«{path}» sai cú pháp {where}; hãy sửa dòng ấy.") from failure
    except (OSError, ValueError) as failure:
        raise WrongSetting(f"Không đọc được «{path}»; hãy lưu lại tệp dạng UTF-8.") from failure
    entries: dict[tuple[str, ...], list[Expansion]] = {}
    for table, rows in tables.items():
        for expansion in _table(path, table, rows):
            entries.setdefault(tuple(WORD.findall(fold(expansion.key))), []).append(expansion)
    return Expansions(entries)


def _table(path: Path, table: str, rows: Any) -> list[Expansion]:
    if table == LEFT and isinstance(rows, list) and all(isinstance(row, str) for row in rows):
        return [Expansion(row, (), replaces=False) for row in rows]
    if table not in (REPLACING, BESIDE) or not isinstance(rows, dict):
        raise WrongSetting(
            f"«{path}» có mục lạ «{table}»; chỉ dùng [{REPLACING}], [{BESIDE}] và "
            f"{LEFT} = [ ] ở đầu tệp."
        )
    replaces = table == REPLACING
    return [
        Expansion(key, _words_of(path, key, value, replaces=replaces), replaces)
        for key, value in rows.items()
    ]


def _text_of(data: bytes) -> str:
    """UTF-8, or the UTF-16 that some editors write, as NFC; the mark at the beginning is none."""
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if is_utf16 else "utf-8-sig").replace("\r\n", "\n")
    return unicodedata.normalize("NFC", text)


def _words_of(path: Path, key: str, value: Any, *, replaces: bool) -> tuple[str, ...]:
    words = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
    size = len(WORD.findall(key))
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise WrongSetting(f"«{path}», mục «{key}»: cần một cụm từ, hoặc [ ] nhiều cụm từ.")
    if not 0 < size <= LONGEST:
        raise WrongSetting(f"«{path}», mục «{key}»: bên trái phải có từ 1 đến {LONGEST} tiếng.")
    if not any(letter.isalpha() for letter in key):
        raise WrongSetting(f"«{path}», mục «{key}»: bên trái phải có chữ, không chỉ có số.")
    typed = set(re.findall(r"\d+", key))
    for said in words:
        written = set(re.findall(r"\d+", said))
        changed = written - typed or (typed - written if replaces else set())
        if changed:
            verb = "thêm" if written - typed else "bỏ"
            raise WrongSetting(
                f"«{path}», mục «{key}»: bên phải {verb} số {', '.join(sorted(changed))}; "
                "mở rộng không được đổi số."
            )
    return words
