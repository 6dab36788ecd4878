"""Lược đồ: exact DOT for a small case; hostile names stay words; no tangle."""

from __future__ import annotations

import re
from datetime import date

import pytest
from conftest import TODAY
from screens import plain

from citator import Status, Validity
from index import StatementBy
from ingest import Citation, Metadata, Relation, Statement
from views.cited_documents import documents_cited
from views.diagram import SHOWN, diagram_of, quoted
from views.relations import Citing, Tie, Ties, counts_table, ties_of, ties_table
from views.standpoint import Standpoint

A_STRING = r'"(?:[^"\\]|\\.)*"'
AN_ATTRIBUTE = rf"\w+={A_STRING}"
A_LINE = re.compile(
    rf"  (?:{AN_ATTRIBUTE}(?: {AN_ATTRIBUTE})*"
    rf"|\w+(?: -> \w+)? \[{AN_ATTRIBUTE}(?: {AN_ATTRIBUTE})*\])"
)


def made(n: int, name: str = "") -> Metadata:
    return Metadata(
        id=f"x-{n}", type="Quy định", number=name or f"{n}-XX/YY", date=date(2020, 1, 2)
    )


def tie(by: Metadata, other: Metadata, is_active: bool) -> Tie:
    statement = Statement(Relation.REPLACES, Citation("x", 0, 1))
    said = StatementBy(by, True, statement, "")
    return Tie(said, other, is_active, True, Validity(Status.UNVERIFIED, TODAY))


def test_a_small_picture_to_the_letter(view: Standpoint) -> None:
    middle, older, newer = made(1), made(2), made(3)
    ties = Ties(
        middle,
        (tie(newer, newer, False), tie(middle, older, True)),
        cites=((older, 2),),
        cited_by=((newer, 1), (older, 1)),
    )
    grey = 'fillcolor="#f1efe9" color="#7b8086"'
    thin = 'style="dashed" color="#b9bec4" fontcolor="#7b8086" fontsize="9" arrowsize="0.6"'
    body = diagram_of(view, ties).splitlines()[4:]
    assert body == [
        f'  n0 [label="Quy định 1-XX/YY\\n02/01/2020\\nChưa xác minh" {grey}'
        ' tooltip="Quy định 1-XX/YY" penwidth="2.5"]',
        f'  n1 [label="Quy định 3-XX/YY\\n02/01/2020\\nChưa xác minh" {grey}'
        ' tooltip="Quy định 3-XX/YY" URL="van-ban?vb=x-3" target="_self"]',
        f'  n2 [label="Quy định 2-XX/YY\\n02/01/2020\\nChưa xác minh" {grey}'
        ' tooltip="Quy định 2-XX/YY" URL="van-ban?vb=x-2" target="_self"]',
        '  n1 -> n0 [label="thay thế"]',
        '  n0 -> n2 [label="thay thế"]',
        f'  n0 -> n2 [label="viện dẫn 2 lần" {thin}]',
        f'  n1 -> n0 [label="viện dẫn 1 lần" {thin}]',
        f'  n0 -> n2 [label="viện dẫn 1 lần" dir="back" {thin}]',
        "}",
    ]


@pytest.mark.parametrize(
    "name",
    [
        '"] n0 [URL="javascript:alert(1)"',
        "<b>đậm</b>",
        '\\"; n9 [shape=box]; "',
        "a\\",
        "\\N \\G \\l",
        "&lt;script&gt;",
        "]\n}\ndigraph {",
        "\x00\u202e",
    ],
)
def test_a_hostile_name_is_words_in_a_box(view: Standpoint, name: str) -> None:
    middle = Metadata(id="x", type="", number=name, title=name)
    ties = Ties(middle, (tie(middle, made(2, name), True),), cites=((made(3, name), 1),))
    drawn = diagram_of(view, ties)
    lines = drawn.splitlines()
    assert (lines[0], lines[-1]) == ("digraph {", "}")
    assert [line for line in lines[1:-1] if not A_LINE.fullmatch(line)] == []
    names = {line.split()[0] for line in lines[4:-1]}
    assert names == {"n0", "n1", "n2"}
    outside = re.sub(A_STRING, "", drawn)
    assert "<" not in outside and "javascript" not in outside
    links = re.findall(rf" URL=({A_STRING})", re.sub(rf"(?:label|tooltip)={A_STRING}", "", drawn))
    assert links == ['"van-ban?vb=x-2"', '"van-ban?vb=x-3"']


def test_words_are_quoted_for_graphviz() -> None:
    assert quoted('a "b" \\n &amp; <c>') == '"a \\"b\\" \\\\n &amp;amp; <c>"'
    assert quoted("một\nhai") == '"một hai"'


def test_what_does_not_fit_is_counted(view: Standpoint) -> None:
    middle = made(0)
    ties = Ties(middle, (), cites=tuple((made(n), 1) for n in range(1, SHOWN + 8)))
    drawn = diagram_of(view, ties)
    assert drawn.count("fillcolor=") == SHOWN + 1
    assert '"… và 7 văn bản khác"' in drawn


def test_the_corpus_both_ways_with_the_same_in_a_table(view: Standpoint) -> None:
    document = view.catalogue.document("qd-22-tw-2021")
    assert document is not None
    cites = documents_cited(view, document)
    ties = ties_of(view, document.about, Citing(tuple(cites), view.citing(document.about)))
    shown = plain(ties_table(view, ties))
    for relation, other in (
        ("được thay thế bởi", "296-QĐ/TW"),
        ("được sửa đổi, bổ sung bởi", "262-QĐ/TW"),
        ("được hướng dẫn bởi", "02-HD/TW"),
        ("thay thế", "30-QĐ/TW"),
    ):
        assert re.search(rf"{relation} \S+ \S+ {other}", shown), relation
    assert "đã thấy · kiểm tra ngày 23/11/2026" in shown
    drawn = diagram_of(view, ties)
    boxes = dict(re.findall(r'(n\d+) \[label="\S+ \S+ ([\w-]+/\w+)', drawn))
    arrows = {
        (boxes[a], boxes[b], words)
        for a, b, words in re.findall(r'(n\d+) -> (n\d+) \[label="([^"]*)"\]', drawn)
    }
    assert ("296-QĐ/TW", "22-QĐ/TW", "thay thế") in arrows
    assert ("22-QĐ/TW", "30-QĐ/TW", "thay thế") in arrows
    assert plain(counts_table(view, ties)).startswith("Viện dẫn qua lại với")
