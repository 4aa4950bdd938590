"""The practice city's accounts at the fake provider, as its own file tells them."""

import json
from pathlib import Path
from typing import Any

from commands.fakes.held import Accounts


def accounts_of(var_dir: Path) -> Accounts:
    """Reads the practice city's accounts, so that what is posted is signed as it expects."""
    told = _read(var_dir / "demo.json")
    twilio, meta = told.get("twilio", {}), told.get("meta", {})
    return Accounts(
        account_sid=twilio.get("account_sid", "AC" + "0" * 32),
        auth_token=twilio.get("auth_token", "token"),
        meta_app_secret=meta.get("app_secret", "secret"),
        meta_phone_number_id=meta.get("phone_number_id", "106540352242922"),
        at_path_secret=told.get("africastalking", {}).get("path_secret", "path"),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found
