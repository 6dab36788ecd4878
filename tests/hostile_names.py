"""File names made to harm: to climb out of a folder, to run, to hide, to deceive."""

from __future__ import annotations

import unicodedata

LONG = "văn bản dài " * 17  # 255 bytes with its suffix

NAMES = (
    # out of the folder
    "../thoat.txt", "../../../../../../thoat.txt", "..\\..\\thoat.txt", "../..\\../thoat.txt",
    "/tmp/viendan-thoat.txt", "//may-chu/o-chung/thoat.txt", "\\\\may-chu\\o-chung\\thoat.txt",
    "C:\\Windows\\System32\\thoat.txt", "C:thoat.txt", "file:///etc/thoat.txt", "./././thoat.txt",
    "....//....//thoat.txt", "%2e%2e%2fthoat.txt", "..%2f..%2fthoat.txt",
    "..%c0%af..%c0%afthoat.txt",
    "%252e%252e%252fthoat.txt", "..;/thoat.txt", "thu-muc/../../thoat.txt", "~/thoat.txt",
    "~root.txt", "$HOME.txt", "${IFS}.txt", "%USERPROFILE%.txt", "..／..／thoat.txt",
    "․․/thoat.txt",
    # names that systems keep for themselves
    "CON.txt", "NUL.txt", "com1.txt", "LPT9.txt", "AUX.van-ban.txt", "PRN .txt", "CON:.txt",
    "a.txt:dong-khac.txt", "kb.sqlite.txt", "writer.lock.txt", "desktop.ini.txt",
    # signs that hide or turn
    "hoa-don\u202etxt.exe.txt", "\u200b\u200d\ufeff.txt", "a\0.txt", "hai\ndong.txt", "a\r\nb.txt",
    "chuong\x07.txt", "\x1b[31mdo\x1b[0m.txt", "\x1b]0;tieu-de\x07.txt", "tab\t.txt", "\u2028.txt",
    unicodedata.normalize("NFD", "Nghị định số bảy.txt"), "a" + "\u0301" * 60 + ".txt",
    "🇻🇳👩‍👩‍👧.txt",
    # words that act where they are shown or run
    "<script>alert(1)</script>.txt", "<img src=x onerror=alert(1)>.txt",
    "\"><svg onload=alert(1)>.txt",
    "' OR 1=1; DROP TABLE files; --.txt", "![a](http://evil.example/a.png).txt",
    ":red[a] $x$ `b`.txt",
    "{{7*7}}.txt", "%s%s%n.txt", "{0.__class__}.txt", "[/bold].txt", "&lt;b&gt;.txt",
    "$(touch a).txt",
    "`touch a`.txt", "a;touch b.txt", "a|touch b.txt", "a&touch b.txt", "-rf.txt", "--help.txt",
    "=cmd|' /C calc'!A0.txt", "+1+1.txt", "@SUM(1).txt", "*.txt", "?.txt", "#.txt", "'.txt",
    "\".txt", "a b .txt", " dau.txt",
    # only long
    LONG + ".txt", "x" * 250 + ".txt", "a." * 120 + "txt",
)  # fmt: skip
"""All end in .txt and hold a text that can be read."""

OTHER_NAMES = (
    "", ".", "..", "/", "\\", "khong-duoi", "NUL", "a.txt.", "a.txt ", "a.txt\u202e", "a.txt\0.exe",
    "a.", "...", "x" * 300, ".txt", "a.<b>",
)  # fmt: skip
"""Names that name no kind of file that is read: set aside with that reason."""
