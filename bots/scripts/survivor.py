"""The survivor's script: the parts joined into one graph."""

from bots.model import Script
from bots.scripts import asking, children, danger, first_contact, saved, story, walk

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
        "B10p",
        "B17",
        "B25",
        "B25p",
        *danger.PATH_LINES,
    ),
    steps={
        **first_contact.STEPS,
        **danger.STEPS,
        **story.STEPS,
        **saved.STEPS,
        **asking.STEPS,
        **children.STEPS,
        **walk.STEPS,
    },
    forks={
        **first_contact.FORKS,
        **danger.FORKS,
        **story.FORKS,
        **saved.FORKS,
        **asking.FORKS,
        **children.FORKS,
        **walk.FORKS,
    },
    conditions=story.CONDITIONS,
)
