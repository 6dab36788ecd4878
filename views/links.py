"""Addresses of our pages: the permalinks, with every value quoted."""

from __future__ import annotations

from urllib.parse import urlencode


def reader_link(
    document: str, address: str = "", query: str = "", leaf: int = 0, day: str = ""
) -> str:
    """The reader at a document, at one of its provisions, or at a leaf counted from 1.

    `day` is the day validity is asked for, `2022-02-28`; empty for today.
    """
    named = {"vb": document, "dv": address, "trang": str(leaf or ""), "q": query, "ngay": day}
    return page_link("van-ban", named)


def picture_link(document: str, page: int, address: str = "", day: str = "") -> str:
    """The reader with the picture of a page of the file open."""
    return page_link("van-ban", {"vb": document, "dv": address, "anh": str(page), "ngay": day})


def citation_link(words: str, day: str = "") -> str:
    """The page that looks up a citation."""
    return page_link("vien-dan", {"vd": " ".join(words.split()), "ngay": day})


def page_link(page: str, named: dict[str, str]) -> str:
    """A page with the values that are not empty: `van-ban?ngay=2022-02-28`."""
    kept = {name: value for name, value in named.items() if value}
    return f"{page}?{urlencode(kept, errors='replace')}" if kept else page
