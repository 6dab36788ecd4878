"""The type of a document in capitals, and the abstract (trích yếu) below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..document import Confidence
from ..folding import fold
from .capitals import sentence_case
from .dateline import BARE, LABELLED, PLACE_DATE, Dateline
from .document_types import ANY_TYPE, TYPES
from .findings import Finding
from .headlines import Line
from .letterhead import name_issuer

TITLE_LINES = 8
LONGEST_TITLE_LINE = 300  # letters: a longer line with a full stop is the first paragraph
FEW_WORDS = 3  # with which a title is recognised again

_NAMES = {fold(name): name for name in TYPES}
# The stamp of an office that a document came to: CÔNG VĂN ĐẾN
STAMPED = re.compile(r"cong van (?:den|di)\b")
# Phụ lục I, alone on its line
ANNEX = re.compile(r"(?:Phụ lục|PHỤ LỤC)(?: (?:số|SỐ))?(?: [IVXLC]{1,6}| \d{1,3}[a-zA-Z]?)?\.?")
_ANY = "|".join(map(re.escape, _NAMES))
TYPE_LINE = re.compile(rf"(?P<type>{_ANY})(?= |:|$)")
# … 16/7 NGHỊ ĐỊNH: a stamp recognised on the same line as the type
TYPE_AT_END = re.compile(rf"(?<!\w)_?(?P<type>{_ANY})$")
NOISE_BEFORE = re.compile(r"(?:[^\w\s,;:“\"]|\d)[ _]{0,2}$")

# ÁN LỆ SỐ 55/2022/AL, with the number of a note; Án lệ số 07/2016/AL về …
OWN_SYMBOL = re.compile(r"[Ss][Ốố] ?:? ?(?P<symbol>\d{1,4}/\d{4}/[A-ZĐ]{1,8})\d*")
PRECEDENT = re.compile(r"(?i:án lệ) (?=số:? \d{1,4}/\d{4}/AL)", re.I)
NO_NUMBER = re.compile(r"\W{0,3}[Ss]ố ?:?[ .…_/-]{2,}")  # Số......../HĐ-XD of a form
# QTQL.KH.5.2, the mark of a procedure; Mã số: QT-05
MARK = re.compile(
    r"(?:(?:Mã số|Mã hiệu|Ký hiệu) ?: ?)?(?P<mark>[A-ZĐ]{2,8}(?:[.-][A-ZĐ\d]{1,6}){1,5})"
)
HAS_WORD = re.compile(r"[^\W\d_]{2}")
LABEL = re.compile(r"(?:Về việc|VỀ VIỆC) ?: ?")
OF_ISSUER = re.compile(r"(?:của|CỦA) ")
ABOUT = re.compile(r"về ")
SUBJECT = re.compile(r"V/v:? ?", re.I)  # of a công văn, which prints no type

# … sửa đổi một số điều của, which the number of another document may follow on the next line
UNFINISHED = re.compile(r"(?:,| (?:của|theo|tại|và|về|thi hành|thực hiện|bởi|hoặc|với))$", re.I)
SIDE_NOTE = re.compile(r" (?=Được Hội đồng|\((?:Ban hành|Tiếp theo|Kèm theo))", re.I)
ENACTS = rf"\S.{{0,80}} (?:ban hành (?:{ANY_TYPE})|như sau)"
DATED = rf"(?:{ANY_TYPE}) .{{2,200}} số \d.{{0,60}} ngày \d"
AFTER_TITLE = re.compile(
    rf"[(\[]|Được |Kính gửi|Thực hiện |Phiên bản|\d+[.)]|[IVX]+ ?[.-] |[-–+•] |{ENACTS}|{DATED}"
)


@dataclass(frozen=True, slots=True)
class TypeLine:
    """The line of a head that prints the type."""

    at: int
    line: Line
    start: int
    end: int
    name: str

    def cut_type(self) -> Finding:
        """Return the type as a finding."""
        return Finding("type", self.name, self.line.place(self.start, self.end))


def find_type(head: Sequence[Line], enacted: str = "") -> TypeLine | None:
    """Return the first line that prints a type in capitals.

    `enacted` is the type that the sentence after the grounds names, if any: such a type is also
    known behind the words of a stamp.
    """
    for at, line in enumerate(head):
        found = TYPE_LINE.match(line.folded)
        if annex := ANNEX.fullmatch(line.text):
            return TypeLine(at, line, 0, annex.end(), "Phụ lục")
        if found and _prints_type(line, found.end()) and not STAMPED.match(line.folded):
            return TypeLine(at, line, found.start(), found.end(), _NAMES[found["type"]])
        if found := PRECEDENT.match(line.text):
            return TypeLine(at, line, 0, found.end() - 1, "Án lệ")
    for at, line in enumerate(head):
        found = TYPE_AT_END.search(line.folded)
        name = _NAMES[found["type"]] if found else ""
        if found and line.text[slice(*found.span("type"))].isupper():
            noisy = NOISE_BEFORE.search(line.folded, 0, found.start("type"))
            if noisy or name == enacted:
                return TypeLine(at, line, *found.span("type"), name)
    return None


def _prints_type(line: Line, end: int) -> bool:
    """Tell a type line from words in capitals that begin so: all of it in capitals, or a title."""
    rest = line.text[end:].strip(" :")
    return line.text[:end].isupper() and (line.text.isupper() or not rest.split(" ")[0].isupper())


def find_symbol(typed: TypeLine, head: Sequence[Line]) -> Finding | None:
    """Return the number on the type's own line (án lệ), or the mark of a procedure below it."""
    rest = typed.line.cut(typed.end)
    if found := OWN_SYMBOL.match(rest.text.lstrip(" :")):
        shift = len(rest.text) - len(rest.text.lstrip(" :"))
        start, end = found.span("symbol")
        return Finding("number", found["symbol"].upper(), rest.place(start + shift, end + shift))
    for line in head[typed.at + 1 : typed.at + 1 + TITLE_LINES]:
        if found := _as_mark(line):
            return Finding("number", found["mark"], line.place(*found.span("mark")))
    return None


