"""How a person talks with the line: reads what is asked, in either language, and answers it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from tests.doors.outside import Person

# What each question can be known by, in English and in Spanish; accents and case do not matter.
QUESTIONS = {
    "moment": ("is now a good time", "es un buen momento"),
    "fast": ("do you need help fast", "necesitas ayuda rapida"),
    "duty": ("go on?", "seguimos?"),
    "who": ("is this about", "esto es sobre"),
    "what": ("what happened?", "que paso?"),
    "happening": ("is that happening now", "eso esta pasando ahora"),
    "when": ("when was it", "cuando fue"),
    "clinic": ("find a clinic", "buscamos una clinica"),
    "area": ("which area", "en que zona"),
    "feels": ("which places feel right", "que lugares te van bien"),
    "kept": ("we keep this for a person", "guardamos esto para una persona"),
    "wants_word": ("want a secret word", "quieres una palabra secreta"),
    "word": ("send a word only you", "envia una palabra que solo tu"),
    "cover": ("cover word too", "palabra para disimular"),
    "wants_code": ("you also need a code", "tambien necesitas un codigo"),
    "code": ("your code:", "tu codigo:"),
    "no_word": ("no answer can be left", "no podemos dejar la respuesta"),
    "count": ("may we count this", "podemos contar esto"),
    "ask": ("ask them?", "preguntamos?"),
    "asked": ("they answer us, never", "responden a nuestro equipo"),
    "nowhere": ("we found no place", "no encontramos un lugar"),
    "end": ("that is all for now", "eso es todo por ahora"),
    "note": ("there is a note for you", "hay una nota para ti"),
    "no_news": ("no news yet", "aun no hay noticias"),
}
LAST = {"asked", "nowhere", "end"}
RECEIPT = re.compile(r"\d{5}-\d{5}-\d{2}")


@dataclass(frozen=True)
class Story:
    """What a person answers to each question; without a word she wants none."""

    what: str = "1"
    when: str = "4"
    area: str = "D2"
    feels: str = "3"
    word: str = ""
    code: bool = False
    count: bool = True
    ask: str = "1"

    def answer(self, asked: str) -> str:
        """Return the answer to a question."""
        fixed = {
            "moment": "1", "fast": "2", "duty": "1", "who": "1", "happening": "2", "clinic": "2",
            "kept": "0", "cover": "2", "code": "1", "no_word": "1",
            "what": self.what, "when": self.when, "area": self.area, "feels": self.feels,
            "wants_word": "1" if self.word else "2", "word": self.word,
            "wants_code": "1" if self.code else "2",
            "count": "1" if self.count else "2", "ask": self.ask,
        }  # fmt: skip
        return fixed[asked]


@dataclass(frozen=True)
class Held:
    """A conversation as it went: what was asked, in order, and the last line."""

    asked: tuple[str, ...]
    last: str
    receipt: str | None


def plain(text: str) -> str:
    """Write a text without case and accents."""
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def question_in(reply: str) -> str:
    """Say which question a reply asks."""
    heard = plain(reply)
    found = [name for name, words in QUESTIONS.items() if any(word in heard for word in words)]
    assert found, f"nobody outside knows what this asks: {reply}"
    # "That place cannot help" and the like begin with something else and end in a known question.
    return found[-1]


def converse(person: Person, first: str, story: Story) -> Held:
    """Hold a whole conversation, from a first text to a line that asks nothing."""
    reply = person.text(first)
    asked: list[str] = []
    receipt = None
    for _ in range(40):
        asked.append(question_in(reply))
        if asked[-1] == "code":
            found = RECEIPT.search(reply)
            assert found, reply
            receipt = found[0]
        if asked[-1] in LAST:
            return Held(tuple(asked), reply, receipt)
        reply = person.text(story.answer(asked[-1]))
    raise AssertionError(asked)
