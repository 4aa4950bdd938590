"""The yardstick: the least a handler can do that verifies, seals and keeps a message for certain.

Flask; a provider's form; its signature checked by the provider's own library; the sender as an
HMAC; the body padded to 1 KiB and sealed to a public key; one row committed; a constant answer.
It shares nothing with the product but the choice of ciphers.
"""

import hmac
import os
import threading
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from typing import Any
from uuid import uuid4

from flask import Flask, Response, request
from sqlalchemy import (
    Column,
    Engine,
    LargeBinary,
    MetaData,
    Table,
    Uuid,
    create_engine,
    event,
    insert,
)
from twilio.request_validator import RequestValidator

from vault.keys import new_private_key
from vault.sealing import SUITE

PADDED = 1024
ANSWER = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
HELD = Table(
    "held",
    MetaData(),
    Column("id", Uuid, primary_key=True),
    Column("sender", LargeBinary, nullable=False),
    Column("message", LargeBinary, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
)


def create_app() -> Flask:
    """Returns the handler; the environment names its database, address and token."""
    app = Flask("minimal", static_folder=None)
    engine = open_engine(os.environ["BENCH_DATABASE_URL"])
    url = os.environ["BENCH_PUBLIC_URL"] + "/webhooks/twilio/message"
    validator = RequestValidator(os.environ["BENCH_TOKEN"])
    public = new_private_key("bench:1").public.kem
    pepper = os.urandom(32)
    turn: AbstractContextManager[Any] = nullcontext()
    if engine.dialect.name == "sqlite":
        turn = threading.Lock()

    @app.post("/webhooks/twilio/message")
    def hear() -> Response:
        form = request.form
        if not validator.validate(url, form, request.headers.get("X-Twilio-Signature", "")):
            return Response(status=403)
        values = {
            "id": uuid4(),
            "sender": hmac.digest(pepper, form["From"].encode(), sha256),
            "message": hmac.digest(pepper, form["MessageSid"].encode(), sha256),
            "body": SUITE.encrypt(form["Body"].encode().ljust(PADDED, b"\0"), public, b"held"),
        }
        with turn, engine.begin() as connection:
            connection.execute(insert(HELD), values)
        return Response(ANSWER, content_type="text/xml; charset=utf-8")

    return app


def open_engine(url: str) -> Engine:
    """Opens the yardstick's own database with durable commits."""
    engine = create_engine(url, pool_size=1, max_overflow=0)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _durable)
    return engine


def make_table(url: str) -> None:
    """Makes the yardstick's one table, before its servers start."""
    engine = open_engine(url)
    HELD.metadata.create_all(engine)
    engine.dispose()


def _durable(connection: Any, record: object) -> None:  # noqa: ANN401 - a driver's connection
    del record
    connection.execute("PRAGMA journal_mode=wal")
    connection.execute("PRAGMA synchronous=2")
