"""A file becomes a Document: read, segment, find citations, tokenize."""

from .citations import (
    find_citations,
    key_of,
    key_of_citation,
    keys_of_document,
    read_reference,
    types_of,
)
from .document import (
    Citation,
    Confidence,
    Document,
    Edition,
    Metadata,
    Provision,
    Reading,
    Relation,
    Removed,
    Statement,
)
from .errors import (
    BusyPort,
    BusyStore,
    MissingFolder,
    MissingPart,
    NewerStore,
    NoStore,
    StaleIndex,
    StoreError,
    UnknownReference,
    UnreadableFile,
    ViendanError,
    WrongSetting,
)
from .folding import fold
from .parsing import READING_VERSION, parse, understand
from .readers import check_archive, make_id, read
from .records import (
    citation_record,
    document_record,
    metadata_record,
    provision_record,
    statement_record,
)
from .sentences import segment_words, sentence_at, split_sentences
from .structure import segment
from .tokens import SYLLABLE, tokenize

__all__ = [
    "READING_VERSION",
    "SYLLABLE",
    "BusyPort",
    "BusyStore",
    "Citation",
    "Confidence",
    "Document",
    "Edition",
    "Metadata",
    "MissingFolder",
    "MissingPart",
    "NewerStore",
    "NoStore",
    "Provision",
    "Reading",
    "Relation",
    "Removed",
    "StaleIndex",
    "Statement",
    "StoreError",
    "UnknownReference",
    "UnreadableFile",
    "ViendanError",
    "WrongSetting",
    "check_archive",
    "citation_record",
    "document_record",
    "find_citations",
    "fold",
    "key_of",
    "key_of_citation",
    "keys_of_document",
    "make_id",
    "metadata_record",
    "parse",
    "provision_record",
    "read",
    "read_reference",
    "segment",
    "segment_words",
    "sentence_at",
    "split_sentences",
    "statement_record",
    "tokenize",
    "types_of",
    "understand",
]
