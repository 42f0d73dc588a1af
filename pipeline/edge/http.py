"""One client for every service: identity, limits of size and time, and what a failure means.

No redirect is followed: the interfaces have none, and one that lost the query on its way was
answered with other works. No body is larger than ``LARGEST_BODY``, no answer takes longer than
``LONGEST_ANSWER_S`` from the request's departure to the last byte, and none longer than the run.
Addresses never stand in messages: they hold the contact address and keys.
"""

import logging
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from pipeline.edge import network, pace_rules
from pipeline.edge.failures import (
    FailedError,
    ForbiddenError,
    NoEntryError,
    OverweightError,
    RefusedError,
    RetryableError,
)
from pipeline.values.text import Value

if TYPE_CHECKING:
    import httpx

PROJECT_URL = "https://github.com/errata-tools/errata"
LARGEST_BODY = 16_000_000
"""Bytes after decompression; fifty Crossref records weigh less than one million. What weighs more
(fifty papers of three thousand authors each) comes in smaller requests."""
WIDEST = 24_000_000
"""Bytes that a body may take as text: one letter beyond Latin-1 makes two of each, one beyond
U+FFFF four."""
LONGEST_WORD = 20_000
"""Bytes of a 404 that are looked at: by which a service says that there is no such record."""
CONNECT_S, READ_S, LONGEST_ANSWER_S = 20.0, 30.0, 90.0
"""TLS handshakes of 20 s were seen at Crossref."""
SHORTEST_LIMIT_S = 5.0


class Response(Value):
    """An answer that arrived whole: status 200, or 404, whose body may say "no such thing"."""

    status: int
    body: str
    bears: float | None = None
    """Requests a second that the service says it bears, if it says so."""
    pool: str = ""
    """The pool of clients that the service counts us to: "polite-array", "public-array"."""


_WIDE, _WIDEST = re.compile(rb"[\xc4-\xef]"), re.compile(rb"[\xf0-\xf4]")
"""Bytes with which letters of two and of four bytes begin."""


class Letter(NamedTuple):
    """A request as it leaves, our identity included; never shown to anybody."""

    url: str
    params: tuple[tuple[str, str], ...] = ()
    method: str = "GET"
    headers: Mapping[str, str] = MappingProxyType({})
    departs: Callable[[], None] = lambda: None
    """Called when the connection stands and the request is about to be sent: to wait for its turn.
    Handshakes take up to 20 s; paced before them, requests would arrive in heaps."""


def user_agent(version: str, mailto: str) -> str:
    """How we introduce ourselves: name, version, project and, if there is one, a contact.

    A header is ASCII; an address that is not is spelt as in a mailto link (RFC 6068).
    """
    contact = f"; mailto:{quote(mailto, safe=_OF_ADDRESSES)}" if mailto else ""
    return f"errata/{version} (+{PROJECT_URL}{contact})"


_OF_ADDRESSES = "@.+-_~!#$&'*/=?^`{|}"


class Http:
    """The one client; connections are reused and shared by all threads.

    ``ends`` is when the run ends, by ``time.monotonic``: no request is under way then.
    """

    def __init__(self, *, agent: str, scale: float = 1.0, ends: float | None = None) -> None:
        self._agent = agent
        self._scale = scale
        self._ends = ends
        self._client: httpx.Client | None = None

    def close(self) -> None:
        """Close all connections."""
        if self._client is not None:
            self._client.close()

    def open(self) -> None:
        """Make the client; not before the first request, for httpx is dear to import."""
        import httpx  # noqa: PLC0415

        from pipeline.edge.transport import Transport  # noqa: PLC0415

        if self._client is not None:
            return
        # At INFO it logs whole addresses, and they hold the contact address and keys.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._client = httpx.Client(
            headers={"User-Agent": self._agent, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self._limit(READ_S), connect=self._limit(CONNECT_S)),
            follow_redirects=False,
            transport=Transport(),
            trust_env=False,  # what the environment says is read by our transport
        )

    def _limit(self, seconds: float) -> float:
        return max(seconds / self._scale, SHORTEST_LIMIT_S)

    def fetch(self, letter: Letter) -> Response:
        """The answer to one request, whole.

        Raises:
            RetryableError: no answer, a broken one, too large a one, or a refusal that may pass.
            RefusedError: the service does not take this question.
            ForbiddenError: the service does not want us.

        """
        import httpcore  # noqa: PLC0415
        import httpx  # noqa: PLC0415

        from pipeline.edge.transport import NoWayError  # noqa: PLC0415
        from pipeline.edge.unpacking import PackedError, TooLargeError  # noqa: PLC0415

        try:
            return _judged(*self._read(letter))
        except httpcore.TimeoutException as error:
            raise RetryableError("did not answer in time") from error
        except PackedError as error:
            raise RetryableError(str(error)) from error
        except TooLargeError as error:
            raise OverweightError("sent a body larger than anything genuine") from error
        except NoWayError as error:
            raise NoEntryError(f"could not be reached: {error}") from error
        except (
            httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError,
            httpcore.UnsupportedProtocol, httpx.HTTPError, httpx.InvalidURL, UnicodeError,
        ) as error:  # fmt: skip
            raise RetryableError(f"could not be reached ({_reason(error)})") from error

    def _read(self, letter: Letter) -> tuple[int, "httpx.Headers", bytearray]:
        from pipeline.edge.streams import Allowance, within  # noqa: PLC0415
        from pipeline.edge.unpacking import unpacked  # noqa: PLC0415

        if self._client is None:
            raise FailedError("the client was not opened")
        allowance = Allowance(most=LARGEST_BODY, ends=self._ends)

        def departs() -> None:
            letter.departs()  # may wait for its turn; the answer's time begins behind that
            allowance.begin(self._limit(LONGEST_ANSWER_S))

        allowance.begin(self._limit(CONNECT_S))
        request = self._request(letter, departs)
        with within(allowance):
            response = self._client.send(request, stream=True)
            try:
                coding = response.headers.get("content-encoding", "")
                body = unpacked(response.iter_raw(), coding, LARGEST_BODY)
            finally:
                response.close()
        return response.status_code, response.headers, body

    def _request(self, letter: Letter, departs: Callable[[], None]) -> "httpx.Request":
        assert self._client is not None  # noqa: S101  the caller has looked
        post = letter.method == "POST"
        return self._client.build_request(
            letter.method,
            letter.url,
            params=None if post else list(letter.params) or None,
            data=dict(letter.params) if post else None,
            headers=letter.headers,
            extensions={"trace": _at_departure(departs)},
        )


