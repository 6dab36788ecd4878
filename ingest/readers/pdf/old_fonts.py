"""Text of a PDF in .VnTime and VNI fonts becomes Unicode, run by run, as the fonts' names say."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ..fonts import Run, decode_runs, font_code_of, note_of
from ..source import FontCode
from .word_spacing import watch

# Letters that neither code can name. Where a run in such a font has one, whatever made the PDF
# has written Unicode under the font's old name.
UNICODE_LETTER = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


@dataclass(slots=True)
class OldFonts:
    """Extracts pages and decodes their old fonts; counts what was changed and what was unknown."""

    chosen: FontCode | None = None
    """The code a person chose for all text whose font tells none."""
    seen: Counter[FontCode] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)

    def extract(self, page: Any) -> str:
        """Return the text of a page of pypdf as it is laid out there, its old fonts in Unicode."""
        runs: list[Run] = []

        def hear(text: str, _matrix: Any, _text_matrix: Any, font: Any, _size: Any) -> None:
            name = str(font.get("/BaseFont", "")).removeprefix("/") if font else ""
            code, capitals = font_code_of(name) or (self.chosen, False)
            runs.append(Run(text, code, capitals))

        text: str = page.extract_text(visitor_operand_before=watch, visitor_text=hear)
        old = "".join(run.text for run in runs if run.code)
        # What is heard and what is returned agree on every PDF met; where not, nothing is decoded.
        if not old or UNICODE_LETTER.search(old) or "".join(run.text for run in runs) != text:
            return text
        return decode_runs(runs, self.seen, self.lost)

    def notes(self) -> tuple[str, ...]:
        """What a person should know of the conversion; nothing where there was none."""
        return note_of(self.seen, self.lost)
