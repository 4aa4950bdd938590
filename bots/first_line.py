"""The neutral line that staff may send first, in her language; it asks whether now is good."""

from typing import Final

from bots import phrases, prompts
from kernel.programme import Programme
from kernel.vocabulary import Channel

_LINE: Final = "B1"
_BESIDE_HERS: Final = 2


def first_line(programme: Programme, language: str, channel: Channel) -> str:
    """Returns the words of the first line, as her own first text would be answered."""
    values = {"line": programme.line, "other": _other(programme, language)}
    rendered = prompts.render(_LINE, language, values)
    return rendered.full if channel is Channel.WHATSAPP else rendered.text


def _other(programme: Programme, language: str) -> str:
    others = [code for code in programme.languages if code != language]
    if len(others) < _BESIDE_HERS:
        return "".join(map(prompts.language_name, others))
    return phrases.language_word(language)
