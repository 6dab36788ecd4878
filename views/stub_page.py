"""The page of a document that is only cited: what is known of it, and how to add its file."""

from __future__ import annotations

from citator import Missing
from index import name_of
from ingest import Edition

from .cards import EDITIONS, facts_table, notice
from .facts import day_of
from .markup import Markup, element
from .standpoint import Standpoint
from .validity import line_of


def stub_head(view: Standpoint, stub: Missing) -> Markup:
    """Its name, what there is of it, whether it holds."""
    about = stub.about
    words, look = EDITIONS[Edition.STUB]
    badge = element("span", words, look=f"nhan {look}")
    facts = " · ".join([about.issuer or "chưa rõ cơ quan ban hành", day_of(about.date)])
    title = about.title if about.title and about.number else ""
    return element(
        "section",
        element("h1", name_of(about), look="ten"),
        element("p", title, look="trich-yeu") if title else "",
        element("p", element("span", facts), badge, look="du-kien"),
        line_of(view, about, explained=True),
        look="the",
    )


def stub_facts(stub: Missing) -> Markup:
    """What the citations say of it."""
    about = stub.about
    facts = [
        ("Số ký hiệu", about.number),
        ("Loại văn bản", about.type),
        ("Cơ quan ban hành", about.issuer),
        ("Ngày ban hành", day_of(about.date)),
        ("Mã dự kiến", about.id),
    ]
    return facts_table((name, value or "chưa rõ") for name, value in facts)


def how_to_add(stub: Missing, folder: str) -> Markup:
    """How its file gets into the store."""
    order = element("strong", f"viendan ingest <thư mục> --kb {folder}")
    first = (
        f"Có tệp của {name_of(stub.about)}? Chép vào một thư mục, rồi chạy trong cửa sổ dòng lệnh: "
    )
    return element("p", first, order, ". Các viện dẫn sẽ tự dẫn tới văn bản ấy.")


def not_held_notice() -> Markup:
    """That nothing is known but what the citing sentences say."""
    words = "Kho chưa có tệp nào của văn bản này; dưới đây chỉ là điều các văn bản khác nói về nó."
    return notice(words, "canh-bao")
