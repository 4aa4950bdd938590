"""What the practice city tells of its made-up providers: where to post, and what to sign with."""

from typing import Final

from vault.rehearsing import practice_secret

# Like a real one in shape; the number behind it is the line's own, of fiction.
PHONE_NUMBER_ID: Final = "100000015550190"
SHORT_CODE: Final = "55019"
SERVICE_CODE: Final = "*384*5501#"


def providers(url: str, auth_token: str) -> dict[str, dict[str, str]]:
    """Returns the addresses and secrets of the channels beside Twilio, the same each time."""
    base = url.rstrip("/") + "/webhooks"
    secret = practice_secret(auth_token, "africastalking path")
    road = f"{base}/africastalking/{secret}"
    return {
        "meta": {
            "phone_number_id": PHONE_NUMBER_ID,
            "display_phone_number": "15550190",
            "app_secret": practice_secret(auth_token, "meta app"),
            "verify_token": practice_secret(auth_token, "meta verify"),
            "url": f"{base}/meta/message",
        },
        "africastalking": {
            "path_secret": secret,
            "sms_url": f"{road}/sms",
            "ussd_url": f"{road}/ussd",
            "status_url": f"{road}/status",
            "shortcode": SHORT_CODE,
            "service_code": SERVICE_CODE,
        },
    }
