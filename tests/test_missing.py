"""Bản đồ thiếu: what is cited and not held in full, the most wanted first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import Writer

import index
from citator import Gaps, Missing, find_missing, stub_of
from ingest import Citation, Edition


@pytest.fixture(scope="module")
def corpus(corpus_kb: Path) -> Gaps:
    return find_missing(index.open_store(corpus_kb, None))


def entry(found: Gaps, id: str) -> Missing:
    return next(m for m in found.entries if m.about.id == id)


def test_the_plan_s_nine_documents_are_wanted_and_held_as_digests(corpus: Gaps) -> None:
    wanted = {
        *("kl-21-tw-2021", "qd-37-tw-2021", "qd-22-tw-2021", "qd-24-tw-2021", "qd-41-tw-2021"),
        *("kl-01-tw-2021", "ct-05-tw-2016", "kl-14-tw-2021", "kh-66-hu-konray-2022"),
    }
    held = {m.about.id: m for m in corpus.entries if m.held}
    assert wanted <= set(held)
    assert all(
        "kh-66-hu-konray-2022" in held[id].citing for id in wanted - {"kh-66-hu-konray-2022"}
    )


def test_the_most_cited_come_first(corpus: Gaps) -> None:
    counts = [(len(m.citing), m.mentions) for m in corpus.entries]
    assert counts == sorted(counts, reverse=True)
    assert len(entry(corpus, "kl-21-tw-2021").citing) >= 10


def test_what_nobody_wrote_a_file_for_has_a_stub(corpus: Gaps) -> None:
    stub = entry(corpus, "qd-148-tw")
    assert (stub.held, stub.about.edition, stub.about.number) == (False, Edition.STUB, "148-QĐ/TW")
    assert stub.citing == {"qd-377-tw-2025"}
    assert corpus.stub("qd-148-tw") is stub
    assert corpus.stub("qd-22-tw-2021") is None
    assert corpus.stub("khong-co") is None


def found_in(write: Writer, tmp_path: Path, *bodies: str) -> Gaps:
    paths = [
        write(f"{n}.md", f"Điều 1. Căn cứ\n{body}", so_ky_hieu=f"{n}-QĐ/UBKTTW")
        for n, body in enumerate(bodies, start=1)
    ]
    index.ingest([paths[0].parent], tmp_path / "kb", None)
    return find_missing(index.open_store(tmp_path / "kb", None))


def test_mentions_without_a_day_join_the_one_with_a_day(write: Writer, tmp_path: Path) -> None:
    found = found_in(
        write,
        tmp_path,
        "Căn cứ Quy định số 50-QĐ/TW, ngày 27/12/2021 của Bộ Chính trị; Quyết định số 50-QĐ/TW.",
        "Theo Quy định số 50-QĐ/TW và Quy định số 50-QĐ/TW.",
    )
    (one,) = found.entries
    assert (one.about.id, one.about.type, one.about.issuer) == (
        "qd-50-tw-2021",
        "Quy định",
        "Bộ Chính trị",
    )
    assert (one.mentions, len(one.citing), one.held) == (4, 2, False)


def test_two_days_are_two_documents(write: Writer, tmp_path: Path) -> None:
    found = found_in(
        write,
        tmp_path,
        "Nghị quyết số 12-NQ/TW, ngày 16/01/2012; Nghị quyết số 12-NQ/TW, ngày 16/3/2022.",
    )
    assert [m.about.id for m in found.entries] == ["nq-12-tw-2012", "nq-12-tw-2022"]


def test_a_document_held_in_full_is_not_missing(write: Writer, tmp_path: Path) -> None:
    assert found_in(write, tmp_path, "Không dẫn gì.", "Theo Quy định số 1-QĐ/UBKTTW.").entries == ()


def test_a_citation_says_what_its_stub_is() -> None:
    cited = Citation(
        text="Nghị định số 1/2020/NĐ-CP",
        start=0,
        end=25,
        type="Nghị định",
        number="1",
        symbol="1/2020/NĐ-CP",
        date=date(2020, 1, 2),
    )
    assert stub_of(cited).id == "nd-1-2020-cp"
    law = Citation(
        text="Luật Đất đai", start=0, end=12, type="Luật", name="Luật Đất đai", year=2013
    )
    about = stub_of(law)
    assert (about.id, about.title, about.number) == ("luat-dat-dai-2013", "Luật Đất đai", "")


def test_a_bare_number_joins_the_one_symbol_it_can_stand_for(write: Writer, tmp_path: Path) -> None:
    found = found_in(
        write,
        tmp_path,
        "Quy định số 80-QĐ/TW, ngày 18/8/2022; Quy định số 80; Nghị quyết số 80; Quy định số 90.",
    )
    assert [(m.about.id, m.mentions) for m in found.entries] == [
        ("qd-80-tw-2022", 2),
        ("nghi-quyet-80", 1),
        ("quy-dinh-90", 1),
    ]
    bare = Citation(text="x", start=0, end=1, type="Quy định", number="80")
    assert found.stub_of(bare) is found.stub("qd-80-tw-2022")


def test_a_citation_finds_its_stub_by_day_and_year(write: Writer, tmp_path: Path) -> None:
    found = found_in(
        write,
        tmp_path,
        "Nghị quyết số 12-NQ/TW, ngày 16/01/2012; Nghị quyết số 12-NQ/TW, ngày 16/3/2022; "
        "Luật Đất đai năm 2013.",
    )

    def stub(**parts: object) -> str:
        cited = Citation(text="x", start=0, end=1, **parts)  # type: ignore[arg-type]
        meant = found.stub_of(cited)
        return meant.about.id if meant else ""

    assert stub(symbol="12-NQ/TW", date=date(2022, 3, 16)) == "nq-12-tw-2022"
    assert stub(symbol="12-NQ/TW", year=2012) == "nq-12-tw-2012"
    assert stub(symbol="12-NQ/TW") == ""
    assert stub(symbol="13-NQ/TW") == ""
    assert stub(name="Luật Đất đai") == "luat-dat-dai-2013"


def test_the_stub_of_another_day_has_an_id_of_its_own(write: Writer, tmp_path: Path) -> None:
    write("x.md", so_ky_hieu="5-QĐ/TW", ngay="2021-05-05")
    found = found_in(write, tmp_path, "Theo Quy định số 5-QĐ/TW, ngày 06/5/2021.")
    assert [m.about.id for m in found.entries] == ["qd-5-tw-2021-2021-05-06"]
