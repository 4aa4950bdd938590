"""The survivor's script: the parts joined into one graph."""

from bots.model import Script
from bots.scripts import asking, danger, first_contact, saved, story

SURVIVOR = Script(
    name="survivor",
    entries=(
        "B1",
        "B1w",
        "first_danger",
        "path",
        "B22",
        "B23",
        "B14",
        "B14n",
        "B24",
        "B24p",
        "person",
        "B11r",
        *danger.PATH_LINES,
    ),
    steps={
        **first_contact.STEPS,
        **danger.STEPS,
        **story.STEPS,
        **saved.STEPS,
        **asking.STEPS,
    },
    forks={
        **first_contact.FORKS,
        **danger.FORKS,
        **story.FORKS,
        **saved.FORKS,
        **asking.FORKS,
    },
    conditions=story.CONDITIONS,
)
