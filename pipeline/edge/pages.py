"""A paper's own page, fetched with every caution: the address was typed by somebody unknown.

Only https, on its own port, without a password in it; only machines of the public Internet, and the
one whose address was looked at is the one that is called, whatever the name means a moment later.
No redirect to another host, no more than ``LARGEST_PAGE`` and ``LONGEST_S``.

With a base address set (a mirror, a test server), pages are asked of it: ``<base>/<host>/<path>``.
"""

import ipaddress
import time
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import httpcore

from pipeline.edge.http import user_agent
from pipeline.edge.streams import Allowance, Bounded, anyone, within
from pipeline.edge.transport import NoWayError, certificates
from pipeline.edge.unpacking import PackedError, TooLargeError, unpacked
from pipeline.values.settings import Settings
from pipeline.values.version import version

LARGEST_PAGE = 1_000_000
"""Bytes that are read; the tags stand in the head of a page."""
LONGEST_S = 20.0
CONNECT_S = 10.0
MOST_REDIRECTS = 3
_SENT_AS_IS = "%/:@!$&'()*+,;=?~"
LONGEST_URL = 2_000
MOST_SENT = LARGEST_PAGE + 200_000
"""Bytes that are taken in before a page is cut."""


class NoPageError(Exception):
    """The page was not read; the message says why."""


class GoneError(NoPageError):
    """The server says that nothing stands there any more."""


def fetched(url: str, settings: Settings) -> str:
    """The text of the page at an address.

    Raises:
        NoPageError: pages are switched off, the address is not one that is called, or the server
            gave no page; a ``GoneError`` if it says that there is none.

    """
    if not settings.pages or settings.offline:
        raise NoPageError("pages are not read")
    until = time.monotonic() + LONGEST_S
    for _ in range(MOST_REDIRECTS + 1):
        status, headers, body = asked(url, settings, until)
        if status not in (301, 302, 303, 307, 308):
            break
        url = _onward(url, headers.get(b"location", b"").decode("latin-1"))
    if status in (404, 410):
        raise GoneError(f"the server of the page answered with status {status}")
    if status != 200:
        raise NoPageError(f"the server of the page answered with status {status}")
    if b"html" not in headers.get(b"content-type", b"").lower():
        raise NoPageError("it is no HTML page")
    return body.decode(_charset(headers), errors="replace")


def _charset(headers: dict[bytes, bytes]) -> str:
    charset = headers.get(b"content-type", b"").lower().partition(b"charset=")[2]
    return "latin-1" if charset.strip(b" \"'").startswith(b"iso-8859-1") else "utf-8"


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


def spelt(url: str) -> str:
    """The address in the letters that are sent, if it may be called: names by IDNA, the rest by %.

    What is sent is looked at, too: full-width digits become a number.

    Raises:
        NoPageError: it may not, or has no such spelling.

    """
    allowed(url)
    if url.isascii():
        return url
    split = urlsplit(url)
    try:
        host = (split.hostname or "").encode("idna").decode("ascii")
        path, query = (quote(part, safe=_SENT_AS_IS) for part in (split.path, split.query))
    except UnicodeError as error:
        raise NoPageError("the address cannot be sent") from error
    sent = SplitResult(split.scheme, host, path, query, "").geturl()
    allowed(sent)
    return sent


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit() or host.lower().startswith("0x")
    return True


def public(address: str) -> bool:
    """Whether an IP address is a machine's of the public Internet.

    One that carries an IPv4 address for a translator or a tunnel leads to wherever that leads.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(ip, "ipv4_mapped", None) or ip
    relayed = getattr(ip, "sixtofour", None) or inner
    return _is_public(inner) and _is_public(relayed)


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Global, and of no range of which Python's tables say so by mistake.

    Reserved are the addresses compatible with IPv4 (RFC 4291) and those of NAT64 (RFC 6052, 8215);
    site-local ones are as private as any, and one of ISATAP ends in an IPv4 address (RFC 5214).
    """
    isatap = (int(address) >> 32) & 0xFDFF_FFFF == 0x5EFE and address.version == 6
    local = getattr(address, "is_site_local", False) or isatap
    return address.is_global and not (address.is_multicast or address.is_reserved or local)


def _all_public(addresses: Sequence[str]) -> None:
    if not addresses or not all(map(public, addresses)):
        raise NoPageError("only names of public machines are called")


def asked(url: str, settings: Settings, until: float) -> tuple[int, dict[bytes, bytes], bytes]:
    """Status, headers and body of what stands at an address, no redirect followed.

    Raises:
        NoPageError: the address is not one that is called, or nobody answered.

    """
    url = spelt(url)
    base = settings.pages_url.rstrip("/")
    target = f"{base}/{url.removeprefix('https://')}" if base else url
    headers: dict[bytes | str, bytes | str] = {
        "User-Agent": user_agent(version(), settings.mailto), "Accept": "text/html",
        "Accept-Encoding": "identity", "Host": urlsplit(target).netloc,
    }  # fmt: skip
    allowance = Allowance(most=MOST_SENT, ends=until)
    allowance.begin(LONGEST_S)
    try:
        with within(allowance), _pool(anyone if base else _all_public) as pool:
            return _read(pool, target, headers)
    except (PackedError, TooLargeError, NoWayError) as error:
        raise NoPageError(f"the page could not be read ({error})") from error
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError,
            httpcore.UnsupportedProtocol, UnicodeError, OSError) as error:  # fmt: skip
        raise NoPageError(f"the page could not be read ({type(error).__name__})") from error


def _pool(look: Callable[[Sequence[str]], None]) -> httpcore.ConnectionPool:
    return httpcore.ConnectionPool(ssl_context=certificates(), network_backend=Bounded(look))


def _read(
    pool: httpcore.ConnectionPool, target: str, headers: dict[bytes | str, bytes | str]
) -> tuple[int, dict[bytes, bytes], bytes]:
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), CONNECT_S)
    with pool.stream("GET", target, headers=headers, extensions={"timeout": timeouts}) as response:
        received = {name.lower(): value for name, value in response.headers}
        coding = b",".join(v for k, v in response.headers if k.lower() == b"content-encoding")
        body = unpacked(_head(response), coding.decode("latin-1"), MOST_SENT)
        return response.status, received, bytes(body[:LARGEST_PAGE])


def _head(response: httpcore.Response) -> Iterator[bytes]:
    """The body as it comes, up to the limit; a longer one is cut, for its head is what counts."""
    size = 0
    for part in response.iter_stream():
        yield part
        size += len(part)
        if size > LARGEST_PAGE:
            return
