from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from kernel.settings import Settings


def test_defaults_are_those_of_a_practice_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNDERTONE_DATABASE_URL", raising=False)
    settings = Settings.load()
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.web_keyring == Path("var/web.keyring")
    assert settings.jobs_keyring == Path("var/jobs.keyring")
    assert not settings.is_https
    assert settings.twilio_auth_token is None


def test_the_environment_is_read_with_its_prefix_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERTONE_PUBLIC_URL", "https://line.example")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///elsewhere.db")
    settings = Settings.load()
    assert settings.is_https
    assert "elsewhere" not in settings.database_url


def test_a_secret_can_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("drawn from a drawer\n", encoding="utf-8")
    monkeypatch.setenv("UNDERTONE_TWILIO_AUTH_TOKEN_FILE", str(secret))
    token = Settings.load().twilio_auth_token
    assert token is not None
    assert token.get_secret_value() == "drawn from a drawer"


def test_a_keyring_s_file_is_a_path_and_never_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("UNDERTONE_WEB_KEYRING_FILE", str(tmp_path / "web"))
    assert Settings.load().web_keyring == tmp_path / "web"


def test_what_is_given_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written = tmp_path / "url"
    written.write_text("sqlite:///from-a-file.db", encoding="utf-8")
    monkeypatch.setenv("UNDERTONE_DATABASE_URL_FILE", str(written))
    assert Settings.load().database_url == "sqlite:///from-a-file.db"
    assert Settings.load(database_url="sqlite:///given.db").database_url == "sqlite:///given.db"


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERTONE_TWILIO_AUTH_TOKEN", "zanzibar")
    monkeypatch.setenv("UNDERTONE_ACCESS_CODE", "quetzal")
    shown = repr(Settings.load())
    assert "zanzibar" not in shown
    assert "quetzal" not in shown


@pytest.mark.parametrize(("name", "value"), [("trusted_proxies", -1), ("log_format", "xml")])
def test_nonsense_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Settings.load(**{name: value})


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings.load().public_url = "http://elsewhere"  # type: ignore[misc]
