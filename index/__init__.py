"""Documents become hits: the store, the two rankings, their fusion."""

from .batches import Batch, KeptFile, TakenBack, keep, last_batch, take_back
from .caches import Progress
from .catalogue import Catalogue
from .corrections import Corrected
from .encoder import Encoder, open_encoder
from .evaluation import DenseUse, Evaluation, Figure, Typed, evaluate
from .grouping import DocumentHits, group_by_document, valid_first
from .ingestion import ingest
from .knowledge_base import open_kb, open_store
from .looks import Glance, Look, look_at
from .marks import find_marks
from .matching import can_be, spellings_of_unit
from .mentions import Mention
from .originals import find_original
from .passages import Passage, cited_units, name_of, split
from .queries import (
    Change,
    ChangeKind,
    Wish,
    Wording,
    as_typed,
    tidy,
    with_usual_i,
)
from .records import corrected_record, results_record
from .report import Report
from .rereading import Rereading, choose_font_code, correct_document, read_again
from .results import Cited, Filters, Hit, Results, Understanding, Why
from .search import KnowledgeBase
from .settings import Settings, load_settings
from .statements import StatementBy
from .status import SetAside, Status, status
from .truth import current_revision
from .uploads import Upload, drop, receive, with_font_code
from .verification import verify
from .watching import changes_in

__all__ = [
    "Batch",
    "Catalogue",
    "Change",
    "ChangeKind",
    "Cited",
    "Corrected",
    "DenseUse",
    "DocumentHits",
    "Encoder",
    "Evaluation",
    "Figure",
    "Filters",
    "Glance",
    "Hit",
    "KeptFile",
    "KnowledgeBase",
    "Look",
    "Mention",
    "Passage",
    "Progress",
    "Report",
    "Rereading",
    "Results",
    "SetAside",
    "Settings",
    "StatementBy",
    "Status",
    "TakenBack",
    "Typed",
    "Understanding",
    "Upload",
    "Why",
    "Wish",
    "Wording",
    "as_typed",
    "can_be",
    "changes_in",
    "choose_font_code",
    "cited_units",
    "correct_document",
    "corrected_record",
    "current_revision",
    "drop",
    "evaluate",
    "find_marks",
    "find_original",
    "group_by_document",
    "ingest",
    "keep",
    "last_batch",
    "load_settings",
    "look_at",
    "name_of",
    "open_encoder",
    "open_kb",
    "open_store",
    "read_again",
    "receive",
    "results_record",
    "spellings_of_unit",
    "split",
    "status",
    "take_back",
    "tidy",
    "valid_first",
    "verify",
    "with_font_code",
    "with_usual_i",
]
