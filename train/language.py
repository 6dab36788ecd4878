"""Counts of the syllables and neighbours that official texts use, for `index/queries`."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from index.queries.language import Language
from ingest import SYLLABLE, fold

LEAST_SYLLABLE = 20
"""Sightings of a syllable among some 20 million below which it is taken for a slip or a name."""
LEAST_PAIR = 15
LONGEST = 7  # letters of the longest Vietnamese syllable: nghiêng


def write_counts(texts: Iterable[str], path: Path) -> dict[str, int]:
    """Count texts and keep what is frequent enough; returns how much was kept."""
    language = Language()
    for text in texts:
        language.add(text)
    kept = {
        syllable: times
        for syllable, times in language.syllables.items()
        if times >= LEAST_SYLLABLE
        and len(syllable) <= LONGEST
        and SYLLABLE.fullmatch(fold(syllable))
    }
    pairs = {
        pair: times
        for pair, times in language.pairs.items()
        if times >= LEAST_PAIR and pair[0] in kept and pair[1] in kept
    }
    rows = [f"{syllable}\t{times}" for syllable, times in sorted(kept.items())]
    rows += [f"{left} {right}\t{times}" for (left, right), times in sorted(pairs.items())]
    packed = gzip.compress("".join(f"{row}\n" for row in rows).encode(), mtime=0)
    path.write_bytes(packed)
    return {"syllables": len(kept), "pairs": len(pairs), "bytes": len(packed)}
