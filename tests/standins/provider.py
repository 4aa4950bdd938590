"""A stand-in for the message provider's REST interface: real HTTP, and it can misbehave."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qsl


@dataclass
class Provider:
    """What the stand-in heard, took, and is told to do next; then it behaves again."""

    address: str = ""
    next: list[str] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    taken: list[dict[str, str]] = field(default_factory=list)
    authorizations: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)
    arrived: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    provider: ClassVar[Provider]
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        provider = self.provider
        length = int(self.headers["Content-Length"])
        form = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
        provider.asked.append(form)
        provider.paths.append(self.path)
        provider.authorizations.append(self.headers.get("Authorization", ""))
        provider.arrived.set()
        behaviour = provider.next.pop(0) if provider.next else "take"
        match behaviour:
            case "take":
                self._take(form)
            case "hang":
                provider.taken.append(form)
                provider.release.wait(20)
            case "reset":
                provider.taken.append(form)
                self._reset()
            case "garbage":
                provider.taken.append(form)
                self._answer(201, b"<html>not what was promised")
            case "500":
                self._answer(500, b'{"status": 500, "message": "no", "code": 20500}')
            case "429":
                self._answer(429, b'{"status": 429, "message": "slow", "code": 20429}')
            case code:
                said = {"status": 400, "message": "no", "code": int(code)}
                self._answer(400, json.dumps(said).encode())

    def _take(self, form: dict[str, str]) -> None:
        self.provider.taken.append(form)
        sid = f"SM{len(self.provider.taken):032x}"
        said = {"sid": sid, "status": "queued", "to": form["To"], "body": form["Body"]}
        self._answer(201, json.dumps(said).encode())

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _reset(self) -> None:
        # Lingering for no time at all turns the close into a reset.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def provider_running() -> Iterator[Provider]:
    """Runs the stand-in on a free port of this machine."""
    provider = Provider()
    handler = type("Handler", (_Handler,), {"provider": provider})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    provider.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield provider
    finally:
        provider.release.set()
        server.shutdown()
        thread.join()
        server.server_close()
