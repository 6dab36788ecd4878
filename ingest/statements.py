"""What the words of an official text say of other documents: that it replaces or amends them.

Only the plain formulas of closing articles and titles are taken: "Quy định này thay thế …",
"… hết hiệu lực kể từ ngày Luật này có hiệu lực", "Bãi bỏ …", "Sửa đổi, bổ sung … của …"; and of a
cited title "Kết luận số … về tiếp tục thực hiện Chỉ thị số …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date
from itertools import pairwise

from .citations import key_of_citation, parse_symbol
from .citations.dates import match_date
from .document import Citation, Confidence, Relation, Statement
from .folding import fold
from .sentences import Sentences

_GAP = r"\s{1,3}"
_TYPE = (
    rf"(?:quy{_GAP}dinh|quyet{_GAP}dinh|nghi{_GAP}quyet|nghi{_GAP}dinh|ket{_GAP}luan|chi{_GAP}thi|"
    rf"luat|phap{_GAP}lenh|thong{_GAP}tu|huong{_GAP}dan|quy{_GAP}che|ke{_GAP}hoach|dieu{_GAP}le)"
)
_THIS_WORDS = rf"(?<!\w){_TYPE}(?:{_GAP}lien{_GAP}tich)?{_GAP}nay(?!\w)"
_THIS = re.compile(_THIS_WORDS)
# Điều 36. / 2. / b) / - before the words that matter
_MARKER = r"[\s\-+*]{0,5}(?:dieu\s{1,3}\d{1,3}[a-z]?[.:]\s{0,3})?(?:[\da-z]{1,3}[.)]\s{0,3})?"
_WORDS_CHANGED = re.compile(r"cum\s{1,3}tu|tu\s{1,3}ngu|mau\s{1,3}so|(?<!\w)tu\s{1,3}\"")

# Quy định này (có hiệu lực …) thay thế
_REPLACES = re.compile(rf"{_THIS_WORDS}[^.;]{{0,200}}?(?<!duoc )(?<!duoc\xa0)thay{_GAP}the(?!\w)")
_REPEALS = re.compile(rf"^{_MARKER}bai{_GAP}bo(?!\w)")
_AMENDS = re.compile(
    rf"^{_MARKER}(?:{_TYPE}{_GAP})?sua{_GAP}doi(?:,?{_GAP}bo{_GAP}sung)?(?!\w)[^.:]{{0,120}}$"
)
# … hết hiệu lực (thi hành) kể từ ngày Luật này có hiệu lực
_ENDS = re.compile(rf"^[^.;]{{0,500}}?(?<!\w)het{_GAP}hieu{_GAP}luc")
# … có hiệu lực từ ngày Nghị quyết số 61/2022/QH15 hết hiệu lực
_WHEN = re.compile(rf"(?:tu|den|khi|sau){_GAP}(?:ngay{_GAP})?$")
# đã được sửa đổi, bổ sung theo Luật số 35/2018/QH14 và …: named in passing
_IN_PASSING = re.compile(
    rf"duoc{_GAP}sua{_GAP}doi[^.;]{{0,120}}(?<!\w)(?:theo|boi|tai)(?!\w)[^.;]{{0,300}}$"
)
# Điều 4 Nghị định số 01/2017/NĐ-CP sửa đổi, bổ sung một số nghị định quy định chi tiết thi hành
# Luật Đất đai: named in the title of the one before
_IN_A_TITLE = re.compile(
    rf"(?<!\w)(?:sua{_GAP}doi|quy{_GAP}dinh{_GAP}chi{_GAP}tiet|huong{_GAP}dan|thi{_GAP}hanh)(?!\w)"
    rf"[^;]{{0,200}}$"
)
# Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị khóa XIII về tiếp tục thực hiện Chỉ thị …
_ABOUT = rf"[\s,]{{0,3}}(?:khoa{_GAP}[ivx]{{1,6}}[\s,]{{0,3}})?[\"(]?(?:ve{_GAP})?(?:viec{_GAP})?"
_TITLES = (
    (
        Relation.CONTINUES,
        re.compile(
            rf"{_ABOUT}tiep{_GAP}tuc{_GAP}(?:day{_GAP}manh{_GAP})?(?:viec{_GAP})?thuc{_GAP}hien\s*"
        ),
    ),
    (
        Relation.AMENDS,
        re.compile(
            rf"{_ABOUT}sua{_GAP}doi(?:,?{_GAP}bo{_GAP}sung)?{_GAP}(?:mot{_GAP}so{_GAP}dieu{_GAP})?"
            rf"(?:cua{_GAP})?"
        ),
    ),
)
_LONGEST_TITLE = 80  # letters between the two citations of a nested title
_EFFECT = re.compile(
    rf"{_THIS_WORDS}{_GAP}co{_GAP}hieu{_GAP}luc(?:{_GAP}thi{_GAP}hanh)?(?:{_GAP}ke)?{_GAP}tu{_GAP}ngay{_GAP}"
)


def find_statements(
    text: str, citations: Sequence[Citation], issued: Date | None = None
) -> tuple[Statement, ...]:
    """Return what an official text says of the documents it cites, each with its sentence.

    `since` is the day the text gives for its own effect; `issued` serves for "kể từ ngày ký".
    """
    since = _effect(fold(text), issued)
    found: dict[tuple[object, ...], Statement] = {}
    sentences = Sentences(text)
    for left, citation in pairwise((None, *citations)):
        assert citation is not None
        if citation.back or not (citation.symbol or citation.name):
            continue
        start, end = sentences.around(citation.full_start, citation.full_end)
        before = fold(text[start : citation.full_start])
        if left and start <= left.full_start:
            between = fold(text[left.full_end : citation.full_start])
            if _IN_A_TITLE.search(between):
                continue
        relation = _relation(before, fold(text[citation.full_end : end]))
        if relation:
            said = Statement(relation, citation, since=since, start=start, end=end)
            same = (relation, key_of_citation(citation), citation.date, citation.units)
            found.setdefault(same, said)
    return tuple(found.values())


def find_nested(
    text: str, citations: Sequence[Citation], confidence: Confidence
) -> tuple[Statement, ...]:
    """Return what the titles of cited documents say of others: A "về tiếp tục thực hiện" B.

    The document that acts must be cited with its day or year, or it could be another of its number.
    """
    found = []
    sentences = Sentences(text)
    for outer, inner in pairwise(c for c in citations if not c.back):
        between = fold(text[outer.full_end : inner.start])
        if len(between) > _LONGEST_TITLE or not outer.symbol or not _is_dated(outer):
            continue
        for relation, title in _TITLES:
            if title.fullmatch(between):
                start, end = sentences.around(outer.full_start, inner.full_end)
                said = Statement(relation, inner, confidence=confidence, start=start, end=end)
                found.append(replace(said, acting=outer))
    return tuple(found)


def _is_dated(citation: Citation) -> bool:
    parsed = parse_symbol(citation.symbol)
    return citation.date is not None or bool(parsed and parsed.year)


def _relation(before: str, after: str) -> Relation | None:
    """Judge by the sentence's words before and after a citation."""
    if _WORDS_CHANGED.search(before) or _IN_PASSING.search(before):
        return None
    if _AMENDS.search(before):
        return Relation.AMENDS
    if _REPLACES.search(before):
        return Relation.REPLACES
    ends = _ENDS.search(after) and _THIS.search(before + after) and not _WHEN.search(before)
    if ends or _REPEALS.search(before):
        return Relation.REPEALS
    return None


def _effect(folded: str, issued: Date | None) -> Date | None:
    """The day from which the text says it holds."""
    for match in _EFFECT.finditer(folded):
        if found := match_date(folded, match.end()):
            return found[0]
        if folded.startswith("ky", match.end()):
            return issued
    return None
