"""Reading a directory package: a folder or zip of HSDS tables as CSV, or services as JSON.

Tables are told by file name and columns by header; a package's own description of itself is not
believed. A file that is cut, ragged or not text is a fault that names the file and the line.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from referral.hsds_json import add_json
from referral.hsds_package import NEEDED, REQUIRED, Package, Record, Remark

_OLD_NAMES: Final = {
    "regular_schedules": "schedules",
    "services_at_location": "service_at_location",
    "service_at_locations": "service_at_location",
    "service_taxonomy": "attributes",
    "taxonomy": "taxonomy_terms",
}
_NOT_TABLES: Final = {"datapackage"}


def read_package(path: Path) -> Package:
    """Reads a folder, a zip or a JSON file; nothing in it makes this raise."""
    package = Package()
    try:
        files = list(_files(path))
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        package.faults.append(Remark(path.name, None, f"cannot be read ({type(error).__name__})"))
        return package
    for name, raw in files:
        _read_file(package, name, raw)
    if not package.faults:
        missing = [table for table in NEEDED if table not in package.tables]
        package.faults += [Remark(f"{table}.csv", None, "is missing") for table in missing]
    return package


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for file in sorted(path.iterdir()):
            if file.is_file():
                yield file.name, file.read_bytes()
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for entry in sorted(archive.namelist()):
                if not entry.endswith("/"):
                    yield PurePosixPath(entry).name, archive.read(entry)
    else:
        yield path.name, path.read_bytes()


def _read_file(package: Package, name: str, raw: bytes) -> None:
    stem, _, kind = name.lower().rpartition(".")
    table = _OLD_NAMES.get(stem, stem)
    if not (kind == "csv" and table in REQUIRED) and (kind != "json" or stem in _NOT_TABLES):
        package.left_aside.append(Remark(name, None, "is not used"))
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        package.faults.append(Remark(name, line, "is not UTF-8 text"))
        return
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        package.faults.append(Remark(name, line, "holds a null byte: it is not text"))
    elif kind == "json":
        add_json(package, name, text)
    else:
        _add_csv(package, name, table, text)


def _add_csv(package: Package, name: str, table: str, text: str) -> None:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = package.tables.setdefault(table, [])
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        absent = [column for column in REQUIRED[table] if column not in header]
        if absent:
            package.faults.append(Remark(name, 1, f"has no column {', '.join(absent)}"))
            return
        for row in reader:
            if len(row) == len(header):
                rows.append(Record(name, reader.line_num, dict(zip(header, row, strict=True))))
            elif row:
                said = f"has {len(row)} of {len(header)} columns; the file may be cut here"
                package.faults.append(Remark(name, reader.line_num, said))
    except csv.Error as error:
        said = f"cannot be read any further ({error}); the file may be cut here"
        package.faults.append(Remark(name, reader.line_num, said))
    if not text.endswith(("\n", "\r")):
        said = "ends without a line end; is it whole?"
        package.left_aside.append(Remark(name, reader.line_num, said))
