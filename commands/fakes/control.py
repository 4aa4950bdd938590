"""`/control`: what the fake provider knows, and what it is told to do wrong."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

from commands.fakes.inbound import Written, receive, receive_parts
from commands.fakes.telling import call_back
from commands.fakes.wire import Answer, Request, said
from commands.fakes.world import Mischief, World

_ROOT: Final = "/control"
_DIALS: Final[Mapping[str, type]] = {
    "next": list, "always": str, "seconds": float, "callbacks": str, "times": int, "drop": float,
}  # fmt: skip
_KNOWN: Final = {*_DIALS, "opted_out", "window_closed", "deliver_to", "public_url"}


def owns(path: str) -> bool:
    """Says whether a path is for whoever plays with the fake provider."""
    return path == _ROOT or path.startswith(f"{_ROOT}/")


def answer(world: World, request: Request) -> Answer:
    """Shows, or changes, what the fake provider does."""
    if request.method == "GET":
        return said(200, _state(world))
    value = request.read_json() if request.raw else {}
    if value is None:
        return said(400, {"error": "send a JSON object, as application/json"})
    acts: dict[str, Callable[[World, dict[str, Any]], object]] = {
        _ROOT: _set,
        f"{_ROOT}/inbound": _inbound,
        f"{_ROOT}/callbacks": lambda world, _: {"posted": call_back(world)},
        f"{_ROOT}/reset": _reset,
    }
    act = acts.get(request.path)
    if act is None:
        return said(404, {"error": f"there are {', '.join(sorted(acts))}"})
    try:
        return said(200, act(world, value))
    except (KeyError, ValueError, TypeError) as error:
        return said(400, {"error": f"{type(error).__name__}: {error}"})


def _set(world: World, value: dict[str, Any]) -> object:
    extra = sorted(set(value) - _KNOWN)
    if extra:
        raise ValueError(f"{extra[0]} is none of {', '.join(sorted(_KNOWN))}")
    for name, kind in _DIALS.items():
        if name in value:
            setattr(world.mischief, name, kind(value[name]))
    for name in ("deliver_to", "public_url"):
        if name in value:
            setattr(world, name, str(value[name]))
    for name in ("opted_out", "window_closed"):
        if name in value:
            setattr(world, name, set(map(str, value[name])))
    return _state(world)


def _inbound(world: World, value: dict[str, Any]) -> object:
    if "parts" in value:
        parts = [Written.of({**value, "text": text}) for text in value["parts"]]
        return {"statuses": receive_parts(world, parts, backwards=bool(value.get("backwards")))}
    message, status = receive(world, Written.of(value))
    return {"sid": message.sid, "status": status}


def _reset(world: World, _: dict[str, Any]) -> object:
    world.mischief = Mischief()
    kept: tuple[list[Any] | set[str] | dict[str, Any], ...] = (
        world.asked, world.messages, world.faults, world.waiting, world.posted, world.lost,
        world.opted_out, world.window_closed,
    )  # fmt: skip
    for each in kept:
        each.clear()
    return _state(world)


def _state(world: World) -> dict[str, Any]:
    return {
        "mischief": asdict(world.mischief),
        "asked": len(world.asked),
        "sent": len(world.sent()),
        "kept": len(world.messages),
        "waiting": len(world.waiting),
        "posted": world.posted[-50:],
        "lost": len(world.lost),
        "faults": world.faults,
        "deliver_to": world.deliver_to,
    }
