"""The organizations of the practice city, all invented; each says how it answers."""

from dataclasses import dataclass
from typing import Final

INTAKE: Final = "marigold"


@dataclass(frozen=True)
class MadeUp:
    """Holds one invented organization; `safe_name` is None where only a person may say it."""

    slug: str
    name: str
    about: str
    safe_name: str | None
    answers_by: str = "account"


ORGANIZATIONS: Final = (
    MadeUp(INTAKE, "Marigold Line", "Hears people by text and finds help.", "Marigold Line"),
    MadeUp("lantern", "Lantern House", "Safe nights, found through the line only.", None),
    MadeUp("juniper", "Juniper Rooms", "Rooms for women and their children.", "Juniper Rooms"),
    MadeUp("openroof", "Open Roof", "Beds and a fresh start for anyone.", "Open Roof", "link"),
    MadeUp("harbour", "Harbour Hospital", "The city's hospital.", "Harbour Hospital"),
    MadeUp("eastside", "East Side Clinic", "Care after harm, day and night.", "East Side Clinic"),
    MadeUp("tidewater", "Tidewater Health", "Health posts by the sea.", "Tidewater Health", "link"),
    MadeUp("central", "Central Police Desk", "Trained officers, one desk a district.", "Desk One"),
    MadeUp(
        "quarry", "Quarry Side Post", "The police post on the hill.", "Quarry Side Post", "link"
    ),
    MadeUp("oversight", "City Oversight Office", "Hears complaints about officers.", "Desk Two"),
    MadeUp("hearing", "Fair Hearing", "Lawyers who come with you.", "Fair Hearing"),
    MadeUp("weavers", "Weavers Advice", "Legal papers, work and money.", "Weavers Advice"),
    MadeUp("spring", "Second Spring", "A way back to work and calm.", "Second Spring"),
    MadeUp("quiet", "Quiet Rooms", "Somebody to talk to.", "Quiet Rooms"),
    MadeUp("heron", "Heron Talks", "Counselling by the water.", "Heron Talks", "link"),
    MadeUp("kites", "Little Kites", "Looks after children and the young.", "Little Kites"),
)
