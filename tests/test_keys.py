"""A citation and the document it names meet under one key."""

from __future__ import annotations

import pytest

from ingest.citations import find_citations, key_of_citation, keys_of_document
from ingest.document import Citation, Metadata


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Quy định số 37-QĐ/TW", "37-qd-tw"),
        ("Nghị quyết Trung ương 4 khóa XII", "tw4 khoa xii"),
        ("Luật Đất đai năm 2013", "luat dat dai"),
        ("Quy định 37 của Trung ương", "so 37"),
    ],
)
def test_the_key_of_a_citation(text: str, key: str) -> None:
    assert [key_of_citation(citation) for citation in find_citations(text)] == [key]


def test_the_citing_document_has_none() -> None:
    assert key_of_citation(Citation(text="Quy định này", start=0, end=12, back="này")) == ""


def test_the_keys_of_a_document() -> None:
    about = Metadata(
        id="kl-21",
        type="Kết luận",
        number="21-KL/TW",
        title="về xây dựng Đảng",
        aliases=("Nghị quyết Trung ương 4 khóa XIII",),
    )
    assert keys_of_document(about) == (
        "21-kl-tw",
        "so 21",
        "tw4 khoa xiii",
        "nghi quyet trung uong 4 khoa xiii",
        "ket luan xay dung dang",
        "xay dung dang",
    )


@pytest.mark.parametrize(
    ("number", "alias", "key"),
    [
        ("", "Thông báo kết luận 20 năm 2022", "so 20"),
        ("", "Thông báo số 20", "so 20"),
        ("", "10-NQ/HNTW", "10-nq-hntw"),
        ("07-QĐi/TW", "x", "7-qd-tw"),
    ],
)
def test_other_names_can_be_numbers(number: str, alias: str, key: str) -> None:
    assert key in keys_of_document(Metadata(id="x", number=number, aliases=(alias,)))
