"""The only reader of the environment."""

import os
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "UNDERTONE_"


class Settings(BaseSettings):
    """Holds every setting; each can also be given as a file through `…_FILE`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    database_url: str = "sqlite:///var/undertone.db"
    analyst_database_url: str | None = None
    public_url: str = "http://127.0.0.1:8000"
    var_dir: Path = Path("var")
    web_keyring_file: Path | None = None
    jobs_keyring_file: Path | None = None
    trusted_proxies: int = Field(default=0, ge=0)
    log_format: str = Field(default="console", pattern="^(console|json)$")
    access_code: SecretStr | None = None
    web_url: str | None = None
    media_megabytes: int = Field(default=16, ge=1, le=100)
    media_hosts: str = ""
    twilio_account_sid: str | None = None
    twilio_auth_token: SecretStr | None = None
    twilio_auth_token_next: SecretStr | None = None
    twilio_api_key: str | None = None
    twilio_api_secret: SecretStr | None = None
    twilio_sms_from: str | None = None
    twilio_whatsapp_from: str | None = None
    twilio_messaging_service_sid: str | None = None
    twilio_api_url: str | None = None
    twilio_templates: str = ""
    meta_phone_number_id: str | None = None
    meta_access_token: SecretStr | None = None
    meta_app_secret: SecretStr | None = None
    meta_verify_token: SecretStr | None = None
    meta_api_url: str | None = None
    meta_templates: str = ""
    at_username: str | None = None
    at_api_key: SecretStr | None = None
    at_sender: str | None = None
    at_path_secret: SecretStr | None = None
    at_allowed_addresses: str = ""
    at_api_url: str | None = None
    send_rates: str = ""

    @classmethod
    def load(cls, **given: Any) -> Self:  # noqa: ANN401 - tests hand over any setting by name
        """Reads the environment, `…_FILE` variables included; given values win."""
        return cls(**{**_from_files(), **given})

    @field_validator("at_allowed_addresses")
    @classmethod
    def _are_networks(cls, written: str) -> str:
        for one in written.replace(",", " ").split():
            try:
                ip_network(one, strict=False)
            except ValueError as error:
                said = f"{one} is no address or network: write 198.51.100.7 or 198.51.100.0/24"
                raise ValueError(said) from error
        return written

    @field_validator("twilio_templates", "meta_templates")
    @classmethod
    def _are_pairs(cls, written: str) -> str:
        read_pairs(written)
        return written

    @field_validator("send_rates")
    @classmethod
    def _are_rates(cls, written: str) -> str:
        for name, rate in read_pairs(written).items():
            if not rate.replace(".", "", 1).isdecimal() or not float(rate):
                raise ValueError(f"{name} needs a number above nothing: {name}=10")
        return written

    @property
    def web_keyring(self) -> Path:
        """Says where the web process's keyring lies."""
        return self.web_keyring_file or self.var_dir / "web.keyring"

    @property
    def jobs_keyring(self) -> Path:
        """Says where the jobs process's keyring lies."""
        return self.jobs_keyring_file or self.var_dir / "jobs.keyring"

    @property
    def inside_url(self) -> str:
        """Says where the jobs process finds the web process of the same machine."""
        found = self.web_url or self.public_url
        host = urlsplit(found).hostname or ""
        is_here = host == "localhost" or host.startswith("127.") or host == "::1"
        return found.rstrip("/") if is_here else "http://127.0.0.1:8000"

    @property
    def is_https(self) -> bool:
        """Says whether the public address is encrypted, so that cookies can be strict."""
        return self.public_url.startswith("https://")


def read_pairs(written: str) -> dict[str, str]:
    """Reads a setting written `name=value,name=value`."""
    found = {}
    for pair in filter(None, (one.strip() for one in written.split(","))):
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not (name and sign and value):
            raise ValueError(f"{pair} is no pair: write name=value,name=value")
        found[name] = value
    return found


def _from_files() -> dict[str, str]:
    found = {}
    for name in Settings.model_fields:
        # Keyrings are files already: their own `…_FILE` name is the path, not its content.
        if name.endswith("_file"):
            continue
        path = os.environ.get(f"{PREFIX}{name.upper()}_FILE")
        if path:
            found[name] = Path(path).read_text(encoding="utf-8").strip()
    return found
