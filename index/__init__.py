"""Documents become hits: the store, the two rankings, their fusion."""

from .caches import Progress
from .catalogue import Catalogue, SetAside
from .encoder import Encoder, open_encoder
from .evaluation import DenseUse, Evaluation, Figure, Typed, evaluate
from .grouping import DocumentHits, group_by_document
from .ingestion import ingest
from .knowledge_base import open_kb, open_store
from .marks import find_marks
from .mentions import Mention
from .originals import find_original
from .passages import Passage, cited_units, name_of, split
from .queries import Change, ChangeKind, Wish, Wording, as_typed
from .records import results_record
from .report import Report
from .rereading import choose_font_code, correct_document, corrections_to, read_again
from .results import Filters, Hit, Results, Understanding
from .search import KnowledgeBase
from .settings import Settings, load_settings
from .statements import StatementBy
from .status import Status, status
from .truth import current_revision
from .uploads import Look, Upload, drop, keep, look_at, receive, take_back, with_font_code
from .verification import verify
from .watching import changes_in

__all__ = [
    "Catalogue",
    "Change",
    "ChangeKind",
    "DenseUse",
    "DocumentHits",
    "Encoder",
    "Evaluation",
    "Figure",
    "Filters",
    "Hit",
    "KnowledgeBase",
    "Look",
    "Mention",
    "Passage",
    "Progress",
    "Report",
    "Results",
    "SetAside",
    "Settings",
    "StatementBy",
    "Status",
    "Typed",
    "Understanding",
    "Upload",
    "Wish",
    "Wording",
    "as_typed",
    "changes_in",
    "choose_font_code",
    "cited_units",
    "correct_document",
    "corrections_to",
    "current_revision",
    "drop",
    "evaluate",
    "find_marks",
    "find_original",
    "group_by_document",
    "ingest",
    "keep",
    "load_settings",
    "look_at",
    "name_of",
    "open_encoder",
    "open_kb",
    "open_store",
    "read_again",
    "receive",
    "results_record",
    "split",
    "status",
    "take_back",
    "verify",
    "with_font_code",
]
