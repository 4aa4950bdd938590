"""How a request to send is answered: as it should be, or as the mischief of the moment says."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from commands.fakes.wire import Answer, Manner
from commands.fakes.world import Message, News, World

_HAPPY: Final = ("sent", "delivered")
_LATE_ENDS: Final = {30003: "undelivered", 30005: "undelivered", 30006: "undelivered"}


@dataclass(frozen=True)
class Voice:
    """Holds how one provider says yes and no."""

    accept: Callable[[Message], Answer]
    refuse: Callable[[int], Answer]
    slow_down: Callable[[str], Answer]
    fail: Callable[[], Answer]


def send(world: World, voice: Voice, message: Message) -> Answer:
    """Takes a sound message or misbehaves; whatever is kept shall also be told of."""
    doing, _, detail = world.mischief.pick().partition(":")
    if doing.isdecimal() and doing not in {"429", "500"}:
        return voice.refuse(int(doing))
    match doing:
        case "429":
            return voice.slow_down(detail)
        case "500":
            return voice.fail()
        case "slow":
            time.sleep(float(detail))
        case "late":
            message.error_code = int(detail)
    world.keep(message)
    _will_tell(world, message)
    if world.mischief.seconds:
        time.sleep(world.mischief.seconds)
    return _answer(doing, voice, message)


def _answer(doing: str, voice: Voice, message: Message) -> Answer:
    match doing:
        case "hang":
            return Answer(504, manner=Manner.HANG)
        case "reset":
            return Answer(0, manner=Manner.RESET)
        case "taken":
            return voice.fail()
        case "garbage":
            return replace(voice.accept(message), body=b"<html>not what was promised")
    return voice.accept(message)


def _will_tell(world: World, message: Message) -> None:
    code = message.error_code
    if code is None:
        world.waiting += [News(message, status) for status in _HAPPY]
    else:
        world.waiting.append(News(message, _LATE_ENDS.get(code, "failed"), code))
