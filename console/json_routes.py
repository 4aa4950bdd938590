"""The description of the JSON routes, in OpenAPI 3."""

from typing import Any

_PAGE = {
    "type": "object",
    "required": ["total_items", "total_pages", "page_number", "size", "empty", "contents"],
    "properties": {
        "total_items": {"type": "integer"},
        "total_pages": {"type": "integer"},
        "page_number": {"type": "integer"},
        "size": {"type": "integer"},
        "first_page": {"type": "boolean"},
        "last_page": {"type": "boolean"},
        "empty": {"type": "boolean"},
        "contents": {"type": "array", "items": {"type": "object"}},
    },
}
_MESSAGES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["direction", "channel", "body", "segments", "at"],
        "properties": {
            "direction": {"type": "string", "enum": ["in", "out"]},
            "channel": {"type": "string", "enum": ["sms", "whatsapp"]},
            "body": {"type": "string"},
            "segments": {"type": "integer"},
            "at": {"type": "string", "format": "date-time"},
        },
    },
}


def describe(address: str) -> dict[str, Any]:
    """Returns the description, for a house at this address."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "Undertone", "version": "1"},
        "servers": [{"url": address}],
        "paths": {
            "/api/hsds/services": _path(
                "The public directory, in the shapes of HSDS 3",
                _PAGE,
                page={"type": "integer", "minimum": 1},
                per_page={"type": "integer", "minimum": 1, "maximum": 100},
            ),
            "/phone/messages": _path(
                "The thread of a practice phone; practice databases only",
                _MESSAGES,
                address={"type": "string"},
            ),
        },
    }


def _path(summary: str, gives: dict[str, Any], **asks: dict[str, Any]) -> dict[str, Any]:
    given = {"description": summary, "content": {"application/json": {"schema": gives}}}
    parameters = [{"name": name, "in": "query", "schema": kind} for name, kind in asks.items()]
    return {"get": {"summary": summary, "parameters": parameters, "responses": {"200": given}}}
