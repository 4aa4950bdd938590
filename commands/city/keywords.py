"""The coded words of the practice city."""

from dataclasses import dataclass
from typing import Final

EXIT_WORD: Final = "X"


@dataclass(frozen=True)
class MadeUpWord:
    """Holds a coded word and where it is spread."""

    word: str
    intent: str
    language: str
    place: str
    hours: str = "Mon-Sun 00:00-24:00"


KEYWORDS: Final = (
    MadeUpWord("JACARANDA", "report", "en", "clinic doors, bus stops"),
    MadeUpWord("GIRASOL", "report", "es", "clinic doors, bus stops"),
    MadeUpWord("LAMPLIGHT", "walk", "en", "handed out at the safety walk"),
    MadeUpWord("FAROLITO", "walk", "es", "handed out at the safety walk"),
    MadeUpWord("HIBISCUS", "danger", "en", "told by a person, on no poster"),
    MadeUpWord("MADRESELVA", "danger", "es", "told by a person, on no poster"),
    MadeUpWord("COQUELICOT", "report", "fr", "clinic doors, bus stops"),
    MadeUpWord("PERVENCHE", "danger", "fr", "told by a person, on no poster"),
    MadeUpWord("LANTERNE", "walk", "fr", "handed out at the walk"),
    MadeUpWord("HORTENSIA", "report", "pt", "clinic doors, bus stops"),
    MadeUpWord("SAMAMBAIA", "danger", "pt", "told by a person, on no poster"),
    MadeUpWord("CANDEEIRO", "walk", "pt", "handed out at the walk"),
    MadeUpWord("أقحوان", "report", "ar", "clinic doors, bus stops"),
    MadeUpWord("سنديان", "danger", "ar", "told by a person, on no poster"),
    MadeUpWord("صفصاف", "walk", "ar", "handed out at the walk"),
    MadeUpWord("गुलमोहर", "report", "hi", "clinic doors, bus stops"),
    MadeUpWord("पारिजात", "danger", "hi", "told by a person, on no poster"),
    MadeUpWord("अमलतास", "walk", "hi", "handed out at the walk"),
    MadeUpWord("ALIZETI", "report", "sw", "clinic doors, bus stops"),
    MadeUpWord("YUNGIYUNGI", "danger", "sw", "told by a person, on no poster"),
    MadeUpWord("MKOROSHO", "walk", "sw", "handed out at the walk"),
    MadeUpWord("UMNDUZE", "report", "zu", "clinic doors, bus stops"),
    MadeUpWord("INKOMANKOMO", "danger", "zu", "told by a person, on no poster"),
    MadeUpWord("UMSINSI", "walk", "zu", "handed out at the walk"),
)
