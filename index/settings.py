"""What a person can set, by environment variable (`VIENDAN_MODEL=…`) or in `viendan.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from ingest import WrongSetting

EXPANSIONS = "cach-goi.toml"
OWN_EXPANSIONS = Path(__file__).resolve().parents[1] / "corpus" / EXPANSIONS
"""Those of the repository, for a program started elsewhere."""
FILE = "viendan.toml"  # in the folder where the program is started


class Settings(BaseSettings):
    """The settings of one run; every field has a default that works offline on one computer."""

    model_config = SettingsConfigDict(env_prefix="VIENDAN_", toml_file=FILE)

    kb: Path = Path(".kb")
    """Folder of the store."""
    corpus: Path = Path("corpus")
    """Folder that `viendan ingest` reads when no path is given."""
    expansions: Path | None = None
    """File of abbreviations and everyday words; when none is given, cach-goi.toml in `corpus`, else
    our own."""
    model: str = ""
    """A sentence-transformers model by name or path; empty for the embedded one, `-` for none."""
    device: str = ""
    """`cuda`, `mps`, `cpu` for a model that is set; empty lets sentence-transformers choose. The
    embedded model runs on the processor."""
    largest_upload: int = 50
    """Megabytes of one file given to a page; .streamlit/config.toml has the server's own limit."""

    @property
    def expansions_file(self) -> Path:
        """Where abbreviations and everyday words are kept."""
        beside_corpus = self.corpus / EXPANSIONS
        return self.expansions or (beside_corpus if beside_corpus.exists() else OWN_EXPANSIONS)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, the environment over `viendan.toml`."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(kb: Path | None = None) -> Settings:
    """The settings of this run; raises WrongSetting with the name that cannot be used."""
    try:
        return Settings(kb=kb) if kb else Settings()
    except tomllib.TOMLDecodeError as failure:
        raise WrongSetting(
            f"Tệp {FILE} sai cú pháp ({failure}); hãy sửa hoặc xóa tệp."
        ) from failure
    except ValidationError as failure:
        names = ", ".join(".".join(map(str, error["loc"])) for error in failure.errors())
        raise WrongSetting(
            f"Thiết lập không dùng được: {names}; hãy sửa trong {FILE} hoặc biến môi trường "
            f"VIENDAN_…. Các tên có thể dùng: {', '.join(Settings.model_fields)}."
        ) from failure
