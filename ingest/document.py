"""The words of the house: what a file becomes once it has been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum

from .sureness import Sureness


class Edition(StrEnum):
    """What the text of a document is: the document itself, or something about it."""

    FULL = "toàn văn"
    DIGEST = "tóm lược"
    NEWS = "tin giới thiệu"
    STUB = "chỉ có viện dẫn"
    UNNAMED = "chưa rõ là văn bản nào"
    """It has điều as only a document has, and nothing that says which document it is."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What identifies a document; an empty string or None means the file does not say."""

    id: str
    """ASCII slug, such as `qd-37-tw-2021`."""
    type: str = ""
    """Loại văn bản, spelled out: `Quy định`."""
    number: str = ""
    """Số ký hiệu as printed: `37-QĐ/TW`, `31/2024/QH15`."""
    title: str = ""
    """Trích yếu, without the type before it."""
    issuer: str = ""
    """Cơ quan ban hành."""
    signer: str = ""
    date: Date | None = None
    """Ngày ban hành."""
    parent: str = ""
    """Cơ quan cấp trên, printed above the issuer."""
    place: str = ""
    """Địa danh before the date: `Hà Nội`."""
    capacity: str = ""
    """In whose name and as what it was signed: `TM. Chính phủ, Thủ tướng`."""
    recipients: tuple[str, ...] = ()
    """Nơi nhận, an entry a line as printed."""
    edition: Edition = Edition.FULL
    source: str = ""
    """Where the text comes from, in words or as an address."""
    aliases: tuple[str, ...] = ()
    """Other names people use: `19 điều đảng viên không được làm`."""
    doubts: tuple[tuple[str, str], ...] = ()
    """What was not seen in a source, and how sure it is: `("date", "chưa kiểm chứng")`; of a field
    that a person corrected, `người sửa`."""

    def doubt(self, field: str) -> str:
        """How sure one field is, in words; empty where nothing stands against it."""
        return dict(self.doubts).get(field, "")


@dataclass(frozen=True, slots=True)
class Provision:
    """One node of a document's structure; the text of a node holds that of its children."""

    path: tuple[str, ...]
    """From the largest unit down: `("Chương II", "Điều 8", "khoản 2")`."""
    address: str
    """The permalink's part, unique in its document: `dieu-8.khoan-2`."""
    heading: str
    """The unit's own title, one line, without its number; empty when it has none."""
    start: int
    """Offset into `Document.text` of the first letter of the unit's own number."""
    end: int
    """Offset just after the unit's last letter."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What the words of a text say about another document, with their place."""

    text: str
    """The reference itself: type, number and date; always `document.text[start:end]`."""
    start: int
    end: int
    type: str = ""
    """`Quy định`; empty where the words give no type."""
    number: str = ""
    """`37`, with a leading zero where the words write one."""
    symbol: str = ""
    """Số ký hiệu in its one canonical spelling, `37-QĐ/TW`; empty for a bare number."""
    date: Date | None = None
    """The date the words give the cited document; None when they give none."""
    issuer: str = ""
    units: tuple[tuple[str, ...], ...] = ()
    """The places cited, each from the largest unit down: `(("Điều 9", "khoản 2"),)`."""
    full_start: int = 0
    """Offset of the whole mention, the unit before and the issuer after it included."""
    full_end: int = 0
    plenum: str = ""
    """The Hội nghị Trung ương it came from: `TW4 khóa XII`, `TW6 lần 2 khóa VIII`."""
    name: str = ""
    """What the words call a document besides its number: `Luật Đất đai`, `Điều lệ Đảng`."""
    year: int | None = None
    """The year the words give where they give no date: `Luật Đất đai năm 2013`."""
    back: str = ""
    """The words that point back, `này` or `nêu trên`; the other parts are those of what they
    point at, and all are empty where they point at the citing document itself."""

    @property
    def unit(self) -> tuple[str, ...]:
        """The first place cited; empty when the document is cited as a whole."""
        return self.units[0] if self.units else ()


class Relation(StrEnum):
    """What one document does to another."""

    REPLACES = "thay thế"
    AMENDS = "sửa đổi, bổ sung"
    REPEALS = "bãi bỏ"
    CONTINUES = "tiếp tục thực hiện"
    GUIDES = "hướng dẫn"
    SPECIFIES = "cụ thể hóa"


