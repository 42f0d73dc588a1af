"""Connections that end: one request has one deadline and one measure, whatever a server sends.

A limit for each read is none: headers that drip, an endless row of 103, chunks without content and
trailers without end all send something in time. So every read, write and handshake is given what is
left of the whole, and what arrives is counted before anybody interprets it.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import httpcore

LONGEST_HEAD = 300_000
"""Bytes besides the body: a status line, headers, the marks between chunks."""


class Allowance:
    """What a request may still take: time until a moment, and bytes."""

    def __init__(self, *, most: int, ends: float | None = None) -> None:
        self._most, self._ends = most, ends
        self._until, self._left = 0.0, 0

    def begin(self, seconds: float) -> None:
        """So long from now, and no longer than the run; the count of bytes begins anew."""
        until = time.monotonic() + seconds
        self._until = until if self._ends is None else min(until, self._ends)
        self._left = self._most + LONGEST_HEAD

    def seconds(self, most: float | None) -> float:
        """How long the next step may take.

        Raises:
            ReadTimeout: there is no time left.

        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left if most is None else min(left, most)

    def took(self, count: int) -> None:
        """So many bytes arrived.

        Raises:
            RemoteProtocolError: they are more than anything genuine.

        """
        self._left -= count
        if self._left < 0:
            raise httpcore.RemoteProtocolError("more than anything genuine")


_current: ContextVar[Allowance | None] = ContextVar("_current", default=None)


@contextmanager
def within(allowance: Allowance) -> Iterator[None]:
    """What this thread sends and receives meanwhile is counted against the allowance."""
    token = _current.set(allowance)
    try:
        yield
    finally:
        _current.reset(token)


def _seconds(most: float | None) -> float | None:
    allowance = _current.get()
    return allowance.seconds(most) if allowance else most


def anyone(_addresses: Sequence[str]) -> None:
    """No machine is refused."""


class Bounded(httpcore.NetworkBackend):
    """Connections that keep to the allowance; ``look`` may refuse the addresses of a name."""

    def __init__(self, look: Callable[[Sequence[str]], None] = anyone) -> None:
        self._look = look

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None,
        local_address: str | None = None, socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to one of the very addresses that were looked at."""
        addresses = _resolved(host, port, _seconds(timeout))
        self._look(addresses)
        failed: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for place, address in enumerate(addresses):
            left = _seconds(timeout)
            # One that swallows everything leaves the others their share.
            share = None if left is None else left / (len(addresses) - place)
            try:
                network_stream = httpcore.SyncBackend().connect_tcp(
                    address, port, share, local_address, socket_options
                )
                return _Stream(network_stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore.ConnectError("the name has no address")


def _resolved(host: str, port: int, timeout: float | None) -> list[str]:
    """The addresses of a name; a name server that hangs is left hanging."""
    outcomes: list[list[str] | Exception] = []

    def look_up() -> None:
        try:
            addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            outcomes.append(list(dict.fromkeys(str(address[4][0]) for address in addresses)))
        except (OSError, UnicodeError) as error:
            outcomes.append(error)

    asking = threading.Thread(target=look_up, daemon=True)
    asking.start()
    asking.join(timeout)
    if not outcomes:
        raise httpcore.ConnectTimeout("the name server does not answer")
    if isinstance(outcomes[0], Exception):
        raise httpcore.ConnectError("the name is not known") from outcomes[0]
    return outcomes[0]


class _Stream(httpcore.NetworkStream):
    """A connection whose every step is within the allowance."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        received = self._inner.read(max_bytes, _seconds(timeout))
        allowance = _current.get()
        if allowance:
            allowance.took(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _seconds(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, _seconds(timeout)))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        return self._inner.get_extra_info(info)
