"""What a person types into a field: how it is read, and what is refused."""

from __future__ import annotations

import pytest

from ingest import Metadata, WrongCorrection, correct, typed


@pytest.mark.parametrize(
    ("field", "words", "held"),
    [
        ("number", " 30 / 2020 / NĐ - CP ", "30/2020/NĐ-CP"),
        ("number", "Luật số: 31/2024/QH15", "31/2024/QH15"),
        ("number", "42/SL/1950", "42/SL/1950"),
        ("date", "5.3.2020", "05/03/2020"),
        ("date", "ngày 5 tháng 3 năm 2020", "05/03/2020"),
        ("date", "", ""),
        ("title", "Về\u202e  văn\x00 thư\n", "Về văn thư"),
        ("issuer", "Chi\u0301nh phu\u0309", "Chính phủ"),
        ("recipients", "- Bộ A;\n\n -  Bộ B.", "- Bộ A;\n- Bộ B."),
    ],
)
def test_what_is_typed_is_read(field: str, words: str, held: str) -> None:
    assert typed(correct(Metadata("x"), [(field, words)]), field) == held


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("number", "không số", "«không số» không phải một số ký hiệu; hãy ghi như"),
        ("number", "1/NĐ-CP, 2/NĐ-CP", "không phải một số ký hiệu"),
        ("number", "1/2/2021", "«1/2/2021» không phải một số ký hiệu"),
        ("number", "9" * 61, "dài 61 chữ, quá mức 60 chữ của trường này; hãy rút ngắn"),
        ("title", "a" * 2001, "dài 2001 chữ, quá mức 2000 chữ"),
        ("date", "31/2/2011", "Không hiểu ngày «31/2/2011»; hãy ghi như 28/02/2022"),
        ("date", "5/3/20", "Không hiểu ngày «5/3/20»"),
        ("date", "1/1/0999", "Năm 0999 không thể là năm ban hành"),
        ("source", "x", "Không có trường «source» để sửa"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_a_cure(
    field: str, words: str, sentence: str
) -> None:
    with pytest.raises(WrongCorrection) as refused:
        correct(Metadata("x"), [(field, words)])
    assert sentence in str(refused.value)
