"""A file becomes a Document: read, segment, find citations, tokenize."""

from .citations import find_citations
from .document import Citation, Document, Edition, Metadata, Provision, Reading, Removed
from .errors import (
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
)
from .folding import fold
try:
    from .parsing import READING_VERSION, parse, understand
    from .readers import read
except ImportError:
    READING_VERSION = 1
    parse = understand = read = None
try:
    from .references import read_reference
except ImportError:
    read_reference = lambda text: None
from .records import citation_record, document_record, metadata_record, provision_record
from .sentences import segment_words, sentence_at, split_sentences
from .structure import segment
from .symbols import key_of
from .tokens import SYLLABLE, tokenize
