"""The services of the practice city: seven kinds, some open all night, some shut, full or stale."""

from dataclasses import dataclass
from typing import Final

from kernel.vocabulary import Category

ALWAYS: Final = "24/7"
_DAYS: Final = "Mo-Fr 08:00-17:00"
_LONG: Final = "Mo-Sa 07:00-20:00"
_EVENINGS: Final = "Mo-Fr 15:00-21:00; Sa 09:00-13:00"
_CITY: Final = ("C",)
_YES: Final = "confirmed"


@dataclass(frozen=True)
class MadeUpService:
    """Holds one invented service; a home of "" is a place that is not written down."""

    slug: str
    organization: str
    name: str
    category: Category
    home: str
    areas: tuple[str, ...] = _CITY
    hours: str | None = ALWAYS
    languages: tuple[str, ...] = ("en", "es")
    checked: int | None = 3
    capacity: str = "open"
    serves: str = "anyone"
    male: str = _YES
    trans: str = _YES
    ages: tuple[int | None, int | None] = (None, None)
    accessibility: str = "step_free"
    status: str = "active"
    tells_police: bool = False
    confidential: bool = False
    mediates: bool = False
    asks_papers: bool = False
    fee: bool = False


_S = MadeUpService
_K = Category

SERVICES: Final[tuple[MadeUpService, ...]] = (
    # Shelter
    _S("lantern-house", "lantern", "Safe nights", _K.SHELTER, "", serves="women", confidential=True,
       male="refuses"),
    _S("lantern-young", "lantern", "Safe nights, under 18", _K.SHELTER, "", serves="women",
       confidential=True, ages=(None, 17), capacity="full", male="refuses"),
    _S("juniper-rooms", "juniper", "Rooms for women", _K.SHELTER, "D5-N1", serves="women",
       male="refuses", checked=1),
    _S("juniper-family", "juniper", "Rooms for families", _K.SHELTER, "D5-N4", serves="women",
       male="refuses", checked=5, languages=("en",)),
    _S("juniper-annexe", "juniper", "Annexe", _K.SHELTER, "D5-N6", serves="women", male="refuses",
       capacity="full"),
    _S("openroof-beds", "openroof", "Beds for anyone", _K.SHELTER, "D3-N4", checked=2),
    _S("openroof-men", "openroof", "Beds for men", _K.SHELTER, "D3-N5", serves="men", checked=6),
    _S("openroof-winter", "openroof", "Winter hall", _K.SHELTER, "D4-N5", status="inactive"),
    # Health
    _S("harbour-emergency", "harbour", "Emergency care", _K.HEALTH, "D1-N2", tells_police=True),
    _S("harbour-care", "harbour", "Care after assault", _K.HEALTH, "D1-N2", checked=4),
    _S("eastside-night", "eastside", "Day and night clinic", _K.HEALTH, "D3-N2", checked=1),
    _S("eastside-flats", "eastside", "Clinic at the Flats", _K.HEALTH, "D5-N2", ("D5", "D6"),
       _LONG),
    _S("eastside-heights", "eastside", "Clinic at the Heights", _K.HEALTH, "D2-N6", ("D2",), _DAYS,
       fee=True),
    _S("tidewater-post", "tidewater", "Health post", _K.HEALTH, "D4-N3", checked=7),
    _S("tidewater-van", "tidewater", "Health van", _K.HEALTH, "D6-N7", ("D6",), _EVENINGS,
       checked=200),
    # Police
    _S("central-harbour", "central", "Desk Old Harbour", _K.POLICE, "D1-N6"),
    _S("central-heights", "central", "Desk Sorrel Heights", _K.POLICE, "D2-N7", ("D2",), _LONG),
    _S("central-saltmarsh", "central", "Desk Saltmarsh", _K.POLICE, "D4-N5", ("D4",), _LONG,
       asks_papers=True),
    _S("quarry-post", "quarry", "Post on the hill", _K.POLICE, "D6-N1", checked=9),
    _S("oversight-desk", "oversight", "Complaints about officers", _K.POLICE, "D3-N1"),
    _S("oversight-line", "oversight", "Complaints by phone", _K.POLICE, "", checked=None),
    # Legal
    _S("hearing-line", "hearing", "Lawyer by phone", _K.LEGAL, "", checked=2),
    _S("hearing-court", "hearing", "Lawyer at the court", _K.LEGAL, "D1-N2", hours=_DAYS),
    _S("hearing-mediation", "hearing", "Family mediation", _K.LEGAL, "D2-N6", hours=_DAYS,
       mediates=True),
    _S("weavers-advice", "weavers", "Legal advice", _K.LEGAL, "D3-N2", checked=5),
    _S("weavers-papers", "weavers", "Help with papers", _K.LEGAL, "D5-N3", ("D5", "D6"), _EVENINGS,
       asks_papers=True),
    _S("spring-rights", "spring", "Know your rights", _K.LEGAL, "D4-N7", hours=_LONG),
    # Psychosocial
    _S("quiet-line", "quiet", "Talk at any hour", _K.PSYCHOSOCIAL, "", checked=1),
    _S("quiet-rooms", "quiet", "Quiet rooms", _K.PSYCHOSOCIAL, "D1-N4", hours=_LONG),
    _S("quiet-women", "quiet", "Women's circle", _K.PSYCHOSOCIAL, "D3-N6", ("D3",), _EVENINGS,
       serves="women", male="refuses"),
    _S("heron-talks", "heron", "Counselling", _K.PSYCHOSOCIAL, "D4-N2", checked=8),
    _S("heron-groups", "heron", "Groups", _K.PSYCHOSOCIAL, "D4-N4", ("D4",), '"by appointment"'),
    _S("spring-calm", "spring", "One to one", _K.PSYCHOSOCIAL, "D6-N7", ("D5", "D6"), _LONG),
    _S("eastside-talk", "eastside", "Talk after care", _K.PSYCHOSOCIAL, "D3-N2", checked=4),
    # Livelihoods
    _S("spring-work", "spring", "Back to work", _K.LIVELIHOODS, "D6-N7", hours=_DAYS),
    _S("spring-grant", "spring", "Small grants", _K.LIVELIHOODS, "D6-N7", ("D6",), _DAYS,
       capacity="waitlist"),
    _S("weavers-money", "weavers", "Money advice", _K.LIVELIHOODS, "D3-N2", hours=_LONG),
    _S("weavers-loom", "weavers", "Looms and training", _K.LIVELIHOODS, "D3-N5", ("D3",), _DAYS,
       serves="women", male="refuses", fee=True),
    _S("openroof-start", "openroof", "A fresh start", _K.LIVELIHOODS, "D3-N4", hours=_LONG),
    _S("openroof-kitchen", "openroof", "Kitchen jobs", _K.LIVELIHOODS, "D4-N5", hours=_DAYS,
       checked=None),
    # Child protection
    _S("kites-line", "kites", "Child line desk", _K.CHILD_PROTECTION, "", ages=(None, 17)),
    _S("kites-home", "kites", "Day home", _K.CHILD_PROTECTION, "D2-N7", hours=_LONG,
       ages=(None, 17)),
    _S("harbour-children", "harbour", "Children's ward", _K.CHILD_PROTECTION, "D1-N2",
       ages=(None, 17), tells_police=True),
    _S("spring-parents", "spring", "For parents", _K.CHILD_PROTECTION, "D6-N6", hours=_DAYS),
    _S("kites-talk", "kites", "Young people talk", _K.PSYCHOSOCIAL, "D2-N7", hours=_LONG,
       ages=(10, 21)),
    _S("harbour-night", "harbour", "Night beds", _K.SHELTER, "D1-N2", capacity="unknown",
       tells_police=True),
)  # fmt: skip
