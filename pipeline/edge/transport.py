"""The way to a server: straight or through a proxy, over connections that end.

httpx would make its own of the environment, and fell over a ``NO_PROXY`` with an IPv6 address, an
``ALL_PROXY`` of socks and an ``SSL_CERT_FILE`` that is not there: before anything was asked.
"""

import os
import ssl
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import certifi
import httpcore
import httpx

from pipeline.edge import proxies
from pipeline.edge.streams import Bounded

MOST_CONNECTIONS = 20
KEPT_S = 30.0
"""Seconds that an idle connection is kept."""
SOCKS = ("socks5", "socks5h")


class NoWayError(Exception):
    """What the environment says leads nowhere; the message is for people."""


class Transport(httpx.BaseTransport):
    """Requests over as few connections as possible; raises httpcore's errors as they are.

    Pools are made when first needed: what the environment says of other addresses hurts nobody.
    """

    def __init__(self) -> None:
        self._proxies = proxies.from_environment()
        self._pools: dict[str, httpcore.ConnectionPool] = {}
        self._lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body not read yet.

        Raises:
            NoWayError: proxy or certificates cannot be used.

        """
        url = request.url
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = self._pool(str(url)).handle_request(sent)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close all connections."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, url: str) -> httpcore.ConnectionPool:
        proxy = proxies.proxy_for(url, self._proxies)
        secure = url.startswith("https:") or proxy.startswith("https:")
        name = f"{secure} {proxy}"
        with self._lock:
            if name not in self._pools:
                self._pools[name] = _pool(proxy, certificates() if secure else None)
            return self._pools[name]


class _Body(httpx.SyncByteStream):
    """A body as it comes, packed as it is."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def certificates() -> ssl.SSLContext:
    """Who is believed to be who: ``SSL_CERT_FILE``, ``SSL_CERT_DIR``, else the usual authorities.

    Raises:
        NoWayError: the environment names a file that cannot be used.

    """
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    try:
        if file:
            return ssl.create_default_context(cafile=file)
        if folder:
            return ssl.create_default_context(capath=folder)
        return ssl.create_default_context(cafile=certifi.where())
    except OSError as error:
        name = "SSL_CERT_FILE" if file else "SSL_CERT_DIR" if folder else "SSLKEYLOGFILE"
        raise NoWayError(f"{name} names no file that can be used") from error


def _pool(proxy: str, trusted: ssl.SSLContext | None) -> httpcore.ConnectionPool:
    kept: dict[str, Any] = {
        "ssl_context": trusted, "max_connections": MOST_CONNECTIONS,
        "max_keepalive_connections": MOST_CONNECTIONS, "keepalive_expiry": KEPT_S,
        "network_backend": Bounded(),
    }  # fmt: skip
    if not proxy:
        return httpcore.ConnectionPool(**kept)
    try:
        return _proxied(proxy, kept)
    except (ValueError, UnicodeError) as error:
        raise NoWayError("the address of the proxy in the environment is none") from error
    except RuntimeError as error:
        raise NoWayError("a socks proxy needs the package socksio (`errata[socks]`)") from error


def _proxied(proxy: str, kept: dict[str, Any]) -> httpcore.ConnectionPool:
    parts = urlsplit(proxy)
    if not parts.hostname:
        raise ValueError(proxy)
    # As bytes, for httpcore takes no letters but those of ASCII.
    name, word = map(unquote_to_bytes, (parts.username or "", parts.password or ""))
    auth = (name, word) if name else None
    url = httpcore.URL(
        scheme=parts.scheme, host=parts.hostname.encode("idna"),
        port=parts.port or _PORTS.get(parts.scheme), target="/",
    )  # fmt: skip
    if parts.scheme in SOCKS:
        return httpcore.SOCKSProxy(proxy_url=url, proxy_auth=auth, **kept)
    if parts.scheme in ("http", "https"):
        return httpcore.HTTPProxy(proxy_url=url, proxy_auth=auth, **kept)
    raise NoWayError(f"a proxy of the kind {parts.scheme[:12]!r} cannot be used")


_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
