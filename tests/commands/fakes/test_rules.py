from __future__ import annotations

from typing import Any

import pytest

from commands.fakes import meta_rules, twilio_rules
from tests.commands.fakes.asking import PLAIN


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([*PLAIN, ("Colour", "red")], 20001),
        ([*PLAIN, ("Body", "twice")], 20001),
        ([*PLAIN, ("ValidityPeriod", "0")], 20001),
        ([*PLAIN, ("ValidityPeriod", "36001")], 20001),
        ([*PLAIN, ("StatusCallback", "https://a_b.example/x")], 21609),
        ([*PLAIN, ("ContentSid", "HX1")], 21655),
        ([*PLAIN, ("ContentSid", "HX" + "0" * 32)], 21658),
        ([*PLAIN, ("ContentVariables", '{"1": "x"}')], 21656),
        ([("To", "5550100"), *PLAIN[1:]], 21211),
        ([("To", "whatsapp:us.1"), *PLAIN[1:]], 21211),
        ([("To", "whatsapp:+15550100"), *PLAIN[1:]], 21910),
        (PLAIN[1:], 21604),
        ([PLAIN[0], PLAIN[2]], 21603),
        (PLAIN[:2], 21602),
        ([*PLAIN[:2], ("Body", "x" * 1601)], 21617),
    ],
)
def test_a_malformed_message_has_its_code(pairs: list[tuple[str, str]], code: int) -> None:
    wrong = twilio_rules.message_fault(pairs)
    assert wrong is not None
    assert wrong.code == code


def test_a_sound_message_has_none() -> None:
    callback = ("StatusCallback", "https://line.example/webhooks/twilio/status?m=1")
    assert twilio_rules.message_fault([*PLAIN, callback, ("ValidityPeriod", "119")]) is None


def reply(title: str = "Yes", reply_id: str = "1") -> dict[str, Any]:
    return {"type": "reply", "reply": {"id": reply_id, "title": title}}


def buttons(*made: dict[str, Any]) -> dict[str, Any]:
    action = {"buttons": list(made)}
    shown = {"type": "button", "body": {"text": "Hi"}, "action": action}
    return {
        "messaging_product": "whatsapp", "to": "+15550100", "type": "interactive",
        "interactive": shown,
    }  # fmt: skip


def listed(rows: int, title: str = "row") -> dict[str, Any]:
    made = [{"id": str(at), "title": f"{title} {at}"} for at in range(rows)]
    action = {"button": "1–9", "sections": [{"rows": made}]}
    shown = {"type": "list", "body": {"text": "Hi"}, "action": action}
    return {**buttons(), "interactive": shown}


@pytest.mark.parametrize(
    "message",
    [
        buttons(*[reply(str(at), str(at)) for at in range(4)]),
        buttons(reply("x" * 21)),
        buttons(reply(), reply()),
        buttons({"type": "url", "reply": {"id": "1", "title": "x"}}),
        buttons(),
        listed(11),
        listed(1, "x" * 24),
        {**buttons(reply()), "text": {"body": "both"}},
        {**buttons(reply()), "colour": "red"},
        {**buttons(reply()), "to": "abc"},
        {**buttons(reply()), "messaging_product": "sms"},
        {**buttons(reply()), "biz_opaque_callback_data": "x" * 513},
        {"messaging_product": "whatsapp", "to": "+15550100", "type": "text", "text": {"body": ""}},
        {"messaging_product": "whatsapp", "to": "+15550100", "type": "text"},
    ],
)
def test_a_malformed_message_to_meta_is_a_fault(message: dict[str, Any]) -> None:
    assert meta_rules.message_fault(message)


def test_sound_ones_are_none() -> None:
    assert meta_rules.message_fault(buttons(reply("Yes", "1"), reply("No", "2"))) == ""
    assert meta_rules.message_fault(listed(10)) == ""
