"""Hearing a voice note, or seeing a picture, of a case that was opened for a purpose."""

from uuid import UUID

from flask import Response, redirect, url_for
from werkzeug.wrappers import Response as Answer

from console import purposes
from console.case_page import blueprint
from console.pages import refuse
from console.shell import entered, house
from pathway.desk import Denied
from pathway.kinds import ENDINGS
from pathway.listening import read_media
from staff.access import Action, allow

# Whatever is in it runs no script, loads nothing, and is not kept by the browser.
_SEALED_OFF = {
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}


@blueprint.get("/cases/<code>/media/<uuid:media_id>")
@allow(Action.READ_CASES)
def media(code: str, media_id: UUID) -> Answer:
    """Hands out one piece to whoever has said why the case is open; journalled each time."""
    reader = entered()
    purpose = purposes.remembered(reader.session_id, code, house().clock.now())
    if purpose is None:
        return redirect(url_for("cases.page", code=code), 303)
    with house().desk() as desk:
        opened = read_media(desk, reader, code, media_id, purpose)
    if isinstance(opened, Denied):
        return refuse(desk, opened.reason)
    name = f"{code}-{media_id.hex[:4]}.{ENDINGS[opened.type]}"
    return Response(
        opened.content,
        content_type=opened.type,
        headers={**_SEALED_OFF, "Content-Disposition": f'attachment; filename="{name}"'},
    )
