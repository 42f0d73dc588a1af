"""Which proxy the environment names for an address, and for which it names none.

``HTTPS_PROXY``, ``ALL_PROXY``, ``NO_PROXY`` and their like, as curl reads them:
https://curl.se/libcurl/c/CURLOPT_NOPROXY.html.
"""

from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

LOCAL = ("localhost", "127.0.0.1", "::1")
"""A server on this machine is never behind a proxy."""


def from_environment() -> dict[str, str]:
    """The proxies by the scheme of what is asked, and under "no" where none is used."""
    from urllib.request import getproxies  # noqa: PLC0415  dear to import

    return getproxies()


def proxy_for(url: str, proxies: Mapping[str, str]) -> str:
    """The address of the proxy by which ``url`` is asked for; empty for none."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return ""
    port = port or (80 if parts.scheme == "http" else 443)
    excepted = proxies.get("no", "").split(",")
    if host in LOCAL or any(_covers(text.strip().lower(), host, port) for text in excepted):
        return ""
    phrase = proxies.get(parts.scheme) or proxies.get("all", "")
    return phrase if not phrase or "://" in phrase else f"http://{phrase}"


def _covers(exception: str, host: str, port: int) -> bool:
    """Whether one word of ``NO_PROXY`` means the host: a name, a domain, a number, a network."""
    name, wanted = _parted(exception.rpartition("://")[2])
    if name == "*":
        return True
    if not name or wanted not in ("", str(port)):
        return False
    network = _network(name)
    if network is not None:
        try:
            return ip_address(host) in network
        except ValueError:
            return False
    domain = name.removeprefix("*").lstrip(".")
    return host == domain or host.endswith("." + domain)


def _parted(exception: str) -> tuple[str, str]:
    """Name and port; the colons of an IPv6 address part nothing."""
    if exception.startswith("["):
        name, _, rest = exception[1:].partition("]")
        return name, rest.removeprefix(":")
    if exception.count(":") == 1:
        name, _, port = exception.partition(":")
        return name, port
    return exception, ""


def _network(name: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(name, strict=False)
    except ValueError:
        return None
