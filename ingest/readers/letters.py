"""Bytes become letters: decoding and the one normalisation of the text."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from ..errors import UnreadableFile

BYTE_ORDER_MARKS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)

ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # the writing direction
SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

# Word keeps signs of its Symbol font in the private area, at 0xF000 + the font's own code.
SYMBOL_FONT = {
    0xF02B: "+", 0xF02D: "-", 0xF03C: "<", 0xF03D: "=", 0xF03E: ">", 0xF05B: "[", 0xF05D: "]",
    0xF0A3: "≤", 0xF0B1: "±", 0xF0B3: "≥", 0xF0B4: "×", 0xF0B7: "•", 0xF0E5: "∑",
}  # fmt: skip

_CHARACTERS: dict[int, str | None] = {
    **dict.fromkeys((*range(0x20), 0x7F)),
    **dict.fromkeys(map(ord, ZERO_WIDTH + TURNING)),
    **dict.fromkeys(map(ord, SPACES), " "),
    **dict.fromkeys(map(ord, LINE_ENDS), "\n"),
    **SYMBOL_FONT,
    ord("\n"): "\n",
}
_MANY_SPACES = re.compile(r" {2,}")


def decode(data: bytes) -> str:
    """Decode a text file: UTF-8, or UTF-16 with its mark.

    Raises UnreadableFile with the place of the first byte that is neither.
    """
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"Tệp không phải văn bản UTF-8: sai từ byte thứ {error.start + 1}. Hãy mở tệp bằng "
            "phần mềm soạn thảo và lưu lại với bảng mã UTF-8 (Unicode); nếu là phông cũ, hãy chọn "
            "bảng mã khi thêm tệp (--font-code tcvn3 hoặc vni)."
        ) from error
    if "\0" in text:
        raise UnreadableFile(
            f"Tệp có byte 0 ở vị trí {text.index(chr(0)) + 1} nên không phải tệp văn bản. "
            "Hãy kiểm tra lại phần mở rộng của tên tệp."
        )
    return text


def normalise(text: str) -> str:
    """Return the text in NFC with plain spaces and line feeds; no letter is changed for another.

    Invisible characters go before NFC, since one between a vowel and its tone would keep the two
    apart.
    """
    plain = text.replace("\r\n", "\n").translate(_CHARACTERS)
    lines = unicodedata.normalize("NFC", plain).split("\n")
    return "\n".join(line.rstrip(" ") for line in lines).strip("\n")


def collapse(line: str) -> str:
    """Return the line without runs of spaces: they are layout where a reader joins lines."""
    return _MANY_SPACES.sub(" ", line).strip(" ")
