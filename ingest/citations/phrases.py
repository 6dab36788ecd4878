"""Many phrases as one pattern that reads each letter once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from ..folding import fold

_Trie: TypeAlias = "dict[str, _Trie]"

GAP = r"\s{1,3}"
"""Between two words, a line break included."""
_COMMA = r"[\s,\-]{1,4}"  # "Thi đua, khen thưởng" is also met as "thi đua-khen thưởng"
_PIECE = re.compile(r",? - |, | |.")
_PATTERNS = {" ": GAP, ", ": _COMMA, " - ": r"\s{0,3}-\s{0,3}"}


def one_of(phrases: Iterable[str]) -> str:
    """Return a pattern for folded text that takes the longest of the phrases.

    What must not follow, such as a letter, is for the caller to say: then a shorter one is tried.
    """
    trie: _Trie = {}
    for phrase in phrases:
        node = trie
        for piece in _PIECE.findall(fold(phrase)):
            node = node.setdefault(_PATTERNS.get(piece) or re.escape(piece), {})
        node[""] = {}
    return f"(?:{_pattern(trie)})"


def _pattern(node: _Trie) -> str:
    branches = [piece + _pattern(child) for piece, child in node.items() if piece]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in node else joined
