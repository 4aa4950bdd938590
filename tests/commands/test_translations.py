from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from flask import Flask

from bots import budget, catalogue, template
from bots.words import Problem
from commands import catalogues
from commands.pseudo import disguise
from commands.translations import translations
from kernel.reviewed import NEEDS_REVIEW


class Lent:
    """The bot's catalogue as the composition root lends it."""

    template = staticmethod(template.template)
    budget_report = staticmethod(budget.budget_report)


class Faulty(Lent):
    @staticmethod
    def budget_report(language: str) -> list[Problem]:
        return [Problem(language, "B1", "budget", "171 GSM-7")] if language == "es" else []


def run(command: str, lent: type[Lent] = Lent) -> tuple[int, str]:
    app = Flask("test")
    app.extensions["bot_catalogue"] = lent()
    app.cli.add_command(translations)
    result = app.test_cli_runner().invoke(args=["translations", *command.split()])
    return result.exit_code, result.output


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for language in ("en", "es"):
        folder = tmp_path / "locales" / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "bot.po").write_bytes(catalogue.path_of(language).read_bytes())
        catalogues.store(Catalog(locale=language, domain="web"), folder / "web.po")
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path / "locales")
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    (tmp_path / "babel.cfg").write_text("[python: console/**.py]\n")
    (tmp_path / "console").mkdir()
    (tmp_path / "console" / "page.py").write_text('title = _("Today")\n_l("Hide %(what)s")\n')
    return tmp_path


def write_spanish(folder: Path, words: dict[str, str]) -> None:
    spanish = Catalog(locale="es", domain="web")
    for source, target in words.items():
        spanish.add(source, target, flags=["python-format"] if "%" in source else [])
    catalogues.store(spanish, folder / "locales" / "es" / "LC_MESSAGES" / "web.po")


def test_extract_brings_every_catalogue_up_and_loses_no_translation(elsewhere: Path) -> None:
    code, output = run("extract")
    assert code == 0
    assert "locales/es/LC_MESSAGES/web.po" in output
    page = catalogues.load(catalogues.path_of("es", "web"), "es", "web")
    assert {message.id for message in page if message.id} == {"Today", "Hide %(what)s"}
    before, after = catalogue.catalogue("es"), catalogues.load(
        elsewhere / "locales/es/LC_MESSAGES/bot.po", "es", "bot"
    )  # fmt: skip
    assert {str(message.id): message.string for message in after if message.id} == {
        line_id: line.text for line_id, line in before.items()
    }
    marked = [message for message in after if catalogue.DOWNGRADE_MARK in message.user_comments]
    assert len(marked) == sum(line.downgrade for line in before.values())


def test_extracting_twice_changes_nothing(elsewhere: Path) -> None:
    run("extract")
    first = {path: path.read_bytes() for path in elsewhere.rglob("*.po")}
    run("extract")
    assert first == {path: path.read_bytes() for path in elsewhere.rglob("*.po")}


@pytest.mark.usefixtures("elsewhere")
def test_check_names_what_is_missing() -> None:
    run("extract")
    code, output = run("check")
    assert code == 1
    assert "es web: missing: 'Today'" in output


def test_check_finds_a_lost_placeholder(elsewhere: Path) -> None:
    write_spanish(elsewhere, {"Today": "Hoy", "Hide %(what)s": "Ocultar %(algo)s"})
    run("extract")
    code, output = run("check")
    assert code == 1
    assert "Hide %(what)s" in output


def test_check_passes_when_all_is_there(elsewhere: Path) -> None:
    write_spanish(elsewhere, {"Today": "Hoy", "Hide %(what)s": "Ocultar %(what)s"})
    run("extract")
    code, output = run("check")
    assert code == 0
    assert output.endswith("Complete and inside their budgets: en, es.\n")


def test_check_names_the_faults_of_the_bot(elsewhere: Path) -> None:
    write_spanish(elsewhere, {"Today": "Hoy", "Hide %(what)s": "Ocultar %(what)s"})
    run("extract")
    code, output = run("check", Faulty)
    assert code == 1
    assert output.startswith("es bot: B1: budget 171 GSM-7\n")


def standing(output: str, label: str) -> list[str]:
    return next(line.split() for line in output.splitlines() if line.startswith(label))


def test_check_says_who_has_read_what_and_a_review_survives_an_extraction(elsewhere: Path) -> None:
    write_spanish(elsewhere, {"Today": "Hoy", "Hide %(what)s": "Ocultar %(what)s"})
    run("extract")
    lines = str(len(catalogue.catalogue("es")))
    assert standing(run("check")[1], "es bot")[2:4] == [lines, "0"]

    assert run("review es --by Luz --line B1 --line B2 --on 2026-11-20")[0] == 0
    run("extract")
    checked = standing(run("check")[1], "es bot")
    assert checked[2:5] == [lines, "2", "Luz;"]
    assert run("review es --by Luz --domain web")[1].startswith("2 lines of es web")
    assert standing(run("check")[1], "es web")[2:] == ["2", "2", "Luz"]


def test_a_line_changed_after_its_review_is_unread_again(elsewhere: Path) -> None:
    run("extract")
    run("review es --by Luz --on 2026-11-20")
    path = elsewhere / "locales/es/LC_MESSAGES/bot.po"
    path.write_text(path.read_text("utf-8").replace("Gracias", "Muchas gracias", 1), "utf-8")
    output = run("check")[1]
    assert "1 changed since" in output
    total, read = map(int, standing(output, "es bot")[2:4])
    assert total - read == 1


def test_a_whole_review_takes_the_request_for_one_away(elsewhere: Path) -> None:
    path = elsewhere / "locales/es/LC_MESSAGES/bot.po"
    path.write_text(f"# {NEEDS_REVIEW}\n{path.read_text('utf-8')}", "utf-8")
    run("review es --by Luz --line B1")
    assert NEEDS_REVIEW in path.read_text("utf-8")
    run("review es --by Luz")
    assert NEEDS_REVIEW not in path.read_text("utf-8")


@pytest.mark.usefixtures("elsewhere")
def test_a_review_of_what_is_not_there_says_so() -> None:
    assert "there is no bot catalogue of tlh" in run("review tlh --by Luz")[1]
    code, output = run("review es --by Luz --line B99")
    assert (code, "no such line: B99" in output) == (1, True)


def test_compile_and_pseudo_write_their_files(elsewhere: Path) -> None:
    run("extract")
    assert run("compile")[0] == run("pseudo")[0] == 0
    assert (elsewhere / "locales/es/LC_MESSAGES/bot.mo").is_file()
    disguised = catalogues.load(elsewhere / "var/pseudo/en_XA/LC_MESSAGES/bot.po", "en", "bot")
    line = disguised.get("B1")
    assert line is not None
    assert "{line}" in str(line.string)
    assert "\n1 [" in str(line.string)
    assert {"en", "es"} <= set(catalogues.languages("web"))


def test_a_disguise_keeps_values_tags_and_numbers() -> None:
    text = disguise("Hello {line}, <b>%(name)s</b>\n1 Yes")
    assert "{line}" in text
    assert "<b>%(name)s</b>" in text
    assert text.split("\n")[1].startswith("1 [Ýéš")
    assert len(disguise("a" * 100)) >= 140
