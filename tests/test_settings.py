"""Settings: arguments, then the environment, then viendan.toml; mistakes are named."""

from pathlib import Path

import pytest

import index
from ingest import WrongSetting


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VIENDAN_KB", raising=False)
    return tmp_path


def test_arguments_win_over_the_environment_and_it_over_the_file(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index.load_settings().kb == Path(".kb")
    (own_folder / "viendan.toml").write_text('kb = "tu-tep"\n', encoding="utf-8")
    assert index.load_settings().kb == Path("tu-tep")
    monkeypatch.setenv("VIENDAN_KB", "tu-moi-truong")
    assert index.load_settings().kb == Path("tu-moi-truong")
    assert index.load_settings(Path("tu-lenh")).kb == Path("tu-lenh")


def test_an_unknown_name_is_named_with_those_that_exist(own_folder: Path) -> None:
    (own_folder / "viendan.toml").write_text('modle = "x"\n', encoding="utf-8")
    with pytest.raises(WrongSetting, match=r"modle.*model"):
        index.load_settings()


def test_a_broken_file_is_named(own_folder: Path) -> None:
    (own_folder / "viendan.toml").write_text("kb = \n", encoding="utf-8")
    with pytest.raises(WrongSetting, match=r"viendan\.toml"):
        index.load_settings()


def test_abbreviations_are_known_wherever_the_program_is_started(own_folder: Path) -> None:
    settings = index.load_settings()
    assert settings.expansions_file.read_text(encoding="utf-8").count("BCHTW") >= 1
    (own_folder / "corpus").mkdir()
    beside = Path("corpus") / "cach-goi.toml"
    beside.write_text("", encoding="utf-8")
    assert settings.expansions_file == beside