class Confidence(StrEnum):
    """How sure a fact is, the surest first."""

    SEEN = "đã thấy"
    SECONDARY = "nguồn thứ cấp"
    INFERRED = "suy luận"
    UNVERIFIED = "chưa kiểm chứng"


@dataclass(frozen=True, slots=True)
class Statement:
    """That a document replaces, amends, repeals, continues, guides or specifies another one."""

    relation: Relation
    target: Citation
    """The document acted on; with units, only those places of it."""
    at: str = ""
    """The unit of the acting document that says so: `Điều 36`."""
    since: Date | None = None
    """From which day; None where the source does not say."""
    confidence: Confidence = Confidence.SEEN
    evidence: tuple[str, ...] = ()
    """Where a person read it; empty for what the document's own words say."""
    checked: Date | None = None
    """The day a person last checked it."""
    start: int = 0
    """Offsets of the sentence that says so; equal where there is none."""
    end: int = 0
    acting: Citation | None = None
    """The document that acts, where the text speaks of another: the title of 01-KL/TW says that it
    continues 05-CT/TW. None for the document itself."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of a file that was kept out of the text, and why."""

    text: str
    reason: str
    """`đầu trang`, `chân trang`, `số trang`, `dấu chữ ký số`, `khung trang web`; of web pages also
    `trình đơn`, `cột bên`, `chân trang web`, `quảng cáo`, `tin liên quan`, `chú thích ảnh`,
    `nút chia sẻ` and `bình luận`; of recognised pages `nhiễu khi nhận dạng`
    and `dấu công văn đến`."""
    page: int | None = None
    """Page of the file, from 1; None for files without pages."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a text says one field of its metadata, and how sure the reading of it is."""

    field: str
    """Name of a field of Metadata: `number`."""
    start: int
    end: int
    confidence: Confidence = Confidence.SEEN
    """SEEN: printed as such. INFERRED: concluded, as an issuer from a symbol; then start and end
    hold what it was concluded from. UNVERIFIED: read where letters were hard to recognise."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader got out of one file, before its structure is looked at."""

    text: str
    """NFC, lines ended by a line feed."""
    about: Metadata
    pages: tuple[int, ...] = ()
    """Offset in `text` at which each page of the file begins; empty for files without pages."""
    removed: tuple[Removed, ...] = ()
    statements: tuple[Statement, ...] = ()
    """What a person entered in the front matter."""
    reader: str = ""
    """What read the letters: `pypdf 6.4.0`, `tesseract 5.3.0 (vie)`, `antiword 0.37`."""
    page_confidence: tuple[float | None, ...] = ()
    """Of each page, from 0 to 1, how sure the recognition of its letters was; None for a page
    whose letters were in the file. Empty where nothing was recognised."""
    unsure: tuple[tuple[int, int], ...] = ()
    """Offsets of recognised words with digits that were hard to read."""
    notes: tuple[str, ...] = ()
    """Sentences a person should know about this reading: what was converted, what was lost."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, understood: every provision and citation is a slice of `text`."""

    about: Metadata
    text: str
    provisions: tuple[Provision, ...] = ()
    citations: tuple[Citation, ...] = ()
    pages: tuple[int, ...] = ()
    removed: tuple[Removed, ...] = ()
    statements: tuple[Statement, ...] = ()
    """What a person entered and what the text itself says of other documents."""
    suspects: tuple[tuple[int, int], ...] = ()
    """Offsets of what looks like a number of a document but was taken by no rule, and of citations
    whose number was hard to recognise."""
    reader: str = ""
    page_confidence: tuple[float | None, ...] = ()
    notes: tuple[str, ...] = ()
    """These three as in Reading."""
    fields: tuple[FieldPlace, ...] = ()
    """Where the text says what `about` holds; none for what front matter or a person says."""
    as_read: tuple[tuple[str, str], ...] = ()
    """What the file itself says in each field that a person corrected, as it would be typed."""

    @property
    def sureness(self) -> Sureness:
        """How surely its letters were read."""
        return Sureness(self.pages, self.page_confidence, self.suspects)
