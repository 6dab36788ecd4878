"""The one box at the top of a page, and the examples under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from index import tidy


@dataclass(frozen=True, slots=True)
class Box:
    """A box to type in: its name in the address, its label, a hint, the button beside it."""

    key: str
    label: str
    placeholder: str
    button: str


def ask(box: Box, when_typed: Callable[[], None] | None = None) -> str:
    """Show a box; what is typed is in the address too, white space tidied.

    `when_typed` is called when a person changes what stands in it.
    """
    field, beside = st.columns([6, 1], vertical_alignment="bottom")
    with field:
        typed = st.text_input(
            box.label,
            key=box.key,
            type="search",
            max_chars=500,
            placeholder=box.placeholder,
            bind="query-params",
            on_change=when_typed or "rerun",
        )
    beside.button(box.button, type="primary", width="stretch")
    return tidy(typed or "")


def offer(box: Box, examples: Sequence[str]) -> None:
    """Four examples that a click puts into the box."""
    for column, example in zip(st.columns(2) * 2, examples, strict=True):
        put = {box.key: example}
        column.button(example, on_click=st.session_state.update, args=(put,), width="stretch")
