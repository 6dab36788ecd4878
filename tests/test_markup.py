"""Text from files is never markup, and what is set off keeps its letters."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import Document, Metadata, Provision
from views.cards import attributes, headline
from views.contents import contents_of
from views.document_text import text_of
from views.highlights import Span, excerpt_of, paint, without_overlaps
from views.links import citation_link, reader_link
from views.markup import anchor, element, escape, join
from views.standpoint import Standpoint

ROOT = Path(__file__).resolve().parents[1]
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=http://evil.example/x.png onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</p></div></section><h1>giả</h1>",
    "</style><script>alert(1)</script>",
    "<style>@import url(http://evil.example/x.css);</style>",
    "<a href='javascript:alert(1)'>bấm</a>",
    "<a href=//evil.example>bấm</a>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<form action=http://evil.example><input name=q></form>",
    "<object data=http://evil.example/x.swf></object>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--<img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;b&amp;gt;",
    "![ảnh](http://evil.example/x.png)",
    "[bấm](javascript:alert(1))",
    "<http://evil.example>",
    "http://evil.example/tự-liên-kết",
    "$\\href{javascript:alert(1)}{x}$",
    ":red[đỏ] :smile: :material/home:",
    "# tiêu đề\n> trích\n- mục\n1. số",
    "`mã` ```khối``` ~~gạch~~ **đậm** __đậm__ *nghiêng*",
    "| a | b |\n|---|---|",
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "<mark>giả</mark>",
    "\u003cscript\u003e",
    "＜script＞alert(1)＜/script＞",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\u202ecod.exe\u202c",
    "\ud800 nửa chữ",
    "<details open ontoggle=alert(1)>",
    "<b onmouseover=alert(1)>",
    "=cmd|' /C calc'!A0",
]
ONLY_OURS = re.compile(
    r"<(/?)(a|b|details|div|h1|h2|h3|li|mark|nav|p|section|small|span|strong|summary|table|tbody"
    r'|td|th|thead|tr|ul)((?: (?:class|href|target|title|id|open)="[^"<>]*")*)>'
)


def plain(markup: str) -> str:
    return html.unescape(ONLY_OURS.sub("", markup))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_shown_as_the_words_it_is(payload: str, view: Standpoint) -> None:
    about = Metadata(
        id=payload,
        type=payload,
        number=payload,
        title=payload,
        issuer=payload,
        signer=payload,
        source=payload,
        aliases=(payload,),
    )
    unit = Provision((payload,), payload, payload, 0, len(payload))
    document = Document(about, payload, (unit,))
    shown = join(
        [
            headline(view, about),
            attributes(about),
            contents_of(view, document, unit),
            text_of(document, 0, len(payload)),
            paint(payload, 0, len(payload), [Span(1, max(2, len(payload) // 2))]),
            element("p", payload, title=payload),
        ]
    )
    left = ONLY_OURS.sub("", shown)
    assert "<" not in left and ">" not in left  # every tag is one of ours
    shown.encode()  # can be sent to a browser
    visible = payload.split("\n")[0]
    assert re.sub("[\x00\u202e\u202c\ud800]", "\ufffd", visible) in plain(shown)
    for href in re.findall(r'href="([^"]*)"', shown):
        assert re.match(r"(van-ban|vien-dan)\?", href), href


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "http://evil.example",
        "//evil.example",
        "/van-ban",
        "van-ban?vb=<b>",
        "data:text/html,x",
        "van-ban?vb=a b",
        'van-ban?vb="onclick',
        "",
        "../van-ban?vb=a",
    ],
)
def test_a_link_leads_to_no_other_place(href: str) -> None:
    with pytest.raises(ValueError, match="not a page of ours"):
        anchor(href, "x")


def test_a_tag_that_is_not_ours_is_refused() -> None:
    for tag in ("script", "img", "iframe", "style", "p onclick=x"):
        with pytest.raises(ValueError, match="no tag of ours"):
            element(tag, "x")


def test_links_quote_what_they_carry() -> None:
    assert reader_link("qd-37-tw-2021", "dieu-9") == "van-ban?vb=qd-37-tw-2021&dv=dieu-9"
    assert reader_link("a&b=c#d", "x y~2") == "van-ban?vb=a%26b%3Dc%23d&dv=x+y~2"
    assert citation_link("Điều 9\nQĐ 37") == "vien-dan?vd=%C4%90i%E1%BB%81u+9+Q%C4%90+37"
    assert citation_link("kê khai") == "vien-dan?vd=k%C3%AA+khai"
    assert anchor(citation_link("<b>"), "x").startswith('<a href="vien-dan?vd=%3Cb%3E"')


def test_no_page_lets_html_through_another_way() -> None:
    for file in [ROOT / "app.py", *(ROOT / "views").glob("*.py")]:
        code = file.read_text(encoding="utf-8")
        assert "unsafe_allow_html" not in code
        for shortcut in ("st.markdown", "st.write", "st.caption", "st.image", "st.components"):
            # The one picture is made here of a kept file's page: bytes, never an address.
            code = code.replace("st.image(_picture(", "")
            assert shortcut not in code, f"{file.name} uses {shortcut}"


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=5),
    st.integers(0, 80),
    st.integers(0, 80),
)
def test_paint_keeps_every_letter(
    text: str, places: list[tuple[int, int]], one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    spans = [Span(min(p), max(p)) for p in places if p[0] != p[1]]
    painted = paint(text, start, end, spans)
    assert html.unescape(re.sub(r"</?mark>", "", painted)) == html.unescape(escape(text[start:end]))


def test_marks_keep_the_original_spelling() -> None:
    text = "Kê khai TÀI  SẢN & thu nhập"
    assert paint(text, 0, len(text), [Span(8, 16)]) == (
        "Kê khai <mark>TÀI  SẢN</mark> &amp; thu nhập"
    )
    link = Span(3, 16, href="van-ban?vb=a")
    assert paint(text, 0, 10, [link, Span(8, 16)]) == (
        'Kê <a href="van-ban?vb=a" target="_self">khai </a>'
        '<a href="van-ban?vb=a" target="_self"><mark>TÀ</mark></a>'
    )


def test_overlapping_links_never_nest() -> None:
    kept = without_overlaps([Span(5, 9), Span(0, 6), Span(9, 12), Span(3, 3)])
    assert [(s.start, s.end) for s in kept] == [(0, 6), (9, 12)]


def test_an_excerpt_is_taken_where_most_is_marked() -> None:
    text = "mở đầu " * 100 + "kê khai tài sản, thu nhập " + "phần cuối " * 100
    place = text.index("kê khai")
    start, end = excerpt_of(text, [(3, 6), (place, place + 15)])
    assert start < place and place + 15 < end and end - start < 460
    assert text[start - 1] == " " and text[end] == " "
    assert excerpt_of("ngắn", []) == (0, 4)
