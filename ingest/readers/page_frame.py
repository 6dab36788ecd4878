"""What stands inside the article of a web page without being it: captions, adverts, shares."""

from __future__ import annotations

import re
from typing import Any

REASONS = (
    ("chú thích ảnh", r"(?:img|image|photo)?[-_]?caption|chu-?thich(?:-?anh)?"),
    ("quảng cáo", r"ads?|advert\w{0,10}|banners?|quang-?cao"),
    ("tin liên quan", r"related(?:[-_]\w{1,20})?|(?:tin|bai)-?lien-?quan"),
    ("nút chia sẻ", r"share|sharing|social|chia-?se"),
    ("bình luận", r"comments?|binh-?luan"),
    ("trình đơn", r"menu|navbar|breadcrumbs?|sidebar|toolbar|font-?size"),
)
"""Reasons for leaving a part out, each with the whole class names and ids that say so."""

NAMED = tuple((reason, re.compile(names, re.I)) for reason, names in REASONS)
TAGS = {"figcaption": "chú thích ảnh", "aside": "cột bên", "footer": "chân trang web"}
# An element that holds more of the page than this is no frame, whatever its class says.
GREATEST_SHARE = 0.3


def find_frames(page: Any) -> dict[Any, str]:
    """Return the elements that only surround an article, each with the reason it is left out."""
    letters = len("".join(page.itertext()))
    frames: dict[Any, str] = {}
    for element in page.iter():
        reason = _reason_of(element)
        if reason and len("".join(element.itertext())) <= GREATEST_SHARE * letters:
            frames[element] = reason
    return frames


def reason_at(home: Any, frames: dict[Any, str]) -> str:
    """Return why what stands in an element is left out; empty where it is kept."""
    above = (frames.get(element, "") for element in (home, *home.iterancestors()))
    return next(filter(None, above), "")


def _reason_of(element: Any) -> str:
    if not isinstance(element.tag, str):
        return ""
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    found = (reason for reason, said in NAMED if any(map(said.fullmatch, names)))
    return TAGS.get(element.tag, "") or next(found, "")
