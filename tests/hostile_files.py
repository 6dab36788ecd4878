"""Files made to harm, written by code so that none lies in the repository: `make_files(folder)`."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

WORDS = "Điều 1. Phạm vi\nQuy định này nói về phạm vi.\n"
XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPES = (
    XML + b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" '
    b'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    XML + b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return kept.getvalue()


def docx(body: bytes, head: bytes = b"") -> bytes:
    document = XML + head + b"<w:document " + WORD + b"><w:body>" + body + b"</w:body></w:document>"
    return packed(
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document}
    )


def said(words: str) -> bytes:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>".encode()


def pdf(objects: list[bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects with a true cross-reference table."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\n" % (size, root, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def flate(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [" + b"/FlateDecode " * times + b"]")


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page(extra: bytes = b"", box: bytes = b"0 0 595 842") -> bytes:
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [" + box + b"] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> " + extra + b" >> >>"
    )


def one_page(content: bytes, extra: bytes = b"", more: tuple[bytes, ...] = ()) -> bytes:
    return pdf([CATALOG, PAGES, page(extra), content, FONT, *more])


TEXT = b"BT /F1 12 Tf 50 700 Td (mot hai ba bon nam sau bay tam chin muoi) Tj ET\n"


def zip_with_lying_sizes() -> bytes:
    whole = bytearray(packed({"a.txt": b"x" * 5_000_000}))
    at = whole.rfind(b"PK\x01\x02")
    whole[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(whole)


def zip_of_links() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        link = zipfile.ZipInfo("loi-tat.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return kept.getvalue()


def zip_encrypted() -> bytes:
    whole = bytearray(packed({"a.txt": WORDS.encode()}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(mark)
        whole[at + place] |= 1
    return bytes(whole)


def ole(rest: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + rest


def billion_laughs() -> bytes:
    entities = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    return docx(said("&a11;"), b"<!DOCTYPE w [" + entities + b"]>")


def deep_outline(depth: int) -> bytes:
    first = 6
    items = [
        b"<< /Title (x) /Parent %d 0 R /First %d 0 R /Last %d 0 R /Count 1 >>"
        % (first + n - 1, first + n + 1, first + n + 1)
        for n in range(depth)
    ]
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>"
    return pdf([catalog, PAGES, page(), stream(TEXT), FONT, *items])


def page_tree_loop() -> bytes:
    tree = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
    return pdf([CATALOG, tree])


def form_loop() -> bytes:
    form = stream(
        b"/X0 Do /X0 Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>",
    )
    return one_page(stream(b"/X0 Do"), b"/XObject << /X0 6 0 R >>", (form,))


def endless_map() -> bytes:
    wide = b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + b"".join(
        b"100 beginbfrange <0000> <FFFF> <0041> endbfrange\n" for _ in range(2_000)
    )
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R >>"
    return pdf([CATALOG, PAGES, page(), stream(TEXT), font, flate(wide)])


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "rong.txt": (lambda: b"", "Tệp rỗng"),
    "toan-cach.txt": (lambda: b" " * 1_000_000, "Tệp rỗng"),
    "byte-0.txt": (lambda: b"Quy \0 dinh", "byte 0"),
    "khong-utf8.txt": (lambda: b"Quy \xff\xfe\xfa dinh", "không phải văn bản UTF-8"),
    "utf16-khong-dau.txt": (lambda: "Quy định".encode("utf-16-le"), "không phải|byte 0"),
    "vo-hinh.txt": (lambda: "\u200b\u202e\ufeff".encode() * 1000, "không có chữ|rỗng"),
    "elf.txt": (lambda: b"\x7fELF\x02\x01\x01" + bytes(500), "byte 0|UTF-8"),
    "la.exe": (lambda: b"MZ" + bytes(500), "Không đọc được loại tệp"),
    "khong-duoi": (lambda: b"Quy dinh", "Không đọc được loại tệp"),
    "anh.pdf": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "nội dung không phải loại đó"),
    "chu.docx": (WORDS.encode, "nội dung không phải loại đó"),
    "chu.doc": (WORDS.encode, "nội dung không phải loại đó"),
    "zip.docx": (lambda: packed({"a.txt": b"x"}), "không phải văn bản Word"),
    "cut.docx": (lambda: docx(said("x"))[:300], "Word bị hỏng"),
    "dau-pk.docx": (lambda: b"PK\x03\x04" + bytes(300), "Word bị hỏng"),
    "bom.docx": (lambda: docx(b" " * 60_000_000), "phình ra"),
    "cuoi.docx": (billion_laughs, "khai báo DTD"),
    "binh-phuong.docx": (
        lambda: docx(
            said("&a;" * 10_000),
            b'<!DOCTYPE w [<!ENTITY a "' + os.urandom(9_000).hex().encode() + b'">]>',
        ),
        "khai báo DTD|phình ra",
    ),
    "ngoai.docx": (
        lambda: docx(said("&x;"), b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "khai báo DTD",
    ),
    "dtd-16.docx": (
        lambda: packed(
            {
                "[Content_Types].xml": TYPES,
                "_rels/.rels": RELATIONS,
                "word/document.xml": '<!DOCTYPE w [<!ENTITY x "y">]><w/>'.encode("utf-16"),
            }
        ),
        "khai báo DTD",
    ),
    "long-nhau.docx": (
        lambda: docx(b"<w:ins>" * 100_000 + said("x") + b"</w:ins>" * 100_000),
        "Word|lồng|hỏng|cấu trúc|không có chữ",
    ),
    "dau-thoi.pdf": (lambda: b"%PDF-1.7\n", "bị hỏng"),
    "cut-1.pdf": (lambda: one_page(stream(TEXT))[:200], "bị hỏng|cấu trúc lạ|lớp chữ"),
    "cut-2.pdf": (lambda: one_page(stream(TEXT))[:420], "bị hỏng|cấu trúc lạ|lớp chữ"),
    "rac.pdf": (lambda: b"%PDF-1.7\n" + os.urandom(50_000), "bị hỏng|cấu trúc lạ|lớp chữ"),
    "lap-trang.pdf": (page_tree_loop, "bị hỏng|cấu trúc lạ|lớp chữ"),
    "lap-hinh.pdf": (form_loop, "lớp chữ|hỏng|cấu trúc lạ|thời gian"),
    "trang-tham.pdf": (
        lambda: pdf([CATALOG, b"<< /Type /Pages /Kids [] /Count 1000000 >>"]),
        "hỏng|cấu trúc lạ|lớp chữ",
    ),
    "cach.pdf": (lambda: one_page(flate(b" " * 300_000_000)), "hỏng|lạ|lớp chữ|bộ nhớ|thời gian"),
    "chu-vo-tan.pdf": (
        lambda: one_page(flate(TEXT * 1_500_000)),
        "hỏng|lạ|bộ nhớ|thời gian|dài bất thường",
    ),
    "loc-100.pdf": (lambda: one_page(flate(TEXT, 100)), "hỏng|lạ|lớp chữ"),
    "dai-vong.pdf": (
        lambda: pdf([CATALOG, PAGES, page(), b"<< /Length 4 0 R >>\nstream\nx\nendstream", FONT]),
        "hỏng|lạ|lớp chữ",
    ),
    "xref-vong.pdf": (
        lambda: (
            b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \n"
            b"trailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF"
        ),
        "hỏng|lạ",
    ),
    "trang-to.pdf": (
        lambda: pdf([CATALOG, PAGES, page(box=b"0 0 1e9 1e9"), stream(b""), FONT]),
        "lớp chữ|hỏng|lạ|bộ nhớ|có chữ",
    ),
    "bang-ma-vo-tan.pdf": (endless_map, "lớp chữ|hỏng|lạ|thời gian|bộ nhớ|có chữ"),
    "muc-luc-sau.pdf": (lambda: deep_outline(50_000), "lớp chữ|hỏng|lạ|có chữ"),
    "khoa.pdf": (
        lambda: pdf(
            [
                CATALOG,
                PAGES,
                page(),
                stream(TEXT),
                FONT,
                b"<< /Filter /Standard /V 1 /R 2 /O <"
                + b"41" * 32
                + b"> /U <"
                + b"42" * 32
                + b"> /P -4 >>",
            ],
            trailer=b"/Encrypt 6 0 R /ID [<00> <00>]",
        ),
        "mật khẩu|hỏng|lạ",
    ),
    "ngau-nhien.doc": (lambda: ole(os.urandom(5_000)), "Word đời cũ"),
    "so-khong.doc": (lambda: ole(bytes(5_000)), "Word đời cũ"),
    "bang-vong.doc": (lambda: ole(b"\xfe\xff\xff\xff" * 2_000), "Word đời cũ"),
    "cut.rtf": (lambda: b"{\\rtf1", "Word đời cũ|không có chữ"),
    "the-long.html": (
        lambda: b"<html>" + b"<div>" * 100_000 + b"x" + b"</div>" * 100_000,
        "lồng quá nhiều lớp",
    ),
    "chi-ma-lenh.html": (
        lambda: b"<html><script>alert(1)</script><style>a{}</style></html>",
        "không có chữ|rỗng",
    ),
    "bang-ma-sai.html": (
        lambda: b'<html><meta charset="la-lam"><p>Quy \xff\xfe</p></html>',
        "bảng mã",
    ),
    "phinh.zip": (lambda: packed({"a.txt": b" " * 400_000_000}), "phình ra"),
    "muoi-van.zip": (lambda: packed({f"{n}.txt": b"" for n in range(20_000)}), "20000 tệp"),
    "khong-phai.zip": (lambda: b"khong phai zip", "ZIP bị hỏng"),
    "cut.zip": (lambda: packed({"a.txt": WORDS.encode()})[:80], "ZIP bị hỏng"),
}
"""Names, what makes the bytes, and a word of the true reason."""

MEMBERS_REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "long.zip": (lambda: packed({"b.zip": packed({"a.txt": b"x"})}), "trong gói ZIP không được mở"),
    "loi-tat.zip": (zip_of_links, "lối tắt"),
    "mat-khau.zip": (zip_encrypted, "mật khẩu"),
    "noi-doi.zip": (zip_with_lying_sizes, "ZIP bị hỏng"),
}
"""Archives that are opened, whose one member is set aside."""

READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "duong-dan.zip": (
        lambda: packed({"../../../tmp/viendan-thoat.txt": WORDS.encode() * 2}),
        "Điều 1. Phạm vi",
    ),
    "nhiều-đoạn.docx": (lambda: docx(b"".join(said(f"Đoạn {n}") for n in range(50_000))), "Đoạn"),
    "thuoc-tinh.html": (
        lambda: b"<html><p " + b"a='1' " * 1_000_000 + b">Quy dinh nay</p></html>",
        "Quy dinh nay",
    ),
    "dau-chong.txt": (lambda: ("a" + "\u0301" * 500_000).encode(), "á"),
    "mot-dong.txt": (lambda: ("phạm vi " * 60_000).encode(), "phạm vi"),
    "nguoc.txt": (lambda: "Quy \u202eđịnh\u202c này".encode(), "Quy"),
}
"""Odd files that can be read all the same, and a word of their text."""


def make_files(folder: Path) -> None:
    """Write every file; about 5 MB in all."""
    for name, (make, _) in (REFUSED | MEMBERS_REFUSED | READ).items():
        (folder / name).write_bytes(make())
    os.mkfifo(folder / "ong.txt")
    (folder / "vong").symlink_to(folder)
    (folder / "toi-dau.txt").symlink_to("/khong/co")
