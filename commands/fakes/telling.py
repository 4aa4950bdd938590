"""The news the fake provider gives of what it was sent, in whatever order it is told to."""

from typing import Any, Final

from commands.fakes.posting import meta_batch, our_url, post_form, post_json, post_plain
from commands.fakes.world import News, World

_AT_NEWS: Final = {"sent": "Sent", "delivered": "Success", "failed": "Failed"}


def call_back(world: World) -> int:
    """Posts the news that waits, as the mischief of the moment orders it; returns how many."""
    waiting, world.waiting = world.waiting, []
    if world.mischief.callbacks == "reversed":
        waiting.reverse()
    done = 0
    for news in waiting:
        news.message.status, news.message.error_code = news.status, news.error_code
        for _ in range(max(world.mischief.times, 1)):
            done += _tell(world, news)
    return done


def _tell(world: World, news: News) -> int:
    if world.mischief.callbacks == "none":
        return 0
    message = news.message
    match message.provider:
        case "twilio" if "StatusCallback" in message.fields:
            _tell_twilio(world, news, message.fields["StatusCallback"])
        case "meta":
            post_json(world, our_url(world, "/webhooks/meta/message"), _meta_news(world, news))
        case "africastalking":
            form = {
                "id": message.sid, "phoneNumber": message.recipient, "networkCode": "63902",
                "status": _AT_NEWS.get(news.status, "Failed"), "retryCount": "0",
            }  # fmt: skip
            if form["status"] == "Failed":
                form["failureReason"] = "DeliveryFailure"
            secret = world.accounts.at_path_secret
            post_plain(world, our_url(world, f"/webhooks/africastalking/{secret}/status"), form)
        case _:
            return 0
    return 1


def _tell_twilio(world: World, news: News, url: str) -> None:
    message = news.message
    form = {
        "MessageSid": message.sid, "SmsSid": message.sid, "MessageStatus": news.status,
        "SmsStatus": news.status, "To": message.recipient, "From": message.sender,
        "AccountSid": world.accounts.account_sid, "ApiVersion": "2010-04-01",
    }  # fmt: skip
    if news.error_code is not None:
        form["ErrorCode"] = str(news.error_code)
    post_form(world, url, form)


def _meta_news(world: World, news: News) -> dict[str, Any]:
    message = news.message
    status: dict[str, Any] = {
        "id": message.sid, "status": news.status, "recipient_id": message.recipient,
        "timestamp": str(int(message.at.timestamp())),
    }  # fmt: skip
    ours = message.fields.get("biz_opaque_callback_data")
    if ours:
        status["biz_opaque_callback_data"] = ours
    if news.error_code is not None:
        status["errors"] = [{"code": news.error_code, "title": "failed"}]
    return meta_batch(world, statuses=[status])