def _as_mark(line: Line) -> re.Match[str] | None:
    found = MARK.fullmatch(line.text)
    return found if found and any(letter.isdigit() for letter in found["mark"]) else None


def find_title(typed: TypeLine, head: Sequence[Line], text: str) -> Finding | None:
    """Return the abstract right of the type and on the lines below it, in ordinary letters.

    `text` is the beginning of the document, whose spelling a title in capitals takes.
    """
    rest = typed.line.cut(typed.end)
    if own := OWN_SYMBOL.match(rest.text.lstrip(" :")):
        rest = rest.cut(own.end() + len(rest.text) - len(rest.text.lstrip(" :")))
    rest = rest.cut(len(rest.text) - len(rest.text.lstrip(" :")))
    if OF_ISSUER.match(rest.text) or (len(rest.text.split()) < FEW_WORDS and rest.text.islower()):
        rest = rest.cut(0, 0)  # the issuer, or what a scan made of a stamp
    lines = [rest] if rest.text else []
    return join_title(lines, head[typed.at + 1 :], text)


def find_subject(head: Sequence[Line], dateline: Dateline | None, text: str) -> list[Finding]:
    """Return type and abstract of a công văn, printed below its number: `V/v tổ chức …`."""
    for at, line in enumerate(head):
        if dateline and at > dateline.at and (found := SUBJECT.match(line.text)):
            title = join_title([line.cut(found.end())], head[at + 1 :], text)
            typed = Finding("type", "Công văn", line.place(0, 3), Confidence.INFERRED)
            return [typed, *([title] if title else [])]
    return []


def join_title(lines: list[Line], below: Sequence[Line], text: str) -> Finding | None:
    """Return the lines of a title as one, up to where the title ends."""
    title = list(lines)
    for line in below[:TITLE_LINES]:
        if not HAS_WORD.search(line.text):
            continue  # a speck of a scan
        if not title and (NO_NUMBER.match(line.text) or OF_ISSUER.match(line.text)):
            continue
        if title and ABOUT.match(line.text) and title[-1].text.isupper():
            title = []  # above stood the meeting or the issuer: HỘI NGHỊ LẦN THỨ NĂM …
        if _ends_title(title, line):
            break
        title.append(line)
    if not title:
        return None
    if label := LABEL.match(title[0].text):
        title[0] = title[0].cut(label.end())
    words = SIDE_NOTE.split(" ".join(line.text for line in title))[0]
    words = words.removesuffix("./.").rstrip(" .:;")
    end = _end_of(title, len(words))
    return Finding("title", sentence_case(words, text), (title[0].place()[0], end))


def _ends_title(title: list[Line], line: Line) -> bool:
    if title and UNFINISHED.search(title[-1].text) and not line.ruled:
        return False
    if BARE.match(line.text) or LABELLED.match(line.text) or PLACE_DATE.match(line.text):
        return True
    if AFTER_TITLE.match(line.text) or _as_mark(line):
        return True
    if not title:
        return len(line.text) > LONGEST_TITLE_LINE and line.text.endswith((".", ":", ";"))
    if line.ruled or name_issuer(line.text) or title[-1].text.isupper() != line.text.isupper():
        return True
    begins = line.text[0].isupper() and not line.text.isupper()
    return begins and (len(line.text) > LONGEST_TITLE_LINE / 2 or line.text.endswith((".", ":")))


def _end_of(title: list[Line], length: int) -> int:
    """Return the offset after the first `length` letters of the joined lines."""
    for line in title:
        if length <= len(line.text):
            return line.place(0, length)[1]
        length -= len(line.text) + 1
    return title[-1].place()[1]
