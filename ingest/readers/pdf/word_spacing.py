"""What pypdf must be told of a page before it reads it: how wide its justified lines are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject


def watch(operator: Any, operands: Any, matrix: Any, text_matrix: Any) -> None:
    """Do nothing: with a visitor pypdf does not write the changed operations back to bytes."""


def account_for_word_spacing(page: PageObject) -> None:
    """Tell pypdf how wide a justified line really is, or it sees gaps inside words (`ph ải`).

    pypdf leaves the word spacing Tw out of the width of a string and so takes the next string,
    placed after the stretched spaces, for one that stands apart. It does count the character
    spacing Tc; the same width spread over all letters of the string makes its sum right.
    """
    from pypdf.generic import ContentStream, NameObject

    if "/Contents" not in page:
        return
    # Strings stay bytes, as pypdf itself reads them here: the fonts say what they mean.
    content = ContentStream(page["/Contents"], page.pdf, "bytes")
    if b"Tw" not in content.get_data():
        return
    content.operations = list(_spread_spaces(content.operations, _single_byte_fonts(page)))
    page[NameObject("/Contents")] = content


def _single_byte_fonts(page: PageObject) -> set[str]:
    """Return the fonts whose spaces Tw stretches: not those with codes of two bytes."""
    resources = page.get("/Resources", {}).get_object()
    fonts = resources.get("/Font", {}).get_object()
    return {name for name in fonts if fonts[name].get_object().get("/Subtype") != "/Type0"}


def _spread_spaces(
    operations: list[tuple[Any, bytes]], single_byte: set[str]
) -> Iterator[tuple[Any, bytes]]:
    from pypdf.generic import FloatObject

    letters, words, stretched = 0.0, 0.0, True
    saved: list[tuple[float, float, bool]] = []
    for operands, operator in operations:
        if operator == b"Tw":
            words = float(operands[0])
        elif operator == b"Tc":
            letters = float(operands[0])
        elif operator == b"Tf":
            stretched = operands[0] in single_byte
        elif operator == b"q":
            saved.append((letters, words, stretched))
        elif operator == b"Q" and saved:
            letters, words, stretched = saved.pop()
        elif operator in {b"Tj", b"TJ"} and words and stretched:
            share = _share_of_spaces(operands[0])
            if share:
                yield [FloatObject(letters + words * share)], b"Tc"
                yield operands, operator
                yield [FloatObject(letters)], b"Tc"
                continue
        yield operands, operator


def _share_of_spaces(shown: Any) -> float:
    strings = [shown] if isinstance(shown, bytes) else shown
    length = spaces = 0
    for string in strings:
        if isinstance(string, bytes):
            length += len(string)
            spaces += string.count(b" ")
    return spaces / length if length else 0.0
