"""Letters from before Unicode: fonts that drew Vietnamese at the places of other letters."""

from .decoding import Run, decode_font, decode_runs, font_code_of, note_of

__all__ = ["Run", "decode_font", "decode_runs", "font_code_of", "note_of"]
