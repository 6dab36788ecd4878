"""Who issues documents: their names as a masthead prints them, in capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..document import Confidence
from ..folding import fold
from .document_types import ISSUER_OF_TYPE
from .findings import Finding
from .headlines import Line
from .issuers import CENTRAL, LEVELS, LOCAL, MINISTRIES, PLAIN, SYMBOLS

NO_ISSUER = re.compile(r"bo luat|bo truong|so huu|phong (?:chong|ngua|thu)\b")  # begin like one
SHORT = 5  # letters: Bộ, Sở, Cục, Phòng
LEVEL = re.compile("|".join(fold(level) for level in LEVELS))
# What goes on with the body on the line above: VÀ XÃ HỘI, TRUNG ƯƠNG, TÒA ÁN NHÂN DÂN TỐI CAO
GOES_ON = re.compile(r"va |trung uong|toa an nhan dan toi cao$|tinh |thanh pho |viet nam$")
OPEN_END = re.compile(
    r"(?:,| -| va|nhan dan|tham phan|to chuc|kiem tra|chap hanh|dang bo|thuong vu)$"
)
JUNK = re.compile(r"^[\d\W_]{1,12}(?=\w)|[^\w)]{1,12}$")  # 4 CHÍNH PHỦ of a scan
SECTION = re.compile(r"van ban hop nhat ?[-–] ?")  # of a gazette, above consolidated texts


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The bodies named in the left column above a number, the highest first."""

    names: tuple[tuple[str, tuple[int, int]], ...]

    def cut_issuer(self) -> Finding | None:
        """Return the lowest body: the parent stands above it."""
        return Finding("issuer", *self.names[-1]) if self.names else None

    def cut_parent(self) -> Finding | None:
        """Return the body above the issuer."""
        return Finding("parent", *self.names[-2]) if len(self.names) > 1 else None


def find_letterhead(lines: Sequence[Line]) -> Letterhead:
    """Return the bodies that the lines of a masthead name, one that runs over two lines as one."""
    names: list[tuple[str, tuple[int, int]]] = []
    written = ""
    for line in lines:
        words = _bare(line.text)
        joined = f"{written} {words}"
        if written and words.isupper() and _goes_on(written, words) and name_issuer(joined):
            name = name_issuer(joined)
            start, _ = names.pop()[1]
            names.append((name, (start, line.place()[1])))
            written = joined
        elif name := name_issuer(words):
            names.append((name, line.place()))
            written = words
        elif section := SECTION.match(line.folded):
            named = line.cut(section.end())
            if name := name_issuer(named.text):
                names.append((name, named.place()))
    return Letterhead(tuple(names))


def _goes_on(above: str, words: str) -> bool:
    if OPEN_END.search(fold(above)):
        return True
    folded = fold(words)
    return not name_issuer(words) and bool(GOES_ON.match(folded) or LEVEL.match(folded))


def name_issuer(line: str) -> str:
    """Return the issuer that a line in capitals names, in ordinary letters; empty if none."""
    words = _bare(line)
    if not words.isupper():
        return ""
    folded = fold(words)
    if folded in CENTRAL:
        return CENTRAL[folded]
    if NO_ISSUER.match(folded):
        return ""
    for opening, written in LOCAL.items():
        if folded == opening or folded.startswith(f"{opening} "):
            rest = words[len(opening) :].strip()
            return f"{written} {name_issuer(rest) or _as_place(rest)}".strip()
    for opening, written in PLAIN.items():
        # A scan may misread a mark of a long name; of a short one it makes another word: BỔ SUNG.
        exact = len(opening) > SHORT or words.startswith(written.upper())
        if exact and folded.startswith(f"{opening} "):
            return f"{written} {_as_field(words[len(opening) :].strip())}".strip()
    return ""


def _bare(line: str) -> str:
    return JUNK.sub("", " ".join(line.split())).strip(" *")


def issuer_of_symbol(number: Finding) -> Finding | None:
    """Return the issuer that a số ký hiệu implies: only one body numbers with QH, CP or BTC."""
    for shape, name in SYMBOLS:
        if shape.search(str(number.value)):
            return Finding("issuer", name, number.place, Confidence.INFERRED)
    return None


def issuer_of_type(typed: Finding) -> Finding | None:
    """Return the issuer that a type implies: the Government alone issues decrees."""
    name = ISSUER_OF_TYPE.get(str(typed.value), "")
    return Finding("issuer", name, typed.place, Confidence.INFERRED) if name else None


def _as_place(capitals: str) -> str:
    """Return a place in ordinary letters: `THÀNH PHỐ HỒ CHÍ MINH` is `Thành phố Hồ Chí Minh`."""
    lowered = capitals.lower()
    for level in LEVELS:
        if lowered.startswith(f"{level} "):
            kept = level.capitalize() if level == "thành phố" else level
            return f"{kept} {lowered[len(level) + 1 :].title()}"
    return lowered.title()


def _as_field(capitals: str) -> str:
    """Return what a ministry or a hospital is for, and its place: `Nhi Trung ương`.

    Capitals at its beginning and after `và`, a comma or a dash, as ministries are written.
    """
    folded = fold(capitals)
    if folded in MINISTRIES:
        return MINISTRIES[folded]
    lowered = re.sub(
        r"(^|, | - | và )(\w)", lambda found: found[1] + found[2].upper(), capitals.lower()
    )
    level = re.search(r" (trung ương|tỉnh|thành phố|huyện|quận|xã|phường) ?(.*)$", lowered)
    if not level:
        return lowered
    kept = "Trung ương" if level[1] == "trung ương" else level[1]
    return f"{lowered[: level.start()]} {kept} {level[2].title()}".strip()
