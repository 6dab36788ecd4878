"""Units as staff jot them down: `đ9` is Điều 9, `k4 đ9` khoản 4 of it, `đ9-đ11` three điều."""

from __future__ import annotations

import re
from collections.abc import Iterator

# k1, k3; k1,3; k1 k3; k1 và 3; k1-k3
_KHOAN = r"k\.? ?\d{1,2}(?:(?: ?(?:-|,|và|va) ?(?:k\.? ?)?| k\.? ?)\d{1,2}(?!\w)){0,20}"
_DIEU = r"[đd]\.? ?\d{1,3}(?: ?- ?(?:[đd]\.? ?)?\d{1,3})?"
_SPELLED_DIEU = r"(?:điều|dieu) \d{1,3}"
UNITS = re.compile(
    rf"(?<![\w/.-])(?:(?P<before>{_KHOAN})[, ]*)?(?P<dieu>{_DIEU}"
    rf"|{_SPELLED_DIEU}(?(before)|(?=[, ]*k\.? ?\d)))"
    rf"(?(before)|(?:[, ]*(?P<after>{_KHOAN})(?!,? *(?:điều|dieu|[đd])\.? ?\d))?)(?![\w/-])",
    re.IGNORECASE,
)
"""`k` counts only beside a điều: alone, as in `TW4 K12`, it is a term of office."""


_UNIT = r"(?:điều|dieu|khoản|khoan|điểm|diem|chương|chuong|[đdk])\.? ?"
_NUMBERED = rf"(?<![^\W\d_]){_UNIT}\d{{1,3}}[a-e]?"
_DOCUMENT_NEXT = re.compile(
    rf"({_NUMBERED})(?:[/-](?! ?{_UNIT}\d)(?=(?: ?[^\W\d_]+){{1,3}} ?\d)|/(?=\d{{1,4}}-?[^\W\d_]))",
    re.IGNORECASE,
)
_DIEU_NEXT = re.compile(rf"({_NUMBERED}) (?=(?:điều|dieu|[đd])\.? ?\d)", re.IGNORECASE)
_PLACES_NEXT = re.compile(rf"(?<=\d):(?= {_UNIT}\d)", re.IGNORECASE)

_TYPE = r"(?:q[đd]|nq|kl|h[dđ]|ct|kh|n[đd]|tt)"
_DOTTED = re.compile(
    r"(?<![\w.])(?P<one>[qnkhct])(?P<apart>\.? ?)(?P<two>[đdqlth])(?P<end>\.?)(?= ?\d)",
    re.IGNORECASE,
)
_VNI_TYPE = re.compile(r"(?<!\w)([qnhQNH])[dD]9(?= \d)")
_GLUED = re.compile(
    rf"(?<!\w)(?:(?P<document>{_TYPE}\d{{1,4}})(?=[đdk]\d)"
    rf"|(?P<unit>(?:k\d{{1,2}})?[đd]\d{{1,3}}(?:k\d{{1,2}})?)(?={_TYPE}\d)"
    rf"|(?P<dieu>(?:điều|dieu) \d{{1,3}})(?=k\d))",
    re.IGNORECASE,
)
_SPELLED = r"(?<!\w)(?:điều|dieu|khoản|khoan)"
_FROM = re.compile(rf"({_SPELLED}) (?:từ|tu|thứ|thu) (?=\d)", re.IGNORECASE)
# dieu 9 10 11, đ9 10; but "điều 9 37 qđ/tw" is a điều and a number
_NO_PLACE = rf"[\w/%]|[-.,]\d|-?[^\W\d_]| {_TYPE}(?! ?\d)"
_ROW = re.compile(
    rf"(?:{_SPELLED} |(?<!\w)[đd])\d{{1,3}}(?: \d{{1,3}})+(?!{_NO_PLACE})", re.IGNORECASE
)
# điều 32 (của) điều lệ, điều lệ chương VII: the Party's where nobody else's is named
_LARGE = r"(?:(?:điều|dieu|khoản|khoan|chương|chuong) |đ ?)(?:\d{1,3}|[ivx]+)(?!\w)"
_STATUTE = re.compile(
    rf"(?<!\w)(?P<before>{_LARGE}(?:, \d{{1,3}})* (?:của |cua )?)?(?:điều lệ|dieu le)"
    rf"(?=(?P<after>,? {_LARGE})| ?(?:$|[,;.?]|(?:và|va) ))",
    re.IGNORECASE,
)


def with_parts_apart(query: str) -> str:
    """A query with a space where a document and its place were typed as one, no dots in a type.

    `qđ37đ9`, `k2đ9qđ37`, `điều 9k2`, `Q.Đ 37`, `Q Đ 37`; `qd9 37` is `qđ 37` in VNI. Places side by
    side are counted up, `điều 9 10 11`, `điều từ 9 đến 11`; `điều thứ 9` is one; `điều 32 điều lệ`
    is of the Party.
    """

    def joined(found: re.Match[str]) -> str:
        letters = found["one"] + found["two"]
        is_type = re.fullmatch(_TYPE, letters, re.IGNORECASE)
        return letters if is_type and (found["apart"] or found["end"]) else found[0]

    query = _VNI_TYPE.sub(r"\1đ", _DOTTED.sub(joined, query))
    query = _GLUED.sub(lambda found: f"{found[0]} ", query)
    query = _ROW.sub(lambda found: re.sub(r"(?<=\d) ", ", ", found[0]), _FROM.sub(r"\1 ", query))
    return _STATUTE.sub(_of_the_party, query)


def _of_the_party(found: re.Match[str]) -> str:
    return f"{found[0]} Đảng" if found["before"] or found["after"] else found[0]


def with_plain_signs(query: str) -> str:
    """A query with signs as texts have them, every offset kept.

    `điều 5 → điều 8`, `đ9 đ10 qđ37`, `đ18/qđ37`, `qđ 69: điều 7`, `quy định 37 & 22`.
    """
    query = re.sub(r"(?<=\d)[&+](?=\d)", ",", query.replace("→", "-"))
    query = _PLACES_NEXT.sub(" ", re.sub(r" [&+](?= \w)", " ,", query))
    return _DOCUMENT_NEXT.sub(r"\1 ", _DIEU_NEXT.sub(r"\1,", query))


def jotted_units(query: str) -> Iterator[tuple[int, int, str]]:
    """Places of such units in a query, and how they are written out, the smaller unit first."""
    for found in UNITS.finditer(with_plain_signs(query)):
        khoan = found["before"] or found["after"]
        dieu = f"Điều {_numbers(found['dieu'])}"
        yield *found.span(), f"khoản {_numbers(khoan)} {dieu}" if khoan else dieu


def with_units_written_out(query: str) -> str:
    """A query with every jotted unit as texts write it: `Điều 9 qđ37`."""
    query = with_plain_signs(query)
    for start, end, unit in reversed(list(jotted_units(query))):
        query = f"{query[:start]}{unit}{query[end:]}"
    return query


def _numbers(unit: str) -> str:
    """`9` of `đ9`, `9-11` of `đ9 - đ11`, `1, 3` of `k1, k3`."""
    numbers = re.findall(r"(-?)[^\d-]*(\d+)", unit)
    return "".join(f"{sign or ', '}{number}" for sign, number in numbers).removeprefix(", ")
