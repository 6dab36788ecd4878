"""Which font each run of a Word document is in: its own, its style's, or the document's."""

from __future__ import annotations

from typing import Any

from .fonts import font_code_of
from .source import FontCode

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACES = tuple(WORD + name for name in ("hAnsi", "ascii", "cs"))  # old codes lie above ASCII
DEFAULTS = f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr"
DEEPEST = 20  # styles based on styles; a loop ends here


class RunFonts:
    """Finds the font code of a run."""

    def __init__(self, opened: Any) -> None:
        styles = opened.styles.element
        self._styles = {s.get(WORD + "styleId"): s for s in styles.findall(WORD + "style")}
        self._default = _font_in(styles.find(DEFAULTS))
        self._usual = next(
            (s.get(WORD + "styleId") for s in self._styles.values() if _is_usual(s)), ""
        )

    def code_of(self, run: Any, paragraph: Any) -> tuple[FontCode, bool] | None:
        """The old code a run is written in and whether its font draws capitals; or None."""
        own = run.find(WORD + "rPr")
        font = (
            _font_in(own)
            or self._font_of_style(_value(own, "rStyle"))
            or self._font_of_style(_value(paragraph.find(WORD + "pPr"), "pStyle") or self._usual)
            or self._default
        )
        return font_code_of(font)

    def _font_of_style(self, id: str) -> str:
        for _ in range(DEEPEST):
            style = self._styles.get(id)
            if style is None:
                return ""
            if font := _font_in(style.find(WORD + "rPr")):
                return font
            id = _value(style, "basedOn")
        return ""


def _font_in(properties: Any) -> str:
    fonts = properties.find(WORD + "rFonts") if properties is not None else None
    if fonts is None:
        return ""
    return next((fonts.get(place) for place in PLACES if fonts.get(place)), "")


def _value(holder: Any, name: str) -> str:
    found = holder.find(WORD + name) if holder is not None else None
    return str(found.get(WORD + "val", "")) if found is not None else ""


def _is_usual(style: Any) -> bool:
    return bool(style.get(WORD + "type") == "paragraph" and style.get(WORD + "default") == "1")
