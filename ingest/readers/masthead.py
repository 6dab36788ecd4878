"""What a document says about itself at its head: number, date, type, abstract, issuer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date as Date

from ..document import Edition, Metadata
from .capitals import sentence_case
from .identity import make_id
from .letterhead import find_issuer, issuer_of_symbol, name_issuer
from .signature import find_signer

HEAD_LINES = 60  # a masthead after a gazette's contents stays well below
TITLE_LINES = 6
LONGEST_LINE = 600  # letters; beyond that a line is a paragraph and no masthead
OPENING_LETTERS = 20_000  # of the text, in which the words of a title in capitals are looked up
FEWEST_WORDS = 5  # of the first real line of a page: menus and buttons are shorter

TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết",
    "Nghị định", "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Quy định", "Quy chế",
    "Kết luận", "Hướng dẫn", "Thông báo", "Thông tri", "Thông cáo", "Tuyên bố", "Lời kêu gọi",
    "Kế hoạch", "Quy hoạch", "Chương trình", "Đề án", "Phương án", "Dự án", "Báo cáo", "Tờ trình",
    "Công điện", "Công văn", "Biên bản", "Điều lệ", "Cương lĩnh", "Chiến lược", "Án lệ",
)  # fmt: skip
"""Types of Party and State documents, longer names before those they begin with."""

ANY_TYPE = "|".join(TYPES)
SYMBOL = (
    r"\d{1,5}[a-zđ]?(?:/\d{4})? ?[-–/] ?[^\W\d_](?:[^\W_]|[/-]){0,30}"  # 37-QĐ/TW, 31/2024/QH15
)
DAY = r"ngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})"

# Số: 30/2020/NĐ-CP; Luật số: 31/2024/QH15 Hà Nội, ngày 18 tháng 01 năm 2024
NUMBER_LINE = re.compile(
    rf"(?:[-_*]{{2,30}} ?)?(?:(?P<type>{ANY_TYPE}) )?[Ss]ố ?:? ?(?P<symbol>{SYMBOL})"
    rf"(?:$|[ ,|]{{1,3}}(?:$|(?P<place>[^\W\d][^,|]{{1,40}}, ?)?{DAY}"
    r"(?P<after>$| (?!của).{0,300}$)))"
)
PLACE_DATE = re.compile(rf"[^\W\d][^,]{{1,40}}, {DAY}[. ]{{0,3}}$")  # Hà Nội, ngày 25 tháng 10 …
# Luật này được Quốc hội … khóa XV, kỳ họp … thông qua ngày 18 tháng 01 năm 2024
ADOPTED = re.compile(rf"này (?:đã )?được Quốc hội[^.\n]{{0,200}} thông qua\s+{DAY}")

TYPE_LINE = re.compile("|".join(rf"{name.upper()}(?= |:|$)" for name in TYPES))
IN_CAPITALS = re.compile(
    r"SỐ:? (?P<symbol>\d{1,4}/\d{4}/[A-ZĐ]+)\d*"
)  # ÁN LỆ SỐ 55/2022/AL, note 1
GROUNDS = re.compile(r"(?:[-–] ?)?[“\"]?(?:Căn cứ|Xét|Theo đề nghị)\b")
BODY = re.compile(r"(?:Phần|Chương|Mục|Điều|PHẦN THỨ|CHƯƠNG|MỤC|ĐIỀU) \w|LỜI NÓI ĐẦU|Lời nói đầu")
SIDE_NOTE = re.compile(r" (?=Được Hội đồng|\((?:Ban hành|Tiếp theo|Kèm theo))")
ENACTS = r"\S.{0,80} (?:ban hành (?:Luật|Bộ luật|Pháp lệnh|Nghị|Quy|Thông tư|Chỉ thị)|như sau)"
AFTER_TITLE = re.compile(rf"[(\[]|Được |Kính gửi|\d+[.)]|[IVX]+[.-] |{ENACTS}")
MOTTO = re.compile(
    r"(?<!NƯỚC )CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|"
    r"(?i:[ĐÐ]ộc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc)"
)
RULE = re.compile(r"^[-_*=—–.| ]+|[-_*=—–| ]{2,}$|^[-_*=—–.| ]+$")  # ------- under a line


@dataclass(frozen=True, slots=True)
class _Numbered:
    """What the line with the số ký hiệu says."""

    symbol: str = ""
    type: str = ""
    title: str = ""
    date: Date | None = None


def read_masthead(text: str, fallback_id: str) -> Metadata:
    """Read the metadata printed at the head of a text, and the signer at its end.

    Only the head is read, up to the grounds, so a document that is cited lends its number to
    nobody. A text without a masthead is taken for news about something: its title is its first
    real line, and its id comes from `fallback_id`, the name of its file.
    """
    head = find_head(text)
    numbered = _find_number(head)
    type_, title, symbol = _find_type(head)
    symbol = numbered.symbol or symbol
    if numbered.title or not type_:
        type_, title = _split_type(numbered.type, numbered.title)
    title = sentence_case(title, text[:OPENING_LETTERS])
    issuer = find_issuer(_above_title(head)) or issuer_of_symbol(symbol)
    if not (type_ and title) and not (symbol and issuer):
        news = Metadata(fallback_id, title=_first_line(text), edition=Edition.NEWS)
        return replace(news, id=make_id(news))
    about = Metadata(
        id=fallback_id,
        type=type_,
        number=symbol,
        title=title,
        issuer=issuer,
        signer=find_signer([" ".join(line.split()) for line in text.split("\n")[len(head) :]]),
        date=_find_date(head) or numbered.date or _find_adoption(text),
    )
    return replace(about, id=make_id(about))


def find_head(text: str) -> list[str]:
    """Return the lines before the grounds or the first unit, its two columns taken apart."""
    head: list[str] = []
    for raw in text.split("\n", 2 * HEAD_LINES)[: 2 * HEAD_LINES]:
        line = " ".join(raw[:LONGEST_LINE].split())
        if GROUNDS.match(line) or BODY.match(line) or len(head) >= HEAD_LINES:
            break
        head += filter(None, (RULE.sub("", part) for part in MOTTO.split(line)))
    return head


def _above_title(head: list[str]) -> list[str]:
    """Return the lines above the type: below it others are named, as in forms and annexes."""
    for at, line in enumerate(head):
        listed = NUMBER_LINE.match(line)
        if (TYPE_LINE.match(line) and line.isupper()) or (listed and listed["after"]):
            return head[:at]
    return head


def _find_number(head: list[str]) -> _Numbered:
    for at, line in enumerate(head):
        if found := NUMBER_LINE.match(line):
            # A gazette's contents: Luật số 101/2015/QH13 ngày …, then its name on the next line.
            listed = bool(found["type"] and found["day"] and not found["place"])
            below = head[at + 1] if listed and at + 1 < len(head) else ""
            return _Numbered(
                symbol=re.sub(r"\s", "", found["symbol"]).replace("–", "-"),
                type=found["type"] or "",
                title=(found["after"] or "").strip() or below if listed else "",
                date=_as_date(found) if found["day"] else None,
            )
    return _Numbered()


def _find_type(head: list[str]) -> tuple[str, str, str]:
    """Return the type in capitals, the abstract below it, and a number between them if any."""
    for at, line in enumerate(head):
        found = TYPE_LINE.match(line)
        if not found or not line.isupper():
            continue
        type_ = next(name for name in TYPES if name.upper() == found[0])
        rest = line[found.end() :].strip(" :")
        symbol = ""
        if numbered := IN_CAPITALS.match(rest):
            symbol, rest = numbered["symbol"], rest[numbered.end() :].strip()
        return type_, _join_title(rest, head[at + 1 :]), symbol
    return "", "", ""


def _join_title(rest: str, below: list[str]) -> str:
    """Return the abstract: what is right of the type and the lines below it, in one line."""
    title = [rest] if rest else []
    for line in below[:TITLE_LINES]:
        in_capitals = bool(title) and title[-1].isupper()
        if AFTER_TITLE.match(line) or (title and name_issuer(line)):
            break
        if NUMBER_LINE.match(line) or PLACE_DATE.match(line):
            break
        if title and in_capitals != line.isupper():
            break
        title.append(line)
    return SIDE_NOTE.split(" ".join(title))[0]


def _split_type(type_: str, title: str) -> tuple[str, str]:
    """Take a type that the abstract begins with for the document's own: `Bộ luật hình sự`."""
    for name in TYPES:
        if type_ == "Luật" and name == "Bộ luật" and title.startswith(f"{name} "):
            title = title[len(name) + 1 :]
            return name, title[:1].upper() + title[1:]
    return type_, title


def _find_date(head: list[str]) -> Date | None:
    found = next(filter(None, map(PLACE_DATE.match, head)), None)
    return _as_date(found) if found else None


def _find_adoption(text: str) -> Date | None:
    days = [_as_date(found) for found in ADOPTED.finditer(text)]
    return days[-1] if days else None


def _as_date(found: re.Match[str]) -> Date | None:
    try:
        return Date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:  # ngày 31 tháng 2: a misprint says nothing
        return None


def _first_line(text: str) -> str:
    """Return the first line that reads like a sentence, not like a menu."""
    lines = [" ".join(line.split()) for line in text.split("\n", HEAD_LINES)[:HEAD_LINES]]
    real = (line for line in lines if len(line.split()) >= FEWEST_WORDS and "|" not in line)
    return next(real, next(filter(None, lines), ""))
