"""The day validity is asked for: one small control, the same on every page, kept in the address."""

from __future__ import annotations

from datetime import date as Date

import streamlit as st

from index import KnowledgeBase

from .cards import notice
from .facts import day_of
from .markup import Markup, element
from .standpoint import Standpoint, stand
from .store import show, survey_of

KEY = "ngay"
FIRST = Date(1930, 2, 3)  # the Party's founding: no document of ours is older
YEARS_AHEAD = 10
LABEL = "Hiệu lực tính đến ngày"


def stand_on_day(kb: KnowledgeBase, title: Markup) -> Standpoint:
    """Show a page's title with the day beside it, and look at the store as of that day."""
    today = Date.today()
    typed = st.query_params.get(KEY, "")
    left, right = st.columns([5, 2], vertical_alignment="bottom")
    with left:
        show(title)
    with right:
        on = _ask(today)
    if typed and read_day(typed, today) is None:
        words = f"Không đọc được ngày «{typed}»; đang tính đến hôm nay, {day_of(today)}."
        show(notice(f"{words} Hãy chọn ngày ở ô «{LABEL}».", "canh-bao"))
    if on != today:
        _say_day(on)
    return stand(kb, survey_of(kb), on, today)


def read_day(typed: str, today: Date) -> Date | None:
    """A day as the address carries it, `2022-02-28`; None for what is not one of those offered."""
    try:
        day = Date.fromisoformat(typed)
    except ValueError:
        return None
    return day if FIRST <= day <= _last(today) else None


def _ask(today: Date) -> Date:
    chosen = st.date_input(
        LABEL,
        value=today,
        min_value=FIRST,
        max_value=_last(today),
        format="DD/MM/YYYY",
        key=KEY,
        bind="query-params",
    )
    return chosen if isinstance(chosen, Date) else today


def _say_day(on: Date) -> None:
    words, button = st.columns([5, 2], vertical_alignment="center")
    with words:
        day = element("strong", day_of(on))
        show(element("div", "Đang xem hiệu lực tại ngày ", day, ".", look="loi-nhan"))
    button.button("Về hôm nay", on_click=_forget_day, width="stretch")


def _forget_day() -> None:
    st.session_state[KEY] = Date.today()


def _last(today: Date) -> Date:
    return Date(today.year + YEARS_AHEAD, 12, 31)
