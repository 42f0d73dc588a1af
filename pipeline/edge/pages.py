"""A paper's own page, fetched with every caution: the address was typed by somebody unknown.

Only https, on its own port, without a password in it; only machines of the public Internet, and the
one whose address was looked at is the one that is called, whatever the name means a moment later.
No redirect to another host, no more than ``LARGEST_PAGE`` and ``LONGEST_S``.

With a base address set (a mirror, a test server), pages are asked of it: ``<base>/<host>/<path>``.
"""

import ipaddress
import socket
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import httpcore

from pipeline.edge.http import user_agent
from pipeline.values.settings import Settings
from pipeline.values.version import version

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_PAGE = 1_000_000
"""Bytes that are read; the tags stand in the head of a page."""
LONGEST_S = 20.0
CONNECT_S = 10.0
MOST_REDIRECTS = 3
LONGEST_URL = 2_000


class NoPageError(Exception):
    """The page was not read; the message says why."""


def fetched(url: str, settings: Settings) -> str:
    """The text of the page at an address.

    Raises:
        NoPageError: pages are switched off, the address is not one that is called, or the server
            gave no page.

    """
    if not settings.pages or settings.offline:
        raise NoPageError("pages are not read")
    until = time.monotonic() + LONGEST_S
    for _ in range(MOST_REDIRECTS + 1):
        status, headers, body = _asked(url, settings, until)
        if status not in (301, 302, 303, 307, 308):
            break
        url = _onward(url, headers.get(b"location", b"").decode("latin-1"))
    if status != 200:
        raise NoPageError(f"the server of the page answered with status {status}")
    if b"html" not in headers.get(b"content-type", b"").lower():
        raise NoPageError("it is no HTML page")
    return body.decode(_charset(headers), errors="replace")


def _charset(headers: dict[bytes, bytes]) -> str:
    said = headers.get(b"content-type", b"").lower().partition(b"charset=")[2]
    return "latin-1" if said.strip(b" \"'").startswith(b"iso-8859-1") else "utf-8"


def _onward(url: str, location: str) -> str:
    """Where a redirect leads, on the same host."""
    target = urljoin(url, location)
    if not location or urlsplit(target).hostname != urlsplit(url).hostname:
        raise NoPageError("the page redirects to another site")
    return target


def allowed(url: str) -> None:
    """Nothing, if the address is one that may be called.

    Raises:
        NoPageError: another scheme or port, a password, a number in place of a name.

    """
    try:
        split = urlsplit(url)
        host, port = split.hostname or "", split.port
    except ValueError as error:
        raise NoPageError("the address is none") from error
    if split.scheme != "https" or len(url) > LONGEST_URL:
        raise NoPageError("only https addresses are called")
    if port not in (None, 443) or split.username or split.password:
        raise NoPageError("an address with a port or a password is not called")
    if "." not in host or _is_number(host):
        raise NoPageError("only names of public machines are called")


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit() or host.lower().startswith("0x")
    return True


def public(address: str) -> bool:
    """Whether an IP address is a machine's of the public Internet."""
    found = ipaddress.ip_address(address)
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or found
    return all(one.is_global and not one.is_multicast for one in (found, inner))


class _PublicOnly(httpcore.NetworkBackend):
    """Connections to public machines and to no others."""

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None,
        local_address: str | None = None, socket_options: "Iterable[Any] | None" = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the address that was looked at."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise NoPageError("the site of the page is not known") from error
        addresses = [str(one[4][0]) for one in found]
        if not addresses or not all(map(public, addresses)):
            raise NoPageError("only names of public machines are called")
        return httpcore.SyncBackend().connect_tcp(
            addresses[0], port, timeout, local_address, socket_options
        )


def _asked(url: str, settings: Settings, until: float) -> tuple[int, dict[bytes, bytes], bytes]:
    allowed(url)
    base = settings.pages_url.rstrip("/")
    target = f"{base}/{url.removeprefix('https://')}" if base else url
    backend = httpcore.SyncBackend() if base else _PublicOnly()
    headers: dict[bytes | str, bytes | str] = {
        "User-Agent": user_agent(version(), settings.mailto), "Accept": "text/html",
        "Accept-Encoding": "identity", "Host": urlsplit(target).netloc,
    }  # fmt: skip
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), CONNECT_S)
    try:
        with (
            httpcore.ConnectionPool(network_backend=backend) as pool,
            pool.stream(
                "GET", target, headers=headers, extensions={"timeout": timeouts}
            ) as response,
        ):
            body = _limited(response, until)
            told = {name.lower(): value for name, value in response.headers}
            return response.status, told, body
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError,
            httpcore.UnsupportedProtocol, UnicodeError, OSError) as error:  # fmt: skip
        raise NoPageError(f"the page could not be read ({type(error).__name__})") from error


def _limited(response: httpcore.Response, until: float) -> bytes:
    """The body up to the limits; a longer one is cut, for its head is what counts."""
    parts, size = [], 0
    for part in response.iter_stream():
        parts.append(part)
        size += len(part)
        if size > LARGEST_PAGE:
            break
        if time.monotonic() > until:
            raise NoPageError("the page took too long")
    return b"".join(parts)[:LARGEST_PAGE]
