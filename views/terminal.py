"""What a person reads on the command line: answers as lines of plain words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence, Sized
from textwrap import shorten

from citator import Found, Ledger, LookUp, MentionOf, in_order, stub_of
from index import (
    Evaluation,
    Hit,
    KnowledgeBase,
    Report,
    Results,
    Status,
    cited_units,
    name_of,
)

from .cards import SHOWN_HITS, place_in
from .cited import (
    NOT_CLEAR,
    asked_for,
    is_only_near,
    missing_words,
    not_held,
    place_of,
    sought,
)
from .corrected import FIELDS, corrected_lines
from .facts import called, day_of, issued_on, issuer_of, title_of
from .recognised import citation_words, page_sureness
from .terminal_validity import validity_words

EXCERPT = 300  # characters of a passage
NO_SYMBOL = "Viện dẫn này không có số ký hiệu nên chưa lần được ai viện dẫn nó; hãy thử số ký hiệu."
STATUS_NAMES = {
    "revision": "bản kho",
    "documents": "văn bản",
    "editions": "theo loại bản",
    "provisions": "đơn vị cấu trúc",
    "citations": "viện dẫn",
    "passages": "đoạn",
    "vectors": "véc-tơ",
    "model": "mô hình",
    "last_run": "lần nạp gần nhất",
    "interrupted": "đang dở",
}


def report_lines(report: Report) -> Iterator[str]:
    """What an ingest did."""
    groups: dict[str, Sized] = {
        "thêm": report.added,
        "đổi": report.changed,
        "giữ nguyên": report.unchanged,
        "gỡ": report.removed,
        "để riêng": report.set_aside,
    }
    yield ", ".join(f"{len(files)} {name}" for name, files in groups.items())
    if report.embedded:
        yield f"{report.embedded} véc-tơ mới"
    for path, reason in report.set_aside:
        yield f"để riêng: {path}\n    {reason}"


def results_lines(kb: KnowledgeBase, results: Results, ledger: Ledger) -> Iterator[str]:
    """The answer to a query, document by document as on the page."""
    wording = results.understood.wording
    if wording.corrections:
        yield (
            f"Hiển thị kết quả cho: {wording.shown} "
            "(tìm đúng như đã gõ: --as-typed; giữ một chữ: --without CHỮ)"
        )
    for change in wording.expansions:
        yield f'Đã mở rộng: {change.typed} → {change.used} (bỏ: --without "{change.typed}")'
    for cited in results.understood.cited:
        if cited.documents:
            yield f"Hiểu là viện dẫn: {place_of(kb, cited)}"
        if cited.missing:
            yield missing_words(kb, cited)
    groups = in_order(kb, results, ledger)
    for words, names in sought(kb, results.understood, groups, ledger):
        yield f"{words}{names}"
    for missing, near in not_held(results):
        yield f"Không có trong kho: {missing}{near}"
    if not results.hits:
        yield "Kho không có đoạn nào khớp."
    elif is_only_near(results):
        yield NOT_CLEAR
    rank = 0
    for group in groups:
        for hit in group.hits[:SHOWN_HITS]:
            rank += 1
            yield from _hit_lines(rank, hit, results.is_clear, ledger)
        if rest := group.hits[SHOWN_HITS:]:
            places = "; ".join(dict.fromkeys(place_in(hit) for hit in rest))
            yield f"   … và {len(rest)} chỗ khác trong {name_of(group.about)}: {places}\n"


def _hit_lines(rank: int, hit: Hit, is_clear: bool, ledger: Ledger) -> Iterator[str]:
    # a score says how it ranks; it is left out where it could be read as how well it answers
    is_scored = is_clear and not hit.is_named and hit.score > 0
    why = (f"{hit.score:.3f}", *hit.why) if is_scored else hit.why
    yield f"{rank}. {hit.passage.label}  ({'; '.join(why)})"
    yield f"   {issued_on(hit.about)}. {validity_words(ledger, hit.about)}"
    if hit.about.doubts:
        yield f"   {'; '.join(f'{FIELDS[field]}: {word}' for field, word in hit.about.doubts)}"
    if hit.page is not None:
        yield f"   đọc từ ảnh {page_sureness(hit.page, hit.sureness)}, hãy đối chiếu"
    for sister in hit.sisters:
        yield f"   gần như nguyên văn ở: {sister.passage.label}"
    yield f"   {shorten(hit.text, EXCERPT, placeholder=' …')}\n"


def look_ups_lines(answers: Sequence[LookUp], ledger: Ledger) -> Iterator[str]:
    """Each of several citations under a line of its own; one alone needs none."""
    for n, answer in enumerate(answers, 1):
        if len(answers) > 1:
            yield f"── Viện dẫn {n}/{len(answers)}: {asked_for(answer.citation)}"
        yield from look_up_lines(answer, ledger)


def look_up_lines(answer: LookUp, ledger: Ledger) -> Iterator[str]:
    """What a citation names, whether it holds, and who cites it."""
    if not answer.found:
        yield f"Không có trong kho: {answer.citation.text}"
        for about in answer.others:
            yield f"Kho có văn bản cùng số: {name_of(about)}, {day_of(about.date)}"
        yield validity_words(ledger, stub_of(answer.citation), explained=True)
        if answer.citation.symbol:
            yield from _mention_lines(answer.cited_by)
        else:
            yield NO_SYMBOL
    if len(answer.found) > 1:
        yield f"{len(answer.found)} khả năng:\n"
    for found in answer.found:
        yield from _found_lines(found, ledger)


def evaluation_lines(evaluation: Evaluation) -> Iterator[str]:
    """Figures with their intervals, and the setting they were measured under."""
    setting = evaluation.setting.items()
    yield "  ".join(f"{name}={value}" for name, value in setting if value not in (None, ""))
    for name, figure in evaluation.figures.items():
        yield f"{name:>12}  {figure.value:.4f}  [{figure.low:.4f}, {figure.high:.4f}]"
    yield "  ".join(f"{name}: {value} s" for name, value in evaluation.seconds.items())


def status_lines(state: Status, validity: str) -> Iterator[str]:
    """What a store holds."""
    values = dataclasses.asdict(state)
    for name, shown in STATUS_NAMES.items():
        yield f"{shown:>20}: {_in_words(values[name])}"
    yield f"{'hiệu lực hôm nay':>20}: {validity}"
    for file in state.set_aside:
        is_own_name = file.path.endswith(file.name)  # an upload is kept under its hash
        yield f"để riêng: {file.path if is_own_name else file.name}\n    {file.reason}"


def fault_lines(faults: Iterable[str]) -> Iterator[str]:
    """What is wrong with a store, or that nothing is."""
    listed = list(faults)
    yield from listed
    yield f"{len(listed)} lỗi." if listed else "Kho nguyên vẹn."


def _found_lines(found: Found, ledger: Ledger) -> Iterator[str]:
    about = found.about
    yield f"{called(about)}, {issued_on(about)}, {issuer_of(about)} ({about.edition})"
    yield title_of(about)
    yield from corrected_lines(found.corrected)
    yield validity_words(ledger, about, explained=True)
    if found.missing_unit:
        yield f"Bản trong kho không có {', '.join(reversed(found.missing_unit))}."
    if found.provision:
        yield f"\n{' › '.join(found.provision.path)}"
    yield f"\n{found.text}\n"
    if not found.provision:
        yield "(phần đầu văn bản; đọc cả văn bản trên trang Văn bản)\n"
    yield from _mention_lines(found.cited_by)
    if found.cited_whole:
        yield "Viện dẫn cả văn bản, không nêu riêng chỗ này:"
        yield from _mentions(found.cited_whole)


def _mention_lines(mentions: tuple[MentionOf, ...]) -> Iterator[str]:
    if not mentions:
        yield "Chưa có chỗ nào trong kho viện dẫn đúng chỗ này."
        return
    yield f"Được viện dẫn {len(mentions)} lần:"
    yield from _mentions(mentions)


def _mentions(mentions: tuple[MentionOf, ...]) -> Iterator[str]:
    for m in mentions:
        place = " › ".join([name_of(m.by), *cited_units(m.mention.path)])
        read = citation_words(m.mention.sureness, m.mention.citation)
        yield f"  {place}: {_one_line(m.mention.sentence)}" + (f" ({read})" if read else "")


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dict):
        return "; ".join(f"{count} {name}" for name, count in value.items())
    return str(value)


def _one_line(words: str) -> str:
    return " ".join(words.split())
