"""Laws and Party documents called by their names: "Luật Đất đai năm 2013", "Điều lệ Đảng"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ..folding import fold
from .heads import SO, TYPE_WORDS, Head
from .law_names import CODES, LAWS, ORDINANCES
from .phrases import GAP, one_of

_KINDS = {
    "luat": ("Luật", one_of(LAWS)),
    "bo luat": ("Bộ luật", one_of(CODES)),
    "phap lenh": ("Pháp lệnh", one_of(ORDINANCES)),
}
_LAW_WORD = rf"(?:bo{GAP}luat|luat|phap{GAP}lenh)"
_LAW = re.compile(rf"(?<!\w){_LAW_WORD}(?!\w)")
_KNOWN = {
    words: re.compile(rf"{GAP}(?:ve{GAP})?{names}(?:{GAP}viet{GAP}nam)?(?!\w)")
    for words, (_, names) in _KINDS.items()
}
# Markup left in a text may stand before the inner name
_TAG = r"(?:<[^<>\n]{1,20}>\s{0,3})?"
# Luật sửa đổi, bổ sung một số điều của, before the name of the law amended
_AMENDS = re.compile(
    rf"{GAP}sua{GAP}doi[\s,]{{1,4}}(?:bo{GAP}sung{GAP})?(?:mot{GAP}so{GAP}dieu|cac{GAP}dieu|"
    rf"dieu[\s,\dva]{{1,30}}?){GAP}(?:cua{GAP})?(?P<tag>{_TAG})(?={_LAW_WORD}{GAP})"
)
# … of several laws at once
_AMENDS_SEVERAL = re.compile(
    rf"{GAP}sua{GAP}doi[\s,]{{1,4}}(?:bo{GAP}sung{GAP})?mot{GAP}so{GAP}"
    rf"(?:dieu{GAP}cua{GAP}cac{GAP}luat|luat){GAP}(?:ve{GAP}thue|thue|(?:co{GAP})?lien{GAP}quan{GAP}den"
    rf"{GAP}(?:dau{GAP}tu{GAP}xay{GAP}dung{GAP}co{GAP}ban|quy{GAP}hoach))(?!\w)"
)
_STATE_NAME = rf"(?:{GAP}nuoc{GAP}cong{GAP}hoa{GAP}xa{GAP}hoi{GAP}chu{GAP}nghia)?{GAP}viet{GAP}nam"
_MISUSE = rf"dang{GAP}vien{GAP}khong{GAP}duoc{GAP}lam"
# group, type, name where it is not the words themselves
_FIXED = (
    ("constitution", "Hiến pháp", "", rf"hien{GAP}phap(?:{_STATE_NAME})?"),
    (
        "statute",
        "Điều lệ",
        "",
        rf"dieu{GAP}le{GAP}dang(?:{GAP}cong{GAP}san{GAP}viet{GAP}nam)?",
    ),
    (
        "platform",
        "Cương lĩnh",
        "",
        rf"cuong{GAP}linh(?:{GAP}chinh{GAP}tri|{GAP}xay{GAP}dung{GAP}dat{GAP}nuoc"
        rf"(?:{GAP}trong{GAP}thoi{GAP}ky{GAP}qua{GAP}do{GAP}len{GAP}chu{GAP}nghia{GAP}xa{GAP}hoi)?)?",
    ),
    (
        "prohibitions",
        "Quy định",
        "những điều đảng viên không được làm",
        rf"quy{GAP}dinh{GAP}ve{GAP}(?:nhung|19){GAP}dieu{GAP}{_MISUSE}|19{GAP}dieu{GAP}{_MISUSE}",
    ),
)
_FIXED_NAME = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{group}>{words})' for group, _, _, words in _FIXED)})(?!\w)"
    rf"(?!{GAP}nay(?!\w))"
)
_OF_PARTY = re.compile(r"\b[Đđ]ảng\b")
_MEANING = {group: (kind, name) for group, kind, name, _ in _FIXED}
# 2013, năm 2013, (sửa đổi) năm 2013, (bổ sung, phát triển năm 2011)
_YEAR = re.compile(
    rf"(?:\s{{0,3}}\(\s?sua{GAP}doi\s?\))?\s{{1,3}}"
    rf"(?P<open>\()?(?:bo{GAP}sung,?{GAP}phat{GAP}trien{GAP})?(?:nam\s{{0,3}})?"
    rf"(?P<year>(?:19|20)\d\d)(?(open)\s?\))(?![\w/]|[-.,]\d)"
)
_NUMBER_NEXT = re.compile(
    rf"(?:\s{{0,3}}\(\s?sua{GAP}doi\s?\))?,?{GAP}{SO}?(?=\d{{1,4}}[a-z]?\s?/)"
)
_TYPE_WORDS = re.compile(rf"{TYPE_WORDS}(?!\w)")
_WORD = re.compile(r"(?:\s{1,3}|(?<=\w)-(?=\w))([^\W\d_]+)")
_MOST_WORDS = 12
_NAME_LENGTH = 170
_BREAKS_NAME = re.compile(r"[.;:\n\"]|\((?!sua doi\))|(?<!\(sua doi)\)|\d/")
# Words that do not go on with a name nobody has listed
_STOPS = frozenset(
    (
        *("này", "năm", "ngày", "số", "hoặc", "hay", "quy", "có", "được", "đã", "là", "để", "thì"),
        *("cho", "trong", "tại", "do", "theo", "khi", "nếu", "mà", "vào", "với", "trên", "dưới"),
        *("bằng", "như", "hiện", "mới", "cũ", "nói", "nêu", "sửa", "hết", "ban", "từ", "đến"),
        *("không", "phải", "sẽ", "đang", "vẫn", "cùng", "cũng", "cần", "các", "những", "một", "bị"),
        *("bởi", "điều", "khoản", "điểm", "chương", "mục"),
        *("và", "của", "về", "gồm", "còn", "khác", "trước", "sau", "chỉ", "thực"),
        *("hướng", "nhằm", "xử", "áp", "tới", "tuy", "đó", "yêu", "cấm", "căn", "thay", "ra"),
    )
)
_SCHOOLS = ("khoa ", "hoc ", "cong ty ", "nganh ", "tap chi ", "bao ", "vien ", "phap ")
_NO_NAME = frozenset(("viet nam", "quoc te", "my", "anh", "phap"))


@dataclass(frozen=True, slots=True)
class Name:
    """A document's name in a text."""

    type: str
    name: str
    start: int
    end: int
    """Offset after the name; a date or a year stands behind it."""
    year: int | None = None
    year_end: int = 0
    may_be_dated: bool = True
    """False where the date that follows is that of a law named inside the name."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a text, in reading order."""

    found: tuple[Name, ...]
    openings: tuple[tuple[int, int, str], ...]
    """Start, end and type of each capital Luật, Bộ luật and Pháp lệnh."""

    def law_before(self, text: str, folded: str, at: int, floor: int) -> Head | None:
        """Return the law whose name, known or not, runs up to the number at an offset."""
        index = bisect_left(self.openings, (at,)) - 1
        if index < 0:
            return None
        start, end, kind = self.openings[index]
        if start < max(floor, at - _NAME_LENGTH) or _BREAKS_NAME.search(folded, end, at):
            return None
        if index and self.openings[index - 1][0] >= floor:
            outer = self.openings[index - 1]
            amends = _AMENDS.match(folded, outer[1])
            if amends and amends.end() == start:
                start, _, kind = outer
        return Head(kind, start, True, name=_tidy(_SO_AT_END.sub("", text[start:at])))


