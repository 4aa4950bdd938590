"""The gettext catalogues of both domains: found, extracted, updated, compiled, checked."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALES: Final = ROOT / "locales"
SOURCE: Final = "en"
PSEUDO: Final = "en_XA"
# A date would change a catalogue at every run, so it stands still.
_DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)
_KEYWORDS: Final = {
    **DEFAULT_KEYWORDS,
    "_l": None,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "lazy_pgettext": ((1, "c"), 2),
}
_WALKED: Final = frozenset({"bots", "commands", "console"})


def languages(domain: str) -> list[str]:
    """Returns the languages that have a catalogue of this domain; the bot speaks more of them."""
    return sorted(path.parent.parent.name for path in LOCALES.glob(f"*/LC_MESSAGES/{domain}.po"))


def path_of(language: str, domain: str) -> Path:
    """Returns where a catalogue lies."""
    return LOCALES / language / "LC_MESSAGES" / f"{domain}.po"


def load(path: Path, language: str, domain: str) -> Catalog:
    """Reads a catalogue, or returns an empty one where there is none."""
    if not path.is_file():
        return Catalog(locale=language, domain=domain, project="Undertone", charset="utf-8")
    with path.open("rb") as source:
        return read_po(source, locale=language, domain=domain)


def store(catalogue: Catalog, path: Path) -> None:
    """Writes a catalogue without line numbers, which would change with every edit."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(target, catalogue, width=100, no_location=True, ignore_obsolete=True)


def extract_web() -> Catalog:
    """Gathers every marked string of the pages and commands."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    template = Catalog(
        domain="web", project="Undertone", charset="utf-8", creation_date=_DAY, revision_date=_DAY
    )
    found = extract_from_dir(
        ROOT, methods, options, _KEYWORDS, comment_tags=("NOTE:",), directory_filter=_is_walked
    )
    for _, _, message, comments, context in found:
        template.add(message, auto_comments=comments, context=context)
    return template


def update(template: Catalog, domain: str) -> Iterator[Path]:
    """Writes the template and brings every language's catalogue up to it."""
    store(template, LOCALES / f"{domain}.pot")
    for language in languages(domain):
        path = path_of(language, domain)
        catalogue = load(path, language, domain)
        catalogue.update(template, no_fuzzy_matching=True)
        store(catalogue, path)
        yield path


def compile_all() -> Iterator[Path]:
    """Compiles every catalogue for gettext."""
    for source in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        yield _compile(load(source, source.parent.parent.name, source.stem), source)


def web_faults(language: str, template: Catalog) -> Iterator[str]:
    """Yields what the pages' catalogue of a language lacks or gets wrong."""
    catalogue = load(path_of(language, "web"), language, "web")
    for message in template:
        if not message.id:
            continue
        ours = catalogue.get(message.id, message.context)
        if ours is None:
            yield f"{language} web: not extracted yet: {message.id!r}"
        elif language != SOURCE and not _is_whole(ours.string):
            yield f"{language} web: missing: {message.id!r}"
        elif ours.string and (errors := ours.check(catalogue)):
            yield f"{language} web: {errors[0]}: {message.id!r}"
        elif ours.fuzzy:
            yield f"{language} web: fuzzy: {message.id!r}"


def write_pseudo(domain: str, template: Catalog, disguise: Callable[[str], str]) -> Path:
    """Writes the pseudo-locale's catalogue from the source words of a template."""
    words = load(path_of(SOURCE, domain), SOURCE, domain)
    disguised = Catalog(locale=SOURCE, domain=domain, project="Undertone", charset="utf-8")
    for message in template:
        if message.id:
            ours = words.get(message.id, message.context)
            text = (ours.string if ours is not None else "") or message.id
            string = (
                disguise(text) if isinstance(text, str) else tuple(disguise(form) for form in text)
            )
            disguised.add(message.id, string, context=message.context)
    path = ROOT / "var" / "pseudo" / PSEUDO / "LC_MESSAGES" / f"{domain}.po"
    store(disguised, path)
    _compile(disguised, path)
    return path


def _compile(catalogue: Catalog, source: Path) -> Path:
    compiled = source.with_suffix(".mo")
    with compiled.open("wb") as target:
        write_mo(target, catalogue)
    return compiled


def _is_whole(string: str | list[str] | tuple[str, ...] | None) -> bool:
    return bool(string) and (isinstance(string, str) or all(string or ()))


def _is_walked(folder: str | Path) -> bool:
    path = Path(folder).relative_to(ROOT)
    return not path.parts or path.parts[0] in _WALKED
