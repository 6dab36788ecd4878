"""What a page shows, for tests that read it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

TAG = re.compile(r"<[^>]*>")
Open = Callable[..., AppTest]


def markup_of(at: AppTest) -> str:
    assert not at.exception, at.exception
    return "".join(h.proto.body for h in at.html if not h.proto.body.startswith("<style"))


def words_of(at: AppTest) -> str:
    """What a person reads, spaces evened out."""
    return plain(markup_of(at))


def plain(markup: str) -> str:
    return " ".join(html.unescape(TAG.sub(" ", markup)).split())
