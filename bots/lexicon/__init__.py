"""The languages the bot understands, one file each."""

from collections.abc import Mapping
from typing import Final

from bots.lexicon.ar import ARABIC
from bots.lexicon.en import ENGLISH
from bots.lexicon.es import SPANISH
from bots.lexicon.fr import FRENCH
from bots.lexicon.hi import HINDI
from bots.lexicon.model import Lexicon
from bots.lexicon.pt import PORTUGUESE
from bots.lexicon.sw import SWAHILI
from bots.lexicon.zu import ZULU

LEXICONS: Final[Mapping[str, Lexicon]] = {
    lexicon.code: lexicon
    for lexicon in (
        ENGLISH,
        SPANISH,
        FRENCH,
        PORTUGUESE,
        ARABIC,
        HINDI,
        SWAHILI,
        ZULU,
    )
}
