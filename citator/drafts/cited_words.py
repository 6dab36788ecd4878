"""Words a draft quotes from what it cites: whether the source held in full has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Citation, Document, Edition, Metadata, Provision

from ..quotes import Quotation, QuoteKind, QuoteMatch, find_quotations, match_quotation
from ..resolution import Target
from .draft import Field, Finding, Outcome
from .places import Sources
from .title_places import is_part

NO_FULL_TEXT = "Bản trong kho chỉ là {edition}, không đối chiếu được từng chữ."
TOO_SHORT = "Lời trích quá ngắn để đối chiếu."
RESPELLED = "Chỉ khác khoảng trắng, chữ hoa, vị trí dấu thanh hoặc dấu câu; chữ của nguồn ở bên."
ELSEWHERE = "Lời này ở {unit}, không ở chỗ được viện dẫn."
OUTSIDE = "Lời này ở ngoài các điều, khoản đã tách, không ở chỗ được viện dẫn."
CHANGED = "Khác chữ: {changes}."
NOT_FOUND = "Không thấy lời này trong bản toàn văn."
REACH = 400  # characters between a citation and the words quoted from it

# quy định: “ · nêu rõ rằng “ · như sau:\n“
_CUE = re.compile(
    r"(?:(?<!\w)(?:nêu|ghi|chỉ|quy định|khẳng định|xác định|nhấn mạnh|yêu cầu|viết)"
    r"(?:\s+rõ)?(?:\s+(?:rằng|là))?|như sau)\s?:?\s{0,3}[\"“«]$",
    re.IGNORECASE,
)
# ” (Điều 5 · ”, theo · ” – trích
_SOURCE_BEHIND = re.compile(
    r"[\"”»][\s,.]{0,3}(?:\(\s?(?:(?:theo|trích|xem|tại)\s+){0,2}|[–-]?\s?(?:theo|trích)\s+"
    r"(?:tại\s+)?)$",
    re.IGNORECASE,
)
# The words quoted are then those of the new text
_AMENDS = re.compile(
    r"sửa đổi|bổ sung|thay\s+(?:thế\s+)?(?:cụm\s+)?từ|thay thế|bãi bỏ|được sửa|thêm", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Quoting:
    """Finds which quotation of a draft is given as the words of which citation."""

    text: str
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]

    def quoted_from(self, citation: Citation) -> Quotation | None:
        """The words quoted from a citation: announced after it, or before it in brackets."""
        if _AMENDS.search(self.text, self._line_start(citation), citation.full_start):
            return None
        return self._after(citation) or self._before(citation)

    def _after(self, citation: Citation) -> Quotation | None:
        for quotation in self.quotations:
            if citation.full_end < quotation.start <= citation.full_end + REACH:
                between = self.text[citation.full_end : quotation.start]
                return quotation if self._announces(between, citation, quotation) else None
        return None

    def _announces(self, between: str, citation: Citation, quotation: Quotation) -> bool:
        if not _CUE.search(between) or _AMENDS.search(between) or _SENTENCE_END.search(between):
            return False
        return between.count("\n") <= 1 and not self._cites_between(
            citation.full_end, quotation.start
        )

    def _before(self, citation: Citation) -> Quotation | None:
        lead = self.text[max(0, citation.full_start - 30) : citation.full_start]
        found = _SOURCE_BEHIND.search(lead)
        if not found:
            return None
        closing = citation.full_start - len(lead) + found.start()
        return next((q for q in self.quotations if q.end in (closing, closing - 1)), None)

    def _cites_between(self, start: int, end: int) -> bool:
        return any(start <= other.start < end for other in self.citations)

    def _line_start(self, citation: Citation) -> int:
        return self.text.rfind("\n", 0, citation.full_start) + 1


def read_quoting(text: str, citations: tuple[Citation, ...]) -> Quoting:
    """Read the quotations of a draft once for all its citations."""
    return Quoting(text, find_quotations(text), citations)


def compare_words(sources: Sources, quotation: Quotation, target: Target) -> Finding:
    """Hold quoted words against the cited units of the source, then against the whole of it."""
    about = target.about
    if about.edition is not Edition.FULL:
        note = NO_FULL_TEXT.format(edition=about.edition)
        return _unchecked(quotation, about, note)
    document = sources.document(about)
    for unit in filter(None, (sources.unit(about, address) for address in target.addresses)):
        match = match_quotation(quotation.text, document.text[unit.start : unit.end])
        if match.kind is not QuoteKind.NONE:
            return _compared(quotation, document, match, unit.start, unit.address)
    match = match_quotation(quotation.text, document.text)
    if target.addresses and match.kind in (QuoteKind.EXACT, QuoteKind.REPAIRED):
        return _elsewhere(quotation, document, match)
    return _compared(quotation, document, match, 0, "")


def _compared(
    quotation: Quotation, document: Document, match: QuoteMatch, offset: int, address: str
) -> Finding:
    about = document.about
    if match.kind is QuoteKind.TOO_SHORT:
        return _unchecked(quotation, about, TOO_SHORT)
    if match.kind is QuoteKind.NONE and is_part(about):
        return _unchecked(quotation, about, NO_FULL_TEXT.format(edition="một phần"))
    held = _held(document.text, match, offset)
    if match.kind is QuoteKind.EXACT:
        return Finding(Field.QUOTE, Outcome.MATCH, quotation.text, held, about, address)
    if match.kind is QuoteKind.REPAIRED:
        return Finding(
            Field.QUOTE, Outcome.MATCH, quotation.text, held, about, address, note=RESPELLED
        )
    near = match.kind is QuoteKind.NEAR
    note = CHANGED.format(changes=_changes(match)) if near else NOT_FOUND
    return Finding(Field.QUOTE, Outcome.DIFFERS, quotation.text, held, about, address, note=note)


def _elsewhere(quotation: Quotation, document: Document, match: QuoteMatch) -> Finding:
    start, end = match.slices[0]
    unit = _smallest(document.provisions, start, end)
    note = ELSEWHERE.format(unit=" › ".join(unit.path)) if unit else OUTSIDE
    return Finding(
        Field.QUOTE,
        Outcome.DIFFERS,
        quotation.text,
        _held(document.text, match, 0),
        document.about,
        unit.address if unit else "",
        note,
    )


def _smallest(provisions: Sequence[Provision], start: int, end: int) -> Provision | None:
    holding = [p for p in provisions if p.start <= start and end <= p.end]
    return min(holding, key=lambda p: p.end - p.start, default=None)


def _held(text: str, match: QuoteMatch, offset: int) -> str:
    """The source's own words; only slices of it, joined where the draft has an ellipsis."""
    return " … ".join(text[offset + start : offset + end] for start, end in match.slices)


def _changes(match: QuoteMatch) -> str:
    return "; ".join(_change(each.drafted, each.held) for each in match.differences)


def _change(drafted: str, held: str) -> str:
    if not held:
        return f"thừa «{drafted}»"
    if not drafted:
        return f"thiếu «{held}»"
    return f"«{drafted}», nguồn ghi «{held}»"


def _unchecked(quotation: Quotation, about: Metadata, note: str) -> Finding:
    return Finding(Field.QUOTE, Outcome.UNCHECKED, quotation.text, about=about, note=note)
