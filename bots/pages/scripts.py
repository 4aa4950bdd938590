"""A look at every script in every language: its lines, its map, and walking through it."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from bots import review
from bots.model import RETURN, SILENCE, Script
from bots.pages import drawing, player, script_says, shelf
from bots.pages.here import house
from bots.prompts import language_name
from kernel.programme import Programme
from staff.access import SIGNED_IN

blueprint = Blueprint("scripts", __name__, url_prefix="/settings/scripts")
OTHER = "other"


@blueprint.context_processor
def _names() -> dict[str, object]:
    return {"script_name": script_says.name}


@blueprint.get("")
@SIGNED_IN
def index() -> str:
    """Lists the scripts and the languages they speak."""
    programme = _programme()
    return render_template(
        "scripts/index.html",
        scripts=shelf.scripts(),
        lines_of=shelf.lines_of,
        others=shelf.other_lines(),
        wordings=[review.wording(code) for code in review.spoken()],
        own_name=language_name,
        spoken=programme.languages,
    )


@blueprint.get("/<name>")
@SIGNED_IN
def lines(name: str) -> ResponseReturnValue:
    """Shows every line of a script: its text, its encoding, its segments."""
    wanted = shelf.other_lines() if name == OTHER else shelf.lines_of(_script(name))
    programme, language = _programme(), _language()
    found = list(shelf.looks(wanted, language, programme))
    return render_template("scripts/lines.html", looks=found, **_shell(name, language))


@blueprint.get("/<name>/map")
@SIGNED_IN
def map_of(name: str) -> ResponseReturnValue:
    """Draws a script as a graph, and lists the same ways as text."""
    script, programme, language = _script(name), _programme(), _language()
    ways: dict[str, list[drawing.Way]] = {}
    for way in drawing.ways(script):
        ways.setdefault(way.origin, []).append(way)
    looks = {step: shelf.look(one.says, language, programme) for step, one in script.steps.items()}
    return render_template(
        "scripts/map.html",
        drawing=drawing.draw(script),
        box=drawing,
        ways=ways,
        looks=looks,
        silence=SILENCE,
        back=RETURN,
        says=script_says,
        **_shell(name, language),
    )


@blueprint.get("/<name>/play")
@SIGNED_IN
def play(name: str) -> ResponseReturnValue:
    """Walks through a script by links; the address holds the walk, nothing is stored."""
    script, programme, language = _script(name), _programme(), _language()
    entry = request.args.get("from", "")
    entry = entry if entry in script.entries else script.entries[0]
    asked = "set" in request.args
    on = request.args.getlist("on") if asked else _usual(programme)
    around = player.circumstances(on, programme.languages)
    walk = [part for part in request.args.get("w", "").split(".") if part]
    played = player.play(script, entry, walk, around)
    lines = {said.line or said.asked for said in played.said}
    shown = {line: shelf.look(line, language, programme, around) for line in lines}
    return render_template(
        "scripts/play.html",
        played=played,
        looks=shown,
        entry=entry,
        entries=script.entries,
        on=on,
        switches=player.SWITCHES,
        says=script_says,
        **_shell(name, language),
    )


def _shell(name: str, language: str) -> dict[str, object]:
    return {
        "name": name,
        "other": OTHER,
        "language": language,
        "own_name": language_name,
        "speakable": review.spoken(),
    }


def _usual(programme: Programme) -> list[str]:
    decided = {
        "police_on": programme.police_on,
        "ambulance_on": programme.ambulance_on,
        "duty_known": programme.duty_known,
        "cover_on": programme.cover_on,
        "age_matters": programme.age_changes_service,
        "papers_true": programme.papers_line_on,
        "pregnancy_true": programme.pregnancy_words_on,
    }
    return [*script_says.USUALLY_ON, *(name for name, is_on in decided.items() if is_on)]


def _script(name: str) -> Script:
    return shelf.scripts().get(name) or abort(404)


def _language() -> str:
    wanted = request.args.get("in", "")
    return wanted if wanted in review.spoken() else _programme().default_language


def _programme() -> Programme:
    with house().glance() as desk:
        return desk.programme
