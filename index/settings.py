"""What a person can set, by environment variable (`VIENDAN_MODEL=…`) or in `viendan.toml`."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path
from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class Settings(BaseSettings):
    """The settings of one run; every field has a default that works offline on one computer."""

    model_config = SettingsConfigDict(env_prefix="VIENDAN_", toml_file="viendan.toml")

    kb: Path = Path(".kb")
    """Folder of the store."""
    corpus: Path = Path("corpus")
    """Folder that `viendan ingest` reads when no path is given."""
    model: str = ""
    """A sentence-transformers model by name or path; empty for the embedded one, `-` for none."""
    device: str = ""
    """`cuda`, `mps`, `cpu`; empty lets sentence-transformers choose."""
    models: Path = Field(default_factory=lambda: user_cache_path("viendan") / "models")
    """Where the embedded model is unpacked."""

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
