"""A file becomes a Document: read, segment, find citations, tokenize."""

from .citations import find_citations, key_of, read_reference
from .document import Citation, Document, Edition, Metadata, Provision, Reading, Removed
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
from .readers import check_archive, read
from .records import citation_record, document_record, metadata_record, provision_record
from .sentences import segment_words, sentence_at, split_sentences
from .structure import segment
from .tokens import SYLLABLE, tokenize

__all__ = [
    "READING_VERSION",
    "SYLLABLE",
    "BusyPort",
    "BusyStore",
    "Citation",
    "Document",
    "Edition",
    "Metadata",
    "MissingFolder",
    "MissingPart",
    "NewerStore",
    "NoStore",
    "Provision",
    "Reading",
    "Removed",
    "StaleIndex",
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
    "metadata_record",
    "parse",
    "provision_record",
    "read",
    "read_reference",
    "segment",
    "segment_words",
    "sentence_at",
    "split_sentences",
    "tokenize",
    "understand",
]
