"""What a document, a hit and a mention look like; pure, so that a test can read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citator import MentionOf
from index import DocumentHits, Hit, name_of
from ingest import Edition, Metadata

from .contents import place_of
from .facts import called, issued_on, issuer_of, number_of, signer_of, title_of, type_of
from .highlights import Span, cut_out, excerpt_of, marks, paint
from .markup import Markup, anchor, element, join
from .recognised import hit_line, mention_line, recognised_badge
from .standpoint import Standpoint
from .validity import badge_mark, line_of

EDITIONS = {
    Edition.FULL: ("Toàn văn", "toan-van"),
    Edition.DIGEST: ("Bản tóm lược, không phải nguyên văn", "tom-luoc"),
    Edition.NEWS: ("Tin giới thiệu, không phải nguyên văn", "tom-luoc"),
    Edition.STUB: ("Chỉ có viện dẫn, chưa có văn bản", "tom-luoc"),
    Edition.UNNAMED: ("Có điều khoản, chưa rõ là văn bản nào", "tom-luoc"),
}
SHOWN_HITS = 3  # provisions of one document that are open; the others are folded
LONGEST_SENTENCE = 1_000  # characters of a citing sentence; of a longer one the part around it
LONGEST_TITLE = 300  # a first line longer than this is text, not a title


def badge(edition: Edition) -> Markup:
    """What the text is, in words a person cannot misread."""
    words, look = EDITIONS[edition]
    return element("span", words, look=f"nhan {look}")


def headline(view: Standpoint, about: Metadata, level: str = "h2") -> Markup:
    """A document's name, its trích yếu in full, who issued it and when, whether it holds."""
    name = element(level, anchor(view.reader(about.id), called(about)), look="ten")
    valid = line_of(view, about, explained=level == "h1")
    return element("div", name, title_line(about), issued_line(view, about), valid)


def title_line(about: Metadata) -> Markup:
    """The trích yếu in full; nothing where it is the document's name already."""
    if not (about.title and about.number):
        return Markup()
    return element("p", title_of(about), look="trich-yeu")


def issued_line(view: Standpoint, about: Metadata) -> Markup:
    """Who issued a document, when, what the text is, and whether it was read from pictures."""
    facts = join([issuer_of(about), issued_on(about)], " · ")
    read = recognised_badge(view.catalogue.sureness(about.id))
    return element("p", element("span", facts), badge(about.edition), read, look="du-kien")


def card(view: Standpoint, group: DocumentHits, query: str) -> Markup:
    """One document of a result: its headline, its best provisions, the rest folded."""
    shown = [provision_row(view, hit, query) for hit in group.hits[:SHOWN_HITS]]
    rest = [provision_row(view, hit, query) for hit in group.hits[SHOWN_HITS:]]
    if rest:
        title = element("summary", f"Xem thêm {len(rest)} chỗ khác trong văn bản này")
        shown.append(element("details", title, *rest))
    return element("section", headline(view, group.about), *shown, look="the")


def provision_row(view: Standpoint, hit: Hit, query: str) -> Markup:
    """One provision of a result: where, which words, why."""
    body = title_length(hit)
    spans = marks(hit.marks)
    place = paint(hit.text, 0, body, spans) if body else place_in(hit)
    link = anchor(view.reader(hit.about.id, hit.passage.address, query), place)
    above = element("p", heading_above(hit), look="tren") if not body else Markup()
    start, end = excerpt_of(hit.text, hit.marks, body)
    words = element("p", cut_out(hit.text, start, end, spans, first=body), look="trich")
    why = element("p", *(_chip(reason) for reason in hit.why), look="ly-do")
    below = join([words, hit_line(view, hit), sisters(view, hit), why])
    return element("div", element("h3", link), above, below, look="dong")


def sisters(view: Standpoint, hit: Hit) -> Markup:
    """Links to the provisions of other documents that say the same, each with its validity."""
    if not hit.sisters:
        return Markup()
    links = [
        join(
            [
                anchor(view.reader(sister.about.id, sister.passage.address), sister.passage.label),
                badge_mark(view.validity_of(sister.about)),
            ],
            " ",
        )
        for sister in hit.sisters
    ]
    return element("p", "Gần như nguyên văn ở: ", join(links, "; "), look="tren")


def place_in(hit: Hit) -> str:
    """The units of a hit, without the document's name: `Điều 8 › khoản 2`."""
    name = name_of(hit.about)
    label = hit.passage.label.removeprefix(name).removeprefix(" › ")
    return label or "Phần mở đầu văn bản"


def title_length(hit: Hit) -> int:
    """Length of the first line where it is the unit's own title with more text below it."""
    first, _, rest = hit.text.partition("\n")
    unit = place_in(hit).split(" › ")[-1]
    is_title = first.startswith(unit) and rest.strip() and len(first) <= LONGEST_TITLE
    return len(first) if is_title else 0


def heading_above(hit: Hit) -> str:
    """The title of the điều around a khoản or điểm, from the passage's context."""
    titles = hit.passage.context.split("\n")[1:]
    return next((title for title in reversed(titles) if title.startswith("Điều")), "")


def mention_row(view: Standpoint, mention: MentionOf) -> Markup:
    """A sentence that cites, the citation marked in it, and a link to its place."""
    m = mention.mention
    link = anchor(view.reader(mention.by.id, m.address), place_of(m.path) or "Phần mở đầu văn bản")
    cited = Span(m.citation.full_start - m.sentence_start, m.citation.full_end - m.sentence_start)
    places = [(cited.start, cited.end)]
    start, end = excerpt_of(m.sentence, places, width=LONGEST_SENTENCE)
    words = cut_out(m.sentence, start, end, [cited])
    read = mention_line(view, m)
    return element("div", element("h3", link), element("p", words, look="trich"), read, look="dong")


def citing_card(view: Standpoint, by: Metadata, rows: Sequence[Markup]) -> Markup:
    """A document that cites, with its citing sentences."""
    return element("section", headline(view, by), *rows, look="the")


def facts_table(facts: Iterable[tuple[str, str]]) -> Markup:
    """Names and values, one a line; a value may be Markup."""
    rows = [element("tr", element("th", name), element("td", value)) for name, value in facts]
    return element("table", element("tbody", *rows), look="thuoc-tinh")


def attributes(about: Metadata) -> Markup:
    """Everything known about a document; a source is words, never a link."""
    facts = [
        ("Số ký hiệu", number_of(about)),
        ("Loại văn bản", type_of(about)),
        ("Trích yếu", title_of(about)),
        ("Cơ quan ban hành", issuer_of(about)),
        ("Người ký", signer_of(about)),
        ("Ngày ban hành", issued_on(about)),
        *([("Tên khác", "; ".join(about.aliases))] if about.aliases else []),
        ("Loại bản", badge(about.edition)),
        *([("Nguồn", _lines_of(about.source))] if about.source else []),
        ("Mã trong kho", about.id),
    ]
    return facts_table((name, value or "chưa rõ") for name, value in facts)


def notice(words: str, look: str = "") -> Markup:
    """A sentence a person should see."""
    return element("div", words, look=f"loi-nhan {look}".strip())


def _chip(reason: str) -> Markup:
    return element("span", reason, look="vi-sao")


def _lines_of(words: str) -> Markup:
    """Each of several sources, which a file's reader joins with a semicolon, on its own line."""
    return element("div", *(element("p", line) for line in words.split("; ")))
