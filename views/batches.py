"""What became of files that were kept or taken back, said truly and without zeros; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index import Batch, KeptFile, TakenBack, name_of

from .facts import time_of
from .markup import Markup, element, join

NAMED = 5  # uploads named beside the button that takes them back
LISTED = 8  # files named in a message; the tab of files set aside has them all


def kept_markup(batch: Batch) -> Markup:
    """What keeping did: new documents, editions replaced, files set aside and why."""
    replacing = [file for file in batch.taken_in if file.replaced]
    new = len(batch.taken_in) - len(replacing)
    done = [f"{new} văn bản mới"] if new else []
    if replacing:
        done.append(f"{len(replacing)} văn bản thay cho bản kém đầy đủ hơn")
    said = f"Đã đưa vào kho {' và '.join(done)}." if done else "Không có văn bản nào được đưa vào."
    parts = [element("p", f"{said} {batch.notice}".strip())]
    parts.append(_listed(f"{_called(file)}{_replaced(file)}" for file in replacing))
    if batch.set_aside:
        parts.append(element("p", f"{len(batch.set_aside)} tệp được để riêng:"))
        parts.append(_listed(_aside(file) for file in batch.set_aside))
    return join(parts)


def taken_back_markup(result: TakenBack) -> Markup:
    """What undoing did: documents taken out, files dropped, editions that came back."""
    taken, dropped = result.batch.taken_in, result.batch.set_aside
    done = [f"lấy {len(taken)} văn bản ra khỏi kho"] if taken else []
    if dropped:
        done.append(f"bỏ {len(dropped)} tệp để riêng")
    said = f"Đã {' và '.join(done)}." if done else "Không còn gì để lấy ra."
    parts = [element("p", f"{said} {result.notice}".strip())]
    if result.returned:
        parts.append(element("p", f"{len(result.returned)} văn bản trở lại kho:"))
        parts.append(_listed(f"{_edition(file)}, tệp «{file.name}»" for file in result.returned))
    return join(parts)


def batch_markup(batch: Batch) -> Markup:
    """The last batch before it is taken back: when it was kept, and what is of it in the store."""
    names = [f"«{upload.name}»" for upload in batch.uploads]
    rest = len(names) - NAMED
    named = ", ".join(names[:NAMED]) + (f" và {rest} tệp khác" if rest > 0 else "")
    counts = [f"{len(batch.taken_in)} văn bản trong kho"] if batch.taken_in else []
    if batch.set_aside:
        counts.append(f"{len(batch.set_aside)} tệp để riêng")
    words = f"{', '.join(counts)}. Hoàn tác sẽ lấy tất cả ra khỏi kho"
    words += "; bản đã nhường chỗ trở lại." if any(f.replaced for f in batch.files) else "."
    rows = [_held(file) if file.about else _aside(file) for file in batch.files]
    return element(
        "div",
        element("p", element("strong", f"Lần thêm gần nhất, {time_of(batch.kept)}"), f": {named}"),
        element("p", words, look="mo"),
        element("details", element("summary", "Xem từng tệp"), _all(rows)),
    )


def _held(file: KeptFile) -> str:
    return f"«{file.name}»: {_called(file)}{_replaced(file)}"


def _replaced(file: KeptFile) -> str:
    return f", thay bản trong tệp «{file.replaced}»" if file.replaced else ""


def _aside(file: KeptFile) -> str:
    return f"«{file.name}»: {file.reason}"


def _called(file: KeptFile) -> str:
    return name_of(file.about) if file.about else file.name


def _edition(file: KeptFile) -> str:
    return f"{_called(file)} (bản {file.about.edition})" if file.about else file.name


def _listed(lines: Iterable[str]) -> Markup:
    """The first few lines, and how many there are besides."""
    every = list(lines)
    rest = len(every) - LISTED
    return _all([*every[:LISTED], *([f"và {rest} tệp khác"] if rest > 0 else [])])


def _all(lines: Sequence[str]) -> Markup:
    return element("ul", *(element("li", line) for line in lines)) if lines else Markup()
