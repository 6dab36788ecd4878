"""A law that is all a person typed, by its name: "luat to cao", "điều 5 luật đất đai"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..document import Citation
from ..folding import fold
from .finding import find_citations
from .typed_tails import with_unit_after

_LAW_NAME = re.compile(r"(?<!\w)(?:(?:bo )?luat|phap lenh|hien phap)(?!\w)")


def law_itself(text: str) -> Citation | None:
    """Return the law that is all a person typed, in any case.

    Where more is typed, a law's name is a topic like others: None. Offsets refer to the typed text.
    """
    folded = fold(text)
    if not (opening := _LAW_NAME.search(folded)):
        return None
    at = opening.start()
    written = text[:at] + text[at].upper() + text[at + 1 :]
    named = (one for one in find_citations(written) if one.start == at and one.name)
    if not (law := next(named, None)):
        return None
    law = with_unit_after(law, text, folded, len(text))
    rest = text[: law.full_start] + text[law.full_end :]
    if rest.strip(" ,.;:?!"):
        return None
    return replace(law, text=text[law.start : law.end])
