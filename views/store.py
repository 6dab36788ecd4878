"""The store, opened once and shared by every session; opened again when its revision rises."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Thread

import streamlit as st

from index import KnowledgeBase, Settings, current_revision, load_settings, open_kb
from ingest import ViendanError

from .cards import notice
from .markup import join
from .standpoint import Survey, survey

LOOKS = Path(__file__).with_name("page.css")


def show(*parts: str) -> None:
    """Put parts on the page: the only place that does; words that are not Markup are escaped."""
    together = join(parts)
    if together:
        st.html(together)


def open_page() -> KnowledgeBase:
    """Lay out a page and open the store it shows; where there is none, say why and stop."""
    st.html(LOOKS)
    try:
        return knowledge_base()
    except ViendanError as failure:
        show(notice(str(failure), "loi"))
        st.stop()
        raise  # not reached while a page runs


def knowledge_base() -> KnowledgeBase:
    """The store the settings name, at its newest revision."""
    settings = load_settings()
    kb: KnowledgeBase = _opened(settings.model_dump_json(), current_revision(settings.kb))
    return kb


def survey_of(kb: KnowledgeBase) -> Survey:
    """What the store lacks and what its validity rests on, looked up once for a revision."""
    found: Survey = _surveyed(str(kb.truth.folder), kb.revision, kb)
    return found


def warm_up(kb: KnowledgeBase) -> Thread:
    """Load the model in the background while a person types; a search waits for the thread."""
    thread: Thread = _warmed(load_settings().model_dump_json(), kb)
    return thread


@st.cache_resource(show_spinner=False)  # type: ignore[untyped-decorator]
def _warmed(settings: str, _kb: KnowledgeBase) -> Thread:
    thread = Thread(target=_first_search, args=(_kb,), daemon=True)
    thread.start()
    return thread


def _first_search(kb: KnowledgeBase) -> None:
    with suppress(ViendanError):  # the search that a person makes will say it
        kb.search("viện dẫn", 1)


@st.cache_resource(max_entries=1, show_spinner="Đang lập bản đồ viện dẫn…")  # type: ignore[untyped-decorator]
def _surveyed(folder: str, revision: int, _kb: KnowledgeBase) -> Survey:
    return survey(_kb)


@st.cache_resource(max_entries=1, show_spinner="Đang mở kho văn bản…")  # type: ignore[untyped-decorator]
def _opened(settings: str, revision: int) -> KnowledgeBase:
    """One store at a time: an older one would hold its snapshot and keep the log growing."""
    return open_kb(Settings.model_validate_json(settings))
