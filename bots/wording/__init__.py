"""Every line of the bot, in the order of the dialogues."""

from collections.abc import Mapping
from typing import Final

from bots.wording.asking_lines import PROMPTS as ASKING
from bots.wording.danger_lines import PROMPTS as DANGER
from bots.wording.first_contact import PROMPTS as FIRST
from bots.wording.model import Prompt
from bots.wording.other_lines import PROMPTS as OTHER
from bots.wording.story_lines import PROMPTS as STORY
from bots.wording.walk_lines import PROMPTS as WALK

PROMPTS: Final[Mapping[str, Prompt]] = {
    prompt.id: prompt for prompt in (*FIRST, *DANGER, *STORY, *ASKING, *OTHER, *WALK)
}
