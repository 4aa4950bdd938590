"""Fetches one file from a provider: known hosts only, never into a private network, never too much.

The password goes to the provider itself and to no host it sends us on to. A name is looked up once,
and the connection goes to exactly the address that was looked at.
"""

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

_MOST_HOPS: Final = 3
_HTTP, _HTTPS = 80, 443
_REFUSED_US: Final = frozenset({401, 403})
_CHUNK: Final = 64 * 1024
_OK, _FIRST_ERROR, _SERVER_FAULT = 200, 400, 500
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_AGAIN: Final = frozenset({408, 425, 429})
_TIMEOUT: Final = urllib3.Timeout(connect=10, read=20)


@dataclass(frozen=True)
class Got:
    """Holds a fetched file."""

    content: bytes


@dataclass(frozen=True)
class Later:
    """Says that it may work another time, and what stood in the way."""

    why: str


@dataclass(frozen=True)
class Never:
    """Says that it will not work: refused, gone or too_big."""

    why: str


@dataclass(frozen=True)
class Allowed:
    """Holds where files may come from; `ours` is an address of the settings, for tests."""

    hosts: frozenset[str]
    ours: frozenset[str] = frozenset()
    largest: int = 16 * 1024 * 1024

    def fits(self, url: str) -> bool:
        """Says whether a file may be asked for at an address."""
        try:
            parts, origin = urlsplit(url), origin_of(url)
        except ValueError:
            return False
        known = parts.scheme == "https" and parts.hostname in self.hosts
        return origin in self.ours or (known and _port(url) == _HTTPS)


def get(url: str, headers: Mapping[str, str], allowed: Allowed) -> Got | Later | Never:
    """Fetches a file, following a few redirects, each looked at like the first address."""
    carried = dict(headers)
    for _ in range(_MOST_HOPS + 1):
        if not allowed.fits(url):
            return Never("refused")
        found = _ask(url, carried, allowed)
        if not isinstance(found, _Moved):
            return found
        url = urljoin(url, found.to)
        carried.pop("Authorization", None)
    return Never("refused")


@dataclass(frozen=True)
class _Moved:
    to: str


def _ask(url: str, headers: Mapping[str, str], allowed: Allowed) -> Got | Later | Never | _Moved:
    parts = urlsplit(url)
    try:
        address = _look_up(
            parts.hostname or "", _port(url), anywhere=origin_of(url) in allowed.ours
        )
    except OSError:
        return Later("no_such_host")
    if address is None:
        return Never("refused")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    asked = {**headers, "Host": parts.netloc.rpartition("@")[2], "Accept-Encoding": "identity"}
    with _connection(url, address) as pool:
        try:
            answer = pool.urlopen(
                "GET", path or "/", headers=asked, redirect=False, retries=False,
                preload_content=False, timeout=_TIMEOUT,
            )  # fmt: skip
            with answer:
                return _read(answer, allowed.largest)
        except HTTPError as error:
            return Later(type(error).__name__)


def _read(answer: urllib3.BaseHTTPResponse, largest: int) -> Got | Later | Never | _Moved:
    if answer.status in _MOVED:
        return _Moved(answer.headers.get("Location", ""))
    if answer.status >= _SERVER_FAULT or answer.status in _AGAIN:
        return Later(str(answer.status))
    if answer.status >= _FIRST_ERROR:
        # A wrong password is ours to mend; a missing file is gone.
        return Later(str(answer.status)) if answer.status in _REFUSED_US else Never("gone")
    if answer.status != _OK:
        return Later(str(answer.status))
    content = bytearray()
    for part in answer.stream(_CHUNK):
        content += part
        if len(content) > largest:
            return Never("too_big")
    return Got(bytes(content))


def _look_up(host: str, port: int, *, anywhere: bool) -> str | None:
    """Returns an address of a host to connect to; None if it leads into a private network."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]) for one in found]
    if not anywhere and not all(is_public(one) for one in addresses):
        return None
    return addresses[0] if addresses else None


def is_public(address: str) -> bool:
    """Says whether an address lies in the open internet; one address in another's clothes too."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        return found.ipv4_mapped.is_global
    return found.is_global and not found.is_multicast


def _connection(url: str, address: str) -> urllib3.HTTPConnectionPool:
    if urlsplit(url).scheme == "http":
        return urllib3.HTTPConnectionPool(address, _port(url))
    host = urlsplit(url).hostname or ""
    return urllib3.HTTPSConnectionPool(
        address, _port(url), server_hostname=host, assert_hostname=host,
        ssl_context=ssl.create_default_context(),
    )  # fmt: skip


def origin_of(url: str) -> str:
    """Returns scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{(parts.hostname or '').lower()}:{_port(url)}"


def _port(url: str) -> int:
    parts = urlsplit(url)
    return parts.port or (_HTTPS if parts.scheme == "https" else _HTTP)
