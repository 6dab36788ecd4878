"""Addresses of our pages: the permalinks, with every value quoted."""

from __future__ import annotations

from urllib.parse import urlencode


def reader_link(document: str, address: str = "", query: str = "", leaf: int = 0) -> str:
    """The reader at a document, at one of its provisions, or at a leaf counted from 1."""
    return "van-ban?" + _written(vb=document, dv=address, trang=str(leaf or ""), q=query)


def citation_link(words: str) -> str:
    """The page that looks up a citation."""
    return "vien-dan?" + _written(vd=" ".join(words.split()))


def _written(**values: str) -> str:
    kept = {name: value for name, value in values.items() if value}
    return urlencode(kept, errors="replace")
