"""The languages the bot understands, one file each."""

from collections.abc import Mapping
from typing import Final

from bots.lexicon.en import ENGLISH
from bots.lexicon.es import SPANISH
from bots.lexicon.model import Lexicon

LEXICONS: Final[Mapping[str, Lexicon]] = {lexicon.code: lexicon for lexicon in (ENGLISH, SPANISH)}
