"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ingest import Citation, Metadata

from .passages import Passage
from .queries import Wording


class Why(StrEnum):
    """The reasons a passage can be in a result; each is said only of what the ranker did."""

    NUMBER = "khớp số ký hiệu"
    NAME = "khớp tên gọi"
    GUIDANCE = "hướng dẫn văn bản được nêu"
    SIGNER = "khớp người ký"
    BODY = "đúng loại và cơ quan được hỏi"
    LISTED = "đúng loại, cơ quan, năm được hỏi"
    SUCCESSOR = "văn bản mới nhất thay cho văn bản xếp sau"
    REPLACING = "đã thay cho văn bản xếp sau"
    WORDS = "khớp từ ngữ"
    WORDS_BARE = "khớp từ ngữ khi bỏ dấu"
    FAINT_WORDS = "khớp từ thường gặp"
    MEANING = "gần nghĩa"
    LITTLE_MEANING = "hơi gần nghĩa"


@dataclass(frozen=True, slots=True)
class Filters:
    """Values a person kept; an empty tuple keeps everything."""

    type: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    edition: tuple[str, ...] = ()

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The filters that are set, by the name of the facet."""
        every = {name: getattr(self, name) for name in self.__slots__}
        return {name: values for name, values in every.items() if values}


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage in a result, and why it is there."""

    passage: Passage
    about: Metadata
    text: str
    """The passage's words, a slice of its document."""
    score: float
    why: tuple[str, ...]
    marks: tuple[tuple[int, int], ...] = ()
    """Offsets in `text` of the words the query matched."""
    is_named: bool = False
    """Whether the query names its document."""
    sisters: tuple[Hit, ...] = ()
    """Provisions of other documents that say the same in nearly the same words."""
    sureness: float | None = None
    """How sure the recognised page it stands on is, of several the least; None where its letters
    were in the file."""
    page: int | None = None
    """That page, or the first of several."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a query, and the ids of the documents held that it can mean."""

    citation: Citation
    documents: tuple[str, ...] = ()
    missing: tuple[tuple[str, ...], ...] = ()
    """The places it names that none of these has."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was made of a query before anything was ranked."""

    wording: Wording
    """The query as it was searched for, and what was changed in it."""
    cited: tuple[Cited, ...] = ()
    """The citations found in it, in the order typed."""
    cited_in: str = ""
    """The words they have their offsets in: the query as typed, or as it was mended."""
    named: tuple[str, ...] = ()
    """Ids of the documents it names, in this order: what guides them where that is asked for, those
    cited, those named otherwise, those that a person signed."""
    wants_guidance: bool = False
    """Whether it asks what guides the documents it names."""
    guiding: tuple[str, ...] = ()
    """Of these the ones that guide a cited document, where a query asks for them."""
    signed: tuple[str, ...] = ()
    """Of these the ones that the person a query names has signed."""
    listed: tuple[str, ...] = ()
    """Of these the ones of the types, bodies and years that are all it names."""
    wants_newest: bool = False
    """Whether it asks for what holds now, so that a successor stands before what it replaced."""
    wants_successor: bool = False
    """Whether it asks what has taken the place of the documents it names."""
    of_body: tuple[str, str] | None = None
    """The type and the body it asks for, `hướng dẫn của Ủy ban Kiểm tra Trung ương về …`."""
    not_held: tuple[Citation, ...] = ()
    """The citations that the store holds no document of."""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query at one revision of the store."""

    query: str
    understood: Understanding
    revision: int
    hits: tuple[Hit, ...] = ()
    is_clear: bool = False
    """Whether the best hit is likely to speak of what was asked, not only the nearest there is."""
    notices: tuple[str, ...] = field(default=())
    """Sentences a person should see, such as that only words were compared."""
