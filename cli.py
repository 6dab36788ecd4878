"""The same verbs on the command line: viendan ingest | parse | search | cite | check | …"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
from datetime import date as Date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

import index
from citator import (
    Ledger,
    check_draft,
    check_record,
    find_missing,
    in_order,
    look_up_each,
    look_ups_record,
    missing_record,
    validity_record,
)
from ingest import FontCode, MissingPart, ViendanError, document_record
from views import (
    console,
    draft_files,
    markup,
    missing_list,
    page_server,
    progress_bars,
    terminal,
    terminal_check,
    terminal_parse,
    terminal_validity,
    written_files,
)

app = typer.Typer(
    name="viendan",
    help="Văn bản nào quy định, ở điều nào, và ai viện dẫn nó.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
out, err = console.out, console.err
_print_json, _print_lines = console.print_json, console.print_lines

KbOption = Annotated[Path | None, typer.Option("--kb", help="Thư mục kho; mặc định .kb")]
FontOption = Annotated[
    FontCode | None,
    typer.Option("--font-code", help="Bảng mã phông cũ của tệp: tcvn3 (.VnTime) hoặc vni"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="In một đối tượng JSON")]


@app.command(epilog="Ví dụ: viendan ingest corpus van-ban-cua-toi --kb .kb")
def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Tệp hoặc thư mục; mặc định corpus/")
    ] = None,
    kb: KbOption = None,
    font_code: FontOption = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Chờ và nạp tiếp mỗi khi có tệp mới; Ctrl-C để dừng")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Đưa tệp và thư mục vào kho; chỉ đọc lại những gì đã đổi."""
    settings = _settings(kb)
    encoder, notice = _encoder(settings)
    given = paths or [settings.corpus]
    if font_code:
        index.choose_font_code(settings.kb, given, font_code)

    def take_in() -> None:
        with progress_bars.show_progress(err, quiet=as_json) as progress:
            report = index.ingest(given, settings.kb, encoder, progress)
        report.notice = report.notice or notice
        _print_report(report, as_json)

    take_in()
    if watch:
        err.print("Đang chờ tệp mới; nhấn Ctrl-C để dừng.")
        for _ in index.changes_in(given):
            take_in()


def _print_report(report: index.Report, as_json: bool) -> None:
    if as_json:
        _print_json(dataclasses.asdict(report))
        return
    _print_lines(terminal.report_lines(report))
    if report.notice:
        err.print(report.notice)


@app.command("parse", epilog="Ví dụ: viendan parse nghi-dinh-30.pdf --json")
def parse_file(
    file: Annotated[Path, typer.Argument(help="Một tệp")],
    font_code: FontOption = None,
    as_json: JsonOption = False,
) -> None:
    """Cho xem đã hiểu gì từ một tệp: thông tin, cấu trúc, viện dẫn."""
    document = console.read_file(file, font_code, quiet=as_json)
    if as_json:
        _print_json(document_record(document))
        return
    _print_lines(terminal_parse.document_lines(document))