_SO_AT_END = re.compile(r"[\s,]*(?:[sS]ố)?\s*[:.]?\s*$")


def find_names(text: str, folded: str) -> Names:
    """Return the documents that text calls by name."""
    openings = []
    found: list[Name] = []
    floor = 0
    for match in _LAW.finditer(folded):
        words = " ".join(match[0].split())
        if text[match.start()].isupper() and _may_open(text, folded, match):
            openings.append((match.start(), match.end(), _KINDS[words][0]))
        if match.start() >= floor and (name := _law_at(text, folded, match)):
            found.append(name)
            floor = name.end
    found += _fixed_names(text, folded)
    return Names(tuple(sorted(found, key=lambda name: name.start)), tuple(openings))


def name_heads(names: Names, folded: str) -> Iterator[tuple[int, Head]]:
    """Yield each number that directly follows a law's name: "Luật Đất đai số 31/2024/QH15"."""
    for name in names.found:
        if match := _NUMBER_NEXT.match(folded, name.end):
            yield match.end(), Head(name.type, name.start, True, name=name.name)


def _fixed_names(text: str, folded: str) -> Iterator[Name]:
    for match in _FIXED_NAME.finditer(folded):
        kind, name = _MEANING[str(match.lastgroup)]
        words = text[match.start() : match.end()]
        if name or (any(letter.isupper() for letter in words) and not words.isupper()):
            said = name or _tidy(words)
            yield _with_year(Name(kind, said, match.start(), match.end()), folded)