def _at_departure(departs: Callable[[], None]) -> Callable[[str, Mapping[str, Any]], None]:
    """A tracer of the transport that calls when the headers are about to be sent."""

    def trace(event: str, details: Mapping[str, Any]) -> None:
        tunnel = getattr(details.get("request"), "method", b"") == b"CONNECT"
        if event.endswith(".send_request_headers.started") and not tunnel:
            departs()

    return trace


def _judged(status: int, fields: Mapping[str, str], body: bytearray) -> Response:
    kind = fields.get("content-type", "").partition(";")[0].strip().lower()
    if status in (200, 404):
        return Response(
            status=status,
            body=_text(body) if status == 200 else body[:LONGEST_WORD].decode(errors="replace"),
            bears=pace_rules.borne(
                fields.get("x-rate-limit-limit"), fields.get("x-rate-limit-interval")
            ),
            pool=fields.get("x-api-pool", "")[:40],
        )
    if status in pace_rules.RETRYABLE:
        asked = pace_rules.asked_wait(fields.get("retry-after"), datetime.now(UTC))
        raise RetryableError(_said(status), asked_wait_s=asked, refused=status in (429, 503))
    if 300 <= status < 400:
        raise RetryableError(f"redirects elsewhere (status {status})")
    if status in pace_rules.REFUSING:
        raise RefusedError(_said(status))
    if status in (401, 403):
        if b"challenge" in body[:20_000].lower() or kind == "text/html":
            raise RetryableError(f"{_said(status)} and wants to see a browser")
        raise ForbiddenError(_said(status))
    raise RetryableError(_said(status))


def _reason(error: Exception) -> str:
    """Why there was no way, in the words of the surroundings; else the kind of failure."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and not isinstance(cause, TimeoutError):
            return network.why(cause)
        cause = cause.__cause__ or cause.__context__
    return type(error).__name__


def _text(body: bytearray) -> str:
    """The body as text; one damaged byte is no letter to compare with anybody's.

    Raises:
        RetryableError: it is not UTF-8, as the answers of all services are, or takes too much.

    """
    if len(body) * _width(body) > WIDEST:
        raise OverweightError("sent a body larger than anything genuine")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RetryableError("sent a body that is not UTF-8") from error


def _width(body: bytearray) -> int:
    """Bytes that each letter takes once the body is text."""
    if 4 * len(body) <= WIDEST or body.isascii():
        return 1  # or more, and there is room for it
    return 4 if _WIDEST.search(body) else 2 if _WIDE.search(body) else 1


def _said(status: int) -> str:
    """The status in words; never the body: NCBI's holds the caller's address or key."""
    words = {
        400: "refused the question", 401: "refused our key", 403: "refused us",
        414: "found the question too long", 429: "asks for fewer requests",
        500: "failed", 502: "is not reachable behind its gateway", 503: "is too busy",
        504: "took too long behind its gateway",
    }  # fmt: skip
    return f"{words.get(status, 'answered oddly')} (status {status})"