@app.command(epilog='Ví dụ: viendan search "kê khai tài sản không trung thực" -k 5')
def search(
    query: Annotated[str, typer.Argument(help="Câu hỏi, từ khóa hoặc viện dẫn")],
    count: Annotated[int, typer.Option("-k", min=1, max=200, help="Số đoạn cần lấy")] = 10,
    as_typed: Annotated[
        bool, typer.Option("--as-typed", help="Không thêm dấu, không sửa lỗi gõ, không mở rộng")
    ] = False,
    without: Annotated[
        list[str] | None, typer.Option(help="Không sửa, không mở rộng chữ này; dùng được nhiều lần")
    ] = None,
    kb: KbOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tìm điều, khoản trả lời câu hỏi."""
    console.refuse_empty(query)
    store = index.open_kb(_settings(kb))
    results = store.search(query, count, wish=index.Wish.of(as_typed, without or []))
    ledger = _ledger(store)
    if as_json:
        groups = in_order(store, results, ledger)
        valid = {g.about.id: validity_record(ledger.validity_of(g.about)) for g in groups}
        record = {**index.results_record(results), "documents": list(valid), "validity": valid}
        _print_json(record)
        return
    for notice in results.notices:
        err.print(notice)
    _print_lines(terminal.results_lines(store, results, ledger))


@app.command(epilog='Ví dụ: viendan cite "Điều 9 Quy định 37-QĐ/TW"')
def cite(
    citation: Annotated[str, typer.Argument(help="Viện dẫn, một hay nhiều, kiểu nào cũng được")],
    kb: KbOption = None,
    as_json: JsonOption = False,
) -> None:
    """Mở đúng điều khoản được viện dẫn, và cho biết ai viện dẫn nó."""
    store = index.open_kb(_settings(kb))
    answers, ledger = look_up_each(store, citation), _ledger(store)
    if as_json:
        _print_json(look_ups_record(answers, ledger))
        return
    _print_lines(terminal.look_ups_lines(answers, ledger))


@app.command(epilog="Ví dụ: viendan missing --csv danh-sach-can-suu-tam.csv")
def missing(
    csv: Annotated[Path | None, typer.Option(help="Ghi danh sách ra tệp CSV này")] = None,
    kb: KbOption = None,
    as_json: JsonOption = False,
) -> None:
    """Văn bản được viện dẫn mà kho chưa có toàn văn, văn bản cần nhất xếp trước."""
    store = index.open_kb(_settings(kb))
    found, ledger = find_missing(store).entries, _ledger(store)
    if csv:
        written_files.write_table(csv, missing_list.missing_csv(ledger, found))
    if as_json:
        _print_json({"missing": [missing_record(entry, ledger) for entry in found]})
        return
    _print_lines(terminal_validity.missing_lines(found, ledger))


@app.command(epilog="Ví dụ: viendan check du-thao.docx --on 2022-02-28 --docx nhan-xet.docx")
def check(
    file: Annotated[Path, typer.Argument(help="Bản thảo DOCX, PDF, TXT; - là đọc từ bàn phím")],
    on: Annotated[
        str, typer.Option("--on", help="Ngày của bản thảo, năm-tháng-ngày", show_default=False)
    ] = "",
    csv: Annotated[Path | None, typer.Option("--csv", help="Ghi bảng kết quả vào tệp này")] = None,
    docx: Annotated[
        Path | None, typer.Option("--docx", help="Ghi bản Word có nhận xét vào tệp này")
    ] = None,
    kb: KbOption = None,
    font_code: FontOption = None,
    as_json: JsonOption = False,
) -> None:
    """Đối chiếu từng viện dẫn của một bản thảo với kho."""
    day = draft_files.read_day(on)
    draft_files.refuse_to_overwrite(file, (csv, docx))
    store = index.open_store(_settings(kb).kb, None)
    result = check_draft(store, console.read_file(file, font_code, quiet=as_json), day)
    draft_files.write_results(result, file, csv, docx)
    if as_json:
        _print_json(check_record(result))
        return
    _print_lines(terminal_check.check_lines(result))


@app.command(epilog="Ví dụ: viendan evaluate bo-cau-hoi --dense off")
def evaluate(
    folder: Annotated[
        Path, typer.Argument(help="Thư mục có corpus.jsonl, queries.jsonl, qrels.tsv")
    ],
    dense: Annotated[
        index.DenseUse, typer.Option(help="Dùng véc-tơ: toàn bộ, 50 ứng viên, hay không")
    ] = index.DenseUse.FULL,
    typed: Annotated[
        index.Typed, typer.Option(help="Câu hỏi như đã ghi, không dấu, hay có một lỗi gõ")
    ] = index.Typed.AS_IS,
    kb: Annotated[
        Path | None, typer.Option("--kb", help="Giữ kho đánh giá ở đây cho lần sau")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Đo chất lượng xếp hạng trên một bộ câu hỏi đã có đáp án."""
    settings = index.load_settings()
    encoder = None if dense is index.DenseUse.OFF else index.open_encoder(settings)
    with (
        tempfile.TemporaryDirectory() as temporary,
        progress_bars.show_progress(err, quiet=as_json) as progress,
    ):
        result = index.evaluate(folder, kb or Path(temporary), encoder, dense, progress, typed)
    if as_json:
        _print_json(dataclasses.asdict(result))
        return
    _print_lines(terminal.evaluation_lines(result))


@app.command(epilog="Ví dụ: viendan status --kb .kb")
def status(kb: KbOption = None, as_json: JsonOption = False) -> None:
    """Kho đang giữ những gì."""
    store = index.open_kb(_settings(kb))
    state = index.status(store)
    if as_json:
        _print_json(dataclasses.asdict(state))
        return
    validity = terminal_validity.validity_counts(store, _ledger(store))
    _print_lines(terminal.status_lines(state, validity))


@app.command(epilog="Ví dụ: viendan verify --kb .kb")
def verify(kb: KbOption = None, as_json: JsonOption = False) -> None:
    """Kiểm tra kho: đọc lại mọi đoạn, mọi viện dẫn, đối chiếu hai chỉ mục."""
    faults = index.verify(_settings(kb).kb)
    if as_json:
        _print_json({"faults": faults})
    else:
        _print_lines(terminal.fault_lines(faults))
    raise typer.Exit(1 if faults else 0)


@app.command("app", epilog="Ví dụ: viendan app --port 8501")
def open_app(
    kb: KbOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Cổng trên máy này")] = 8501,
    as_json: Annotated[
        bool, typer.Option("--json", help="In địa chỉ trang dưới dạng JSON")
    ] = False,
) -> NoReturn:
    """Mở trang tra cứu trong trình duyệt."""
    folder, address = _settings(kb).kb.resolve(), page_server.address_of(port)
    if as_json:
        _print_json({"address": address, "kb": str(folder)})
    else:
        out.print(f"Trang tra cứu: {address} (dừng bằng Ctrl+C)")
    raise typer.Exit(page_server.serve(folder, port))


def _settings(kb: Path | None) -> index.Settings:
    return index.load_settings(kb)


def _ledger(store: index.KnowledgeBase) -> Ledger:
    """What holds today."""
    return Ledger(store, Date.today())


def _encoder(settings: index.Settings) -> tuple[index.Encoder | None, str]:
    """The encoder, or none and the sentence that says why: words can be searched without it."""
    try:
        return index.open_encoder(settings), ""
    except MissingPart as missing:
        return None, f"Chưa tính véc-tơ: {missing}"


def run() -> None:
    """The console script: an expected failure is one sentence and exit code 1."""
    try:
        app()
    except ViendanError as failure:
        err.print(markup.visible(str(failure)))
        sys.exit(1)
    except KeyboardInterrupt:
        err.print("Đã dừng; chạy lại để làm tiếp.")
        sys.exit(130)


if __name__ == "__main__":
    run()