def _may_open(text: str, folded: str, match: re.Match[str]) -> bool:
    """A school of law is no law, and a line in capitals is the title of the document itself."""
    if folded.endswith(_SCHOOLS, max(0, match.start() - 9), match.start()):
        return False
    return not text[match.start() : match.end()].isupper()


def _law_at(text: str, folded: str, match: re.Match[str], is_inner: bool = False) -> Name | None:
    words = " ".join(match[0].split())
    is_capital = text[match.start()].isupper()
    if not _may_open(text, folded, match):
        return None
    if (
        is_capital
        and not is_inner
        and (amending := _amending(text, folded, match, _KINDS[words][0]))
    ):
        return amending
    known = _KNOWN[words].match(folded, match.end())
    if known and (is_capital or text[match.end() :][:4].lstrip()[:1].isupper()):
        end = known.end()
    elif is_capital:
        end = _unknown_end(text, folded, match.end())
    else:
        return None
    if end == match.end():
        return None
    name = Name(_KINDS[words][0], _tidy(text[match.start() : end]), match.start(), end)
    return _with_year(name, folded)


def _amending(text: str, folded: str, match: re.Match[str], kind: str) -> Name | None:
    """Read "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục" as one name."""
    end, is_tagged = 0, False
    if amends := _AMENDS.match(folded, match.end()):
        inner_word = _LAW.match(folded, amends.end())
        inner = _law_at(text, folded, inner_word, is_inner=True) if inner_word else None
        end, is_tagged = (inner.end, bool(amends["tag"])) if inner else (0, False)
    elif several := _AMENDS_SEVERAL.match(folded, match.end()):
        end = several.end()
    if not end:
        return None
    name = Name(kind, _tidy(text[match.start() : end]), match.start(), end)
    if is_tagged:
        return Name(kind, name.name, name.start, end, may_be_dated=False)
    return _with_year(name, folded)


def _with_year(name: Name, folded: str) -> Name:
    year = _YEAR.match(folded, name.end)
    if not year:
        return name
    return Name(name.type, name.name, name.start, name.end, int(year["year"]), year.end())


def _unknown_end(text: str, folded: str, start: int) -> int:
    """Return where a name ends that is in no table: a capital first, up to a word of grammar."""
    end = start
    words = 0
    while words < _MOST_WORDS and (word := _WORD.match(text, end)):
        if (end == start and not word[1][0].isupper()) or _stops(word, folded):
            break
        end = word.end()
        words += 1
    return start if fold(text[start:end]).strip() in _NO_NAME else end


def _stops(word: re.Match[str], folded: str) -> bool:
    """A word of grammar ends a name, and so does the type of another document."""
    is_grammar = word[1].lower() in _STOPS and not word[1].isupper()
    return is_grammar or _TYPE_WORDS.match(folded, word.start(1)) is not None


def _tidy(words: str) -> str:
    """One space between words, none before a comma, no markup."""
    plain = re.sub(r"<[^<>\n]{1,20}>", "", words)
    return re.sub(r"\s+,", ",", " ".join(plain.split())).strip(" ,")
