"""Keys under which a reference and the document it names meet."""

from __future__ import annotations

import re

from ..document import Citation, Metadata
from ..folding import fold
from .plenums import find_plenum
from .symbols import TYPE_NAMES, key_of, parse_symbol

_TYPES = "|".join(sorted(TYPE_NAMES, key=len, reverse=True))
# Thông báo kết luận 20 năm 2022
_TYPE_AND_NUMBER = re.compile(rf"(?:{_TYPES}) (?:so )?(?P<number>\d{{1,4}})(?: nam \d{{4}})?")
_ABOUT = re.compile(r"^về(?:\s+việc)?\s+", re.IGNORECASE)


def key_of_citation(citation: Citation) -> str:
    """Return the key of the document a citation names; empty for the citing document itself.

    `37-qd-tw` of a symbol, `tw4 khoa xii` of a plenum, `luat dat dai` of a name, `so 37` of a bare
    number.
    """
    if citation.symbol:
        return key_of(citation.symbol)
    if citation.plenum:
        return fold(citation.plenum)
    if citation.name:
        return _words(citation.name)
    return _bare(citation.number)


def keys_of_document(about: Metadata) -> tuple[str, ...]:
    """Return every key under which a citation may name a document, each once."""
    title = _ABOUT.sub("", about.title)
    own = about.number and about.type != "Phụ lục"  # an annex bears the number of another
    keys = [key_of(about.number), _bare(about.number)] if own else []
    keys += [key.replace("-qdi-", "-qd-") for key in keys if "-qdi-" in key]  # 07-QĐi/TW as QĐ
    for name in (*about.aliases, f"{about.type} {title}", title):
        plenum = find_plenum(name, fold(name))
        keys += [fold(plenum.name)] if plenum and not name[: plenum.start].strip() else []
        bare = _TYPE_AND_NUMBER.fullmatch(fold(name))
        keys += [_bare(bare["number"])] if bare else []
        keys += [key_of(name)] if parse_symbol(name) else [_words(name)]
    return tuple(dict.fromkeys(filter(None, keys)))


def _bare(number: str) -> str:
    """`so 37` of 37, 037 and 37-QĐ/TW."""
    digits = fold(number).replace("/", "-").split("-")[0].strip().lstrip("0")
    return f"so {digits}" if digits else ""


def _words(name: str) -> str:
    return " ".join(fold(name).split())
