"""Documents become hits: the store, the two rankings, their fusion."""

from .caches import Progress
from .catalogue import Catalogue, SetAside
from .documents import Mention
from .encoder import Encoder, open_encoder
from .evaluation import DenseUse, Evaluation, Figure, evaluate
from .ingestion import ingest
from .intake import Report
from .knowledge_base import open_kb, open_store
from .marks import find_marks
from .passages import Passage, cited_units, name_of, split
from .records import results_record
from .results import DocumentHits, Filters, Hit, Results, Understanding, group_by_document
from .search import KnowledgeBase
from .settings import Settings, load_settings
from .statements import StatementBy
from .status import Status, status
from .truth import current_revision
from .verification import verify

__all__ = [
    "Catalogue",
    "DenseUse",
    "DocumentHits",
    "Encoder",
    "Evaluation",
    "Figure",
    "Filters",
    "Hit",
    "KnowledgeBase",
    "Mention",
    "Passage",
    "Progress",
    "Report",
    "Results",
    "SetAside",
    "Settings",
    "StatementBy",
    "Status",
    "Understanding",
    "cited_units",
    "current_revision",
    "evaluate",
    "find_marks",
    "group_by_document",
    "ingest",
    "load_settings",
    "name_of",
    "open_encoder",
    "open_kb",
    "open_store",
    "results_record",
    "split",
    "status",
    "verify",
]
