"""What is known of a document, in words, each with how sure it is where it is not certain."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime

from index import name_of
from ingest import Metadata


def day_of(date: Date | None) -> str:
    """A date as `25/10/2021`, or that it is not known."""
    return f"{date:%d/%m/%Y}" if date else "chưa rõ ngày"


def time_of(stamp: str) -> str:
    """An ISO time as it is written in Vietnam, `08:30, 02/03/2026`; empty for none."""
    return f"{datetime.fromisoformat(stamp):%H:%M, %d/%m/%Y}" if stamp else ""


def called(about: Metadata) -> str:
    """What people call a document: `Quy định 207-QĐ/TW (nguồn thứ cấp)`."""
    fields = ("number" if about.number else "title", "type")
    doubt = next(filter(None, map(about.doubt, fields)), "")
    return f"{name_of(about)} ({doubt})" if doubt else name_of(about)


def number_of(about: Metadata) -> str:
    """Its số ký hiệu; empty where there is none."""
    return _doubted(about, "number", about.number)


def type_of(about: Metadata) -> str:
    """Its loại văn bản; empty where there is none."""
    return _doubted(about, "type", about.type)


def title_of(about: Metadata) -> str:
    """Its trích yếu; empty where there is none."""
    return _doubted(about, "title", about.title)


def issuer_of(about: Metadata) -> str:
    """Who issued it, or that it is not known."""
    return _doubted(about, "issuer", about.issuer) or "chưa rõ cơ quan ban hành"


def signer_of(about: Metadata) -> str:
    """Who signed it; empty where the file does not say."""
    return _doubted(about, "signer", about.signer)


def issued_on(about: Metadata) -> str:
    """When it was issued, or that it is not known."""
    return _doubted(about, "date", day_of(about.date)) if about.date else day_of(None)


def _doubted(about: Metadata, field: str, words: str) -> str:
    doubt = about.doubt(field)
    return f"{words} ({doubt})" if words and doubt else words
