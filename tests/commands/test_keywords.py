from flask import Flask
from sqlalchemy.orm import Session

from bots.keywords import check
from bots.words import Finding, Keyword
from commands.keywords import keywords
from kernel.db import Database


class House:
    """As much of the house as the command asks for."""

    def __init__(self, database: Database) -> None:
        self.database = database


def run(database: Database, words: list[str]) -> tuple[int, str]:
    def lent(session: Session) -> list[tuple[str, Finding]]:
        assert session is not None
        registry = [Keyword(str(at), word, "report", "en") for at, word in enumerate(words)]
        return [
            (word.word, finding)
            for word in registry
            for finding in check(word, registry, ("en", "es"))
        ]

    app = Flask("test")
    app.extensions.update(house=House(database), keyword_findings=lent)
    app.cli.add_command(keywords)
    result = app.test_cli_runner().invoke(args=["keywords", "check"])
    return result.exit_code, result.output


def test_words_far_apart_pass(database: Database) -> None:
    code, output = run(database, ["JACARANDA", "TURQUESA"])
    assert (code, output) == (0, "Every coded word can be told from every other.\n")


def test_a_collision_names_both_words_and_fails(database: Database) -> None:
    code, output = run(database, ["JACARANDA", "JACARANDO"])
    assert code == 1
    assert "error: JACARANDA: fewer than two edits from another word (JACARANDO)" in output


def test_an_everyday_word_is_only_warned_of(database: Database) -> None:
    code, output = run(database, ["market"])
    assert code == 0
    assert output.startswith("warning: market: an everyday word")
