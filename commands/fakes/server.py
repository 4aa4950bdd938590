"""The fake provider's door: real HTTP, with resets and silences where it is told to."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, Final

from commands.fakes import africastalking, control, meta_api, twilio_api
from commands.fakes.wire import Answer, Manner, Request
from commands.fakes.world import World

_HANG_SECONDS: Final = 20.0
_APIS: Final[tuple[tuple[Callable[[str], bool], Callable[[World, Request], Answer]], ...]] = (
    (control.owns, control.answer),
    (twilio_api.owns, twilio_api.answer),
    (africastalking.owns, africastalking.answer),
    (meta_api.owns, meta_api.answer),
)


def answer(world: World, request: Request) -> Answer:
    """Answers a request as the provider whose path it is."""
    for owns, respond in _APIS:
        if owns(request.path):
            return respond(world, request)
    return Answer(404, b'{"message": "no provider has this path"}')


class _Handler(BaseHTTPRequestHandler):
    world: ClassVar[World]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._respond()

    def do_POST(self) -> None:
        self._respond()

    def do_DELETE(self) -> None:
        self._respond()

    def _respond(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        base = f"http://{self.headers.get('Host', '')}"
        self._say(answer(self.world, Request(self.command, path, query, headers, raw, base)))

    def _say(self, given: Answer) -> None:
        if given.manner is Manner.RESET:
            self._reset()
            return
        if given.manner is Manner.HANG:
            self.world.release.wait(_HANG_SECONDS)
        self.send_response(given.status)
        self.send_header("Content-Type", given.content_type)
        self.send_header("Content-Length", str(len(given.body)))
        for name, value in given.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(given.body)

    def _reset(self) -> None:
        # Lingering for no time at all turns the close into a reset.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_: object) -> None:
        """Logs nothing: a path can hold a number."""


def bind(world: World, host: str = "127.0.0.1", port: int = 0) -> ThreadingHTTPServer:
    """Opens the door on a port (0 takes a free one); `serve_forever` answers."""
    handler = type("Handler", (_Handler,), {"world": world})
    server = ThreadingHTTPServer((host, port), handler)
    server.daemon_threads = True
    return server


@contextmanager
def running(world: World) -> Iterator[str]:
    """Runs the fake provider beside the caller and gives its address."""
    server = bind(world)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        world.release.set()
        server.shutdown()
        thread.join()
        server.server_close()
